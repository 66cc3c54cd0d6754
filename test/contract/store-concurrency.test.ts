import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../src/playbook/5-oversight/evidence/verify-chain.ts';
import { Refusal } from '../../src/stores/sql/refusal.ts';
import { readEvidence, readEvidenceHead } from '../../src/stores/sql/repositories/evidence.ts';
import { answerOnce } from '../../src/stores/sql/repositories/idempotency.ts';
import { takeOneTimeToken } from '../../src/stores/sql/repositories/one-time-tokens.ts';
import { outboxOf } from '../../src/stores/sql/repositories/outbox.ts';
import { personKeyOf } from '../../src/stores/sql/repositories/person-keys.ts';
import { addReviewEvents, listReviewEvents } from '../../src/stores/sql/repositories/review-events.ts';
import { changeReview, findReview, lockReview } from '../../src/stores/sql/repositories/reviews.ts';
import { addStop } from '../../src/stores/sql/repositories/stops.ts';
import { listUseVersions } from '../../src/stores/sql/repositories/use-versions.ts';
import { changeUse, findUse, lockUse } from '../../src/stores/sql/repositories/uses.ts';
import { sealerOf } from '../../src/stores/sql/sealing/sealer.ts';
import type { Store } from '../../src/stores/sql/store.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { codeOf, ENGINES, must, open } from './store-engines.ts';
import { entry, fill, samplePerson, sampleUse, sampleVersion } from './store-samples.ts';

sayWithoutPostgres('what several do at once on PostgreSQL');
const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

describe.each(ENGINES)('several at once, $name', (engine) => {
  let store: Store;
  /** Another process on the same database; the embedded engine has one alone. */
  let other: Store;
  beforeAll(async () => {
    await engine.start();
    const place = await engine.place();
    store = await open(place);
    other = engine.name === 'postgres' ? await open(place) : store;
  });
  afterAll(async () => {
    if (other !== store) await other.close();
    await store.close();
    await engine.stop();
  });
  const either = (index: number): Store => (index % 2 === 0 ? store : other);

  it('append one log without a gap, each entry with its use', async () => {
    const before = must(await store.read(readEvidenceHead)).sequence;
    const done = await times(60, (index) =>
      either(index).write(async (work) => {
        const use = await sampleUse(work, { id: `append-${index}` });
        for (let count = 0; count < 3; count += 1) work.record(entry(use.id, count));
      }),
    );
    expect(done.filter(({ ok }) => !ok)).toEqual([]);
    const entries = must(
      await store.read(async (db) => {
        const all = [];
        for await (const one of readEvidence(db)) all.push(one);
        return all;
      }),
    );
    expect(entries).toHaveLength(before + 180);
    expect(verifyChain(entries as never, [], null, 'log:of-a-test').damages).toEqual([]);
  });

  it('of two reviewers the second decides over what the first has done', async () => {
    const { review } = must(await store.write((work) => fill(work)));
    // Approved by the second approval, whoever that is.
    const approve = (by: string, index: number) =>
      either(index).write(async ({ db, at }) => {
        const locked = (await lockReview(db, review.id))!;
        if (locked.state === 'approved')
          throw new Refusal({ code: 'store.refused', message: 'late', hint: 'x', at: null });
        const events = await listReviewEvents(db, review.id);
        const approvals = events.filter((one) => (one as { type: string }).type === 'decided').length + 1;
        await addReviewEvents(db, review.id, [{ type: 'decided', at: at.toISOString(), by }]);
        await changeReview(db, review.id, null, { state: approvals === 2 ? 'approved' : 'awaiting-second' });
        return approvals;
      });
    const answers = await times(6, (index) => approve(`person:${index}`, index));
    expect(
      answers
        .filter(({ ok }) => ok)
        .map(must)
        .sort(),
    ).toEqual([1, 2]);
    expect(must(await store.read((db) => findReview(db, review.id)))).toMatchObject({
      state: 'approved',
      version: 3,
    });
  });

  it('of those who change the same version one is first', async () => {
    const use = must(await store.write((work) => sampleUse(work)));
    const answers = await times(8, (index) =>
      either(index).write(({ db }) => changeUse(db, use.id, 1, { state: `state-${index}` })),
    );
    expect(answers.map(codeOf).sort()).toEqual([...Array(7).fill('store.changed'), undefined]);
  });

  it('of pushes of one use every one gets its own number', async () => {
    const use = must(await store.write((work) => sampleUse(work)));
    const pushed = await times(8, (index) =>
      either(index).write(async (work) => {
        await lockUse(work.db, use.id);
        return (await sampleVersion(work, use.id)).number;
      }),
    );
    expect(pushed.map(must).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(must(await store.read((db) => listUseVersions(db, { useId: use.id }))).items).toHaveLength(8);
    expect(must(await store.read((db) => findUse(db, use.id)))?.version).toBe(9);
  });

  it('a doubled request is done once, and both get its answer', async () => {
    const sealer = sealerOf(new Uint8Array(32));
    let runs = 0;
    const answers = await times(6, (index) =>
      either(index).write((unit) =>
        answerOnce(
          unit,
          {
            caller: 'key_1',
            key: 'doubled',
            requestHash: 'h',
            expiresAt: new Date(unit.at.getTime() + 60_000),
            sealer,
            answerTo: () => ({ status: 409, body: null }),
          },
          async () => {
            runs += 1;
            const use = await sampleUse(unit);
            unit.record(entry(use.id));
            return { status: 201, body: { use: use.id } };
          },
        ),
      ),
    );
    const bodies = new Set(answers.map((answer) => JSON.stringify(must(answer).body)));
    expect(bodies.size).toBe(1);
    expect(answers.filter((answer) => !must(answer).isRepeated)).toHaveLength(1);
    expect(runs).toBe(1);
  });

  it('a one-time token opens once', async () => {
    await store.write(({ db, at }) =>
      db
        .insertInto('oneTimeTokens')
        .values({
          hash: 't',
          purpose: 'set-up',
          terms: '{}',
          createdAt: at,
          expiresAt: new Date(at.getTime() + 1000),
        })
        .execute(),
    );
    const taken = await times(6, (index) =>
      either(index).write(({ db, at }) => takeOneTimeToken(db, 't', 'set-up', at)),
    );
    expect(taken.filter((one) => must(one) !== undefined)).toHaveLength(1);
  });

  it('a stop is in force once', async () => {
    const use = must(await store.write((work) => sampleUse(work)));
    const stops = await times(6, (index) =>
      either(index).write(({ db, at }) =>
        addStop(db, { id: `stop-${use.id}-${index}`, useId: use.id, reason: 'complaints', stoppedAt: at }),
      ),
    );
    expect(stops.filter((one) => must(one).isNew)).toHaveLength(1);
    expect(new Set(stops.map((one) => must(one).stop.id)).size).toBe(1);
  });

  it('a person gets one key', async () => {
    const person = must(await store.write((work) => samplePerson(work)));
    const keys = await times(6, (index) =>
      either(index).write(({ db, at }) => personKeyOf(db, person.id, at)),
    );
    expect(new Set(keys.map(must)).size).toBe(1);
  });

  it('deliverers take every message, and no message twice', async () => {
    const now = new Date();
    await store.write(async ({ db }) => {
      for (let index = 0; index < 40; index += 1)
        await outboxOf(db).put({ id: `m-${index}`, topic: 'review.opened', body: {}, createdAt: now });
    });
    const later = new Date(now.getTime() + 60_000);
    const claimed = (
      await times(8, (index) => either(index).write(({ db }) => outboxOf(db).claimDue(now, later, 10)))
    ).flatMap((one) => must(one).map(({ id }) => id));
    expect(new Set(claimed).size).toBe(claimed.length);
    const rest = must(await store.write(({ db }) => outboxOf(db).claimDue(now, later, 100)));
    expect(claimed.length + rest.length).toBe(40);
  });

  it('serialisable work that meets is tried again until it fits', async () => {
    const use = must(await store.write((work) => sampleUse(work, { verdictRank: 0 })));
    const added = await times(5, (index) =>
      either(index).write(
        async ({ db }) => {
          const { verdictRank } = (await findUse(db, use.id))!;
          await changeUse(db, use.id, null, { verdictRank: verdictRank + 1 });
        },
        { isolation: 'serializable' },
      ),
    );
    expect(added.map(codeOf)).toEqual(Array(5).fill(undefined));
    expect(must(await store.read((db) => findUse(db, use.id)))?.verdictRank).toBe(5);
  });
});
