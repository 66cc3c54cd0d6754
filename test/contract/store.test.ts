import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../src/playbook/5-oversight/evidence/verify-chain.ts';
import { Refusal } from '../../src/stores/sql/refusal.ts';
import { changeRow } from '../../src/stores/sql/repositories/change-row.ts';
import { listEvidence, readEvidence, readEvidenceHead } from '../../src/stores/sql/repositories/evidence.ts';
import { countFindings, listFindings } from '../../src/stores/sql/repositories/findings.ts';
import { answerOnce } from '../../src/stores/sql/repositories/idempotency.ts';
import { outboxOf } from '../../src/stores/sql/repositories/outbox.ts';
import { erasePerson, findPersonByEmail, listPeople } from '../../src/stores/sql/repositories/people.ts';
import { peopleOfKeys, personKeyOf } from '../../src/stores/sql/repositories/person-keys.ts';
import {
  addReviewEvents,
  eraseReviewWords,
  listReviewEvents,
} from '../../src/stores/sql/repositories/review-events.ts';
import { listReviews } from '../../src/stores/sql/repositories/reviews.ts';
import { findSetting, setSetting } from '../../src/stores/sql/repositories/settings.ts';
import { addStop, liftStop } from '../../src/stores/sql/repositories/stops.ts';
import { findUseVersion, readStoredFiles } from '../../src/stores/sql/repositories/use-versions.ts';
import {
  addUseMember,
  changeUse,
  countUses,
  findUse,
  listUses,
} from '../../src/stores/sql/repositories/uses.ts';
import { sealerOf } from '../../src/stores/sql/sealing/sealer.ts';
import type { Store } from '../../src/stores/sql/store.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { codeOf, ENGINES, must, open } from './store-engines.ts';
import { entry, fill, hash, samplePerson, sampleReview, sampleUse, sampleVersion } from './store-samples.ts';

sayWithoutPostgres('the contract of the store over PostgreSQL');

describe.each(ENGINES)('the store, $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    await engine.start();
    store = await open(await engine.place());
  });
  afterAll(async () => {
    await store.close();
    await engine.stop();
  });

  describe('a unit of work', () => {
    it('is kept whole', async () => {
      const { use } = must(await store.write((work) => fill(work)));
      expect(must(await store.read((db) => findUse(db, use.id)))).toMatchObject({
        id: use.id,
        version: 2,
      });
    });

    it('leaves nothing when it is refused, entries of the log included', async () => {
      const before = must(await store.read(readEvidenceHead));
      const refused = await store.write(async (work) => {
        const { use } = await fill(work);
        throw new Refusal({ code: 'store.refused', message: use.id, hint: 'try', at: null });
      });
      expect(codeOf(refused)).toBe('store.refused');
      const id = refused.ok ? '' : refused.problem.message;
      expect(must(await store.read((db) => findUse(db, id)))).toBeUndefined();
      expect(must(await store.read(readEvidenceHead))).toEqual(before);
    });

    it('lets a bug through as it is, and keeps nothing', async () => {
      const before = must(await store.read((db) => countUses(db, {})));
      await expect(
        store.write(async (work) => {
          await sampleUse(work);
          throw new TypeError('a bug');
        }),
      ).rejects.toThrow('a bug');
      expect(must(await store.read((db) => countUses(db, {})))).toEqual(before);
    });

    it('is not acknowledged where a failed statement was swallowed', async () => {
      await expect(
        store.write(async ({ db }) => {
          await sql`select 1 / 0`.execute(db).catch(() => {});
        }),
      ).rejects.toThrow();
    });

    it('takes back a part on trial with its entries, and keeps the rest', async () => {
      const before = must(await store.read(readEvidenceHead));
      const kept = must(
        await store.write(async (work) => {
          const use = await sampleUse(work);
          work.record(entry(use.id));
          const part = await work.attempt(async () => {
            work.record(entry(use.id, 2));
            await sampleUse(work, { id: use.id });
          });
          expect(codeOf(part)).toBe('store.exists');
          return use;
        }),
      );
      expect(must(await store.read((db) => findUse(db, kept.id)))).toBeDefined();
      expect(must(await store.read(readEvidenceHead)).sequence).toBe(before.sequence + 1);
    });

    it.each(['read', 'write'] as const)(
      'fails at once where it asks outside of itself, by %s',
      async (way) => {
        const outside = store.write(async () => {
          if (way === 'read') await store.read((db) => findUse(db, 'x'));
          else await store.write((work) => sampleUse(work));
        });
        await expect(outside).rejects.toThrow('outside the open transaction');
        expect((await store.ping()).ok).toBe(true);
      },
    );

    it('may start work that goes on after it', async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      let later: Promise<unknown> = Promise.resolve();
      await store.write(async (work) => {
        later = promise.then(() => store.read((db) => findUse(db, 'x')));
        await sampleUse(work);
      });
      resolve();
      expect(await later).toEqual({ ok: true, value: undefined });
    });
  });

  describe('what is stored', () => {
    it('comes back as it was: times, JSON with any character, texts', async () => {
      const { use, version } = must(
        await store.write(async (work) => {
          const made = await sampleUse(work, { expiresAt: new Date('2027-02-28T23:59:59.123Z') });
          return { use: made, version: await sampleVersion(work, made.id) };
        }),
      );
      const again = must(await store.read((db) => findUse(db, use.id)))!;
      expect(again.expiresAt).toEqual(new Date('2027-02-28T23:59:59.123Z'));
      const found = must(await store.read((db) => findUseVersion(db, version.id)))!;
      expect(found).toEqual(version);
      expect(found.number).toBe(1);
      const { items } = must(await store.read((db) => listFindings(db, { versionId: version.id })));
      expect(items[0]!.body).toEqual({ quote: 'ends\u0000 \ud800 Sunday', position: 0 });
      const files = must(await store.read((db) => readStoredFiles(db, [hash('f')])));
      expect(files.get(hash('f'))).toBe('<mjml>“Hello” 🧭\n</mjml>');
    });

    it('takes no NUL in a text, and says so', async () => {
      expect(codeOf(await store.write((work) => sampleUse(work, { owner: 'a\0b' })))).toBe(
        'store.invalid-text',
      );
    });

    it('never lets a text become SQL', async () => {
      const owner = `'; drop table uses; -- "\\`;
      const use = must(await store.write((work) => sampleUse(work, { owner })));
      const found = must(await store.read((db) => listUses(db, { query: `'; drop` })));
      expect(found.items.map(({ id }) => id)).toEqual([use.id]);
    });

    it('is not changed where it was judged', async () => {
      const version = must(
        await store.write(async (work) => sampleVersion(work, (await sampleUse(work)).id)),
      );
      for (const change of [
        sql`update use_versions set verdict = 'allow' where id = ${version.id}`,
        sql`update stored_files set content = ''`,
      ])
        expect(codeOf(await store.write(({ db }) => change.execute(db)))).toBe('store.refused');
    });

    it('names what exists and what does not', async () => {
      const use = must(await store.write((work) => sampleUse(work)));
      expect(codeOf(await store.write((work) => sampleUse(work, { id: use.id })))).toBe('store.exists');
      expect(codeOf(await store.write((work) => sampleUse(work, { ownerId: 'nobody' })))).toBe(
        'store.missing-reference',
      );
    });
  });

  describe('a change', () => {
    it('takes the version that was read, and no older one', async () => {
      const use = must(await store.write((work) => sampleUse(work)));
      const first = must(await store.write(({ db }) => changeUse(db, use.id, 1, { state: 'cleared' })));
      expect(first).toMatchObject({ state: 'cleared', version: 2 });
      expect(codeOf(await store.write(({ db }) => changeUse(db, use.id, 1, { state: 'draft' })))).toBe(
        'store.changed',
      );
      expect(codeOf(await store.write(({ db }) => changeUse(db, 'no-such', 1, { state: 'draft' })))).toBe(
        'store.not-found',
      );
    });

    it('of a setting tells a new one from one that somebody else made', async () => {
      const by = { personId: null, at: new Date() };
      const set = (value: unknown, expected: number | null) =>
        store.write(({ db }) => setSetting(db, 'review.threshold', value, expected, by));
      expect(must(await set({ gravity: 'block' }, 0)).version).toBe(1);
      expect(codeOf(await set('other', 0))).toBe('store.changed');
      expect(must(await set('block', 1)).version).toBe(2);
      expect(codeOf(await set('block', 7))).toBe('store.changed');
      expect(must(await store.read((db) => findSetting(db, 'review.threshold')))?.value).toBe('block');
      expect(codeOf(await store.write(({ db }) => setSetting(db, 'never.set', 1, 3, by)))).toBe(
        'store.changed',
      );
    });
  });

  describe('lists', () => {
    it('give every row once over their pages, in order, whatever the sort', async () => {
      const workspace = 'pages';
      await store.write(async (work) => {
        for (let number = 0; number < 23; number += 1)
          await sampleUse(work, {
            workspace,
            verdictRank: number % 3,
            changedAt: new Date(Date.UTC(2026, 0, 1 + (number % 5))),
          });
      });
      for (const sort of ['id', 'changedAt', 'verdict', 'createdAt'] as const)
        for (const direction of ['asc', 'desc'] as const) {
          const seen: string[] = [];
          let after: string | undefined;
          do {
            const { items, next } = must(
              await store.read((db) => listUses(db, { workspace }, { sort, direction, after, limit: 5 })),
            );
            seen.push(...items.map(({ id }) => id));
            after = next ?? undefined;
          } while (after !== undefined);
          const all = must(
            await store.read((db) => listUses(db, { workspace }, { sort, direction, limit: 500 })),
          );
          expect(seen).toHaveLength(23);
          expect(seen).toEqual(all.items.map(({ id }) => id));
        }
    });

    it('neither repeat nor lose a row when others come and go between pages', async () => {
      const workspace = 'moving';
      const made = must(
        await store.write(async (work) => {
          const uses = [];
          for (const id of ['m-b', 'm-d', 'm-f', 'm-h']) uses.push(await sampleUse(work, { id, workspace }));
          return uses;
        }),
      );
      expect(made).toHaveLength(4);
      const first = must(
        await store.read((db) => listUses(db, { workspace }, { sort: 'id', direction: 'asc', limit: 2 })),
      );
      await store.write(async (work) => {
        await sampleUse(work, { id: 'm-a', workspace });
        await sql`delete from uses where id = 'm-b'`.execute(work.db);
      });
      const second = must(
        await store.read((db) =>
          listUses(db, { workspace }, { sort: 'id', direction: 'asc', limit: 2, after: first.next! }),
        ),
      );
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['m-b', 'm-d', 'm-f', 'm-h']);
      expect(second.next).toBeNull();
    });

    it.each([
      '',
      'x',
      Buffer.from('[]').toString('base64url'),
      Buffer.from('["id","asc",1]').toString('base64url'),
      Buffer.from('["id","desc","a"]').toString('base64url'),
      Buffer.from('["id","asc","a\\u0000"]').toString('base64url'),
      'A'.repeat(5000),
    ])('refuse the cursor %#', async (after) => {
      expect(
        codeOf(await store.read((db) => listUses(db, {}, { sort: 'id', direction: 'asc', after }))),
      ).toBe('store.invalid-cursor');
    });

    it('filter by person, by part of a text, and count alike', async () => {
      const workspace = 'filters';
      const { owner, guest } = must(
        await store.write(async (work) => {
          const [first, second] = [await samplePerson(work), await samplePerson(work)];
          await sampleUse(work, { workspace, id: 'f-own', ownerId: first.id });
          await sampleUse(work, { workspace, id: 'f_guest', verdict: 'block' });
          await addUseMember(work.db, 'f_guest', second.id, work.at);
          await addUseMember(work.db, 'f_guest', first.id, work.at);
          return { owner: first.id, guest: second.id };
        }),
      );
      const ids = async (filter: Parameters<typeof listUses>[1]) =>
        must(
          await store.read((db) => listUses(db, { workspace, ...filter }, { sort: 'id', direction: 'asc' })),
        ).items.map(({ id }) => id);
      expect((await ids({ personId: owner })).sort()).toEqual(['f-own', 'f_guest']);
      expect(await ids({ personId: guest })).toEqual(['f_guest']);
      // `_` and `%` are themselves.
      expect(await ids({ query: 'F_' })).toEqual(['f_guest']);
      expect(await ids({ query: '%' })).toEqual([]);
      expect(must(await store.read((db) => countUses(db, { workspace })))).toEqual({
        block: 1,
        review: 1,
      });
    });

    it('of reviews put the gravest first, then the oldest, and skip what I have judged', async () => {
      const { ids, me, judged } = must(
        await store.write(async (work) => {
          const use = await sampleUse(work);
          const version = await sampleVersion(work, use.id);
          const day = (number: number) => new Date(Date.UTC(2026, 4, number));
          const rows = [];
          for (const [gravityRank, number] of [
            [1, 1],
            [2, 3],
            [2, 2],
            [0, 1],
          ] as const)
            rows.push(
              await sampleReview(work, version, { gravityRank, openedAt: day(number), type: 'queue' }),
            );
          const person = await samplePerson(work);
          const key = await personKeyOf(work.db, person.id, work.at);
          await addReviewEvents(work.db, rows[2]!.id, [
            { type: 'judged-first', at: work.at.toISOString(), by: key },
          ]);
          return { ids: rows.map(({ id }) => id), me: key, judged: rows[2]!.id };
        }),
      );
      const order = [ids[2], ids[1], ids[0], ids[3]];
      const first = must(await store.read((db) => listReviews(db, { type: 'queue' }, { limit: 2 })));
      const second = must(
        await store.read((db) => listReviews(db, { type: 'queue' }, { limit: 2, after: first.next! })),
      );
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(order);
      const mine = must(await store.read((db) => listReviews(db, { type: 'queue', untouchedBy: me })));
      expect(mine.items.map(({ id }) => id)).toEqual(order.filter((id) => id !== judged));
      expect(must(await store.read((db) => listReviews(db, { states: [] }))).items).toEqual([]);
    });

    it('of findings can be those of latest versions alone, and count by check', async () => {
      const use = must(
        await store.write(async (work) => {
          const made = await sampleUse(work);
          await sampleVersion(work, made.id, 4);
          await sampleVersion(work, made.id, 3);
          return made;
        }),
      );
      const of = async (filter: Parameters<typeof listFindings>[1]) =>
        must(await store.read((db) => listFindings(db, { useId: use.id, ...filter }))).items.length;
      expect(await of({})).toBe(7);
      expect(await of({ isCurrent: true })).toBe(3);
      expect(await of({ isCurrent: false })).toBe(4);
      expect(must(await store.read((db) => countFindings(db, { useId: use.id })))).toEqual([
        { checkId: 'msg-check-0', count: 3, uses: 1 },
        { checkId: 'msg-check-1', count: 2, uses: 1 },
        { checkId: 'msg-check-2', count: 2, uses: 1 },
      ]);
    });
  });

  it('goes on while it is maintained', async () => {
    const [maintained, written] = await Promise.all([
      store.maintain(),
      store.write((work) => sampleUse(work)),
    ]);
    expect([codeOf(maintained), codeOf(written)]).toEqual([undefined, undefined]);
  });

  describe('people', () => {
    it('are found by address in any case, and listed by role', async () => {
      const person = must(
        await store.write((work) =>
          samplePerson(work, { email: 'Ada@Harbor.example', roles: ['auditor', 'analyst'] }),
        ),
      );
      expect(must(await store.read((db) => findPersonByEmail(db, 'ada@harbor.EXAMPLE')))?.roles).toEqual([
        'auditor',
        'analyst',
      ]);
      expect(codeOf(await store.write((work) => samplePerson(work, { email: 'ADA@harbor.example' })))).toBe(
        'store.exists',
      );
      const analysts = must(await store.read((db) => listPeople(db, { role: 'analyst' })));
      expect(analysts.items.map(({ id }) => id)).toEqual([person.id]);
    });

    it('who are erased leave a key in the log that leads to nobody', async () => {
      const { person, key } = must(
        await store.write(async (work) => {
          const made = await samplePerson(work, { name: 'Carl Canary', email: 'canary@harbor.example' });
          const personKey = await personKeyOf(work.db, made.id, work.at);
          expect(await personKeyOf(work.db, made.id, work.at)).toBe(personKey);
          work.record({ subject: 'people', type: 'sign-in', body: { by: personKey, through: 'local' } });
          return { person: made, key: personKey };
        }),
      );
      expect(must(await store.read((db) => peopleOfKeys(db, [key]))).get(key)).toBe(person.id);
      await store.write(({ db, at }) => erasePerson(db, person.id, at));
      expect(must(await store.read((db) => peopleOfKeys(db, [key]))).size).toBe(0);
      const everything = must(
        await store.read((db) =>
          sql<{ all: string }>`
          select string_agg(row_to_json(p)::text, '') || (select string_agg(row_to_json(e)::text, '') from evidence_entries e) as all
          from people p`.execute(db),
        ),
      ).rows[0]!.all;
      expect(everything).toContain(key);
      expect(everything).not.toMatch(/canary/i);
    });
  });

  describe('events of a review', () => {
    it('stay in their order, and a first judgement is given once', async () => {
      const { review } = must(await store.write((work) => fill(work)));
      const at = new Date().toISOString();
      await store.write(({ db }) =>
        addReviewEvents(db, review.id, [{ type: 'judged-first', at, by: 'person:other' }]),
      );
      const again = await store.write(({ db }) =>
        addReviewEvents(db, review.id, [{ type: 'judged-first', at, by: 'person:other' }]),
      );
      expect(codeOf(again)).toBe('store.exists');
      const events = must(await store.read((db) => listReviewEvents(db, review.id)));
      expect(events.map((one) => (one as { type: string }).type)).toEqual([
        'opened',
        'judged-first',
        'judged-first',
      ]);
    });

    it('can lose their words once, and nothing else', async () => {
      const { review } = must(await store.write((work) => fill(work)));
      const at = new Date();
      for (const change of [
        sql`update review_events set type = 'decided' where review_id = ${review.id}`,
        sql`update review_events set event = '{}' where review_id = ${review.id}`,
        sql`delete from review_events where review_id = ${review.id}`,
      ])
        expect(codeOf(await store.write(({ db }) => change.execute(db)))).toBe('store.refused');
      expect(must(await store.write(({ db }) => eraseReviewWords(db, review.id, at)))).toBe(2);
      expect(must(await store.read((db) => listReviewEvents(db, review.id)))[0]).toMatchObject({
        type: 'opened',
        by: null,
      });
    });
  });

  describe('the evidence log', () => {
    it('is one chain by the rule of the domain', async () => {
      for (let round = 0; round < 3; round += 1) await store.write((work) => fill(work, 4));
      const entries = must(
        await store.read(async (db) => {
          const all = [];
          for await (const one of readEvidence(db, {}, 2)) all.push(one);
          return all;
        }),
      );
      const verdict = verifyChain(entries as never, [], null, 'log:of-a-test');
      expect(verdict).toMatchObject({ intact: true, entries: entries.length });
      expect(entries.length).toBeGreaterThan(10);
      expect(must(await store.read(readEvidenceHead)).sequence).toBe(entries.length);
      const own = must(await store.read((db) => listEvidence(db, { subject: entries.at(-1)!.subject })));
      expect(own).toHaveLength(4);
    });

    it('takes nothing that its rule refuses, and then keeps nothing of the work', async () => {
      const refused = await store.write(async (work) => {
        await sampleUse(work, { id: 'refused-by-the-log' });
        work.record({ subject: 'x', type: 'sign-in', body: { by: 'Bea Reviewer', through: 'local' } });
      });
      expect(codeOf(refused)).toBe('evidence.invalid-entry');
      expect(must(await store.read((db) => findUse(db, 'refused-by-the-log')))).toBeUndefined();
    });

    it.each([
      ['an update', sql`update evidence_entries set body = '{}' where sequence = 1`],
      ['a deletion', sql`delete from evidence_entries where sequence = 1`],
      [
        'a deletion of the last',
        sql`delete from evidence_entries where sequence = (select max(sequence) from evidence_entries)`,
      ],
      ['emptying', sql`truncate evidence_entries cascade`],
      ['a move of its head', sql`update evidence_head set sequence = 0, hash = null`],
      ['removing its head', sql`delete from evidence_head`],
      [
        'a gap',
        sql`insert into evidence_entries select sequence + 2, hash, at, type, subject, body, salt, hash || 'x' from evidence_entries order by sequence desc limit 1`,
      ],
      [
        'a second end',
        sql`insert into evidence_entries select sequence, hash, at, type, subject, body, salt, hash || 'x' from evidence_entries order by sequence desc limit 1`,
      ],
      [
        'a wrong link',
        sql`insert into evidence_entries select sequence + 1, previous, at, type, subject, body, salt, hash || 'x' from evidence_entries order by sequence desc limit 1`,
      ],
    ])('is closed to %s by the database itself', async (_, change) => {
      const before = must(await store.read(readEvidenceHead));
      expect(codeOf(await store.write(({ db }) => change.execute(db)))).toMatch(/store\.(?:refused|exists)/);
      expect(must(await store.read(readEvidenceHead))).toEqual(before);
    });
  });

  describe('a stop', () => {
    it('is in force once, and another can follow when it is lifted', async () => {
      const use = must(await store.write((work) => sampleUse(work)));
      const stop = (id: string) =>
        store.write(({ db, at }) => addStop(db, { id, useId: use.id, reason: 'complaints', stoppedAt: at }));
      expect(must(await stop('stop-1'))).toMatchObject({ isNew: true, stop: { id: 'stop-1' } });
      expect(must(await stop('stop-2'))).toMatchObject({ isNew: false, stop: { id: 'stop-1' } });
      await store.write(({ db, at }) => liftStop(db, 'stop-1', 1, { by: null, reason: 'mended', at }));
      expect(must(await stop('stop-3'))).toMatchObject({ isNew: true });
    });
  });

  describe('a clearance', () => {
    it('keeps its statement, and is voided once', async () => {
      const id = must(
        await store.write(async (work) => {
          const use = await sampleUse(work);
          const version = await sampleVersion(work, use.id);
          await sql`insert into signing_keys (id, algorithm, public_key, state, created_at)
            values ('key-1', 'ed25519', 'x', 'retired', now()) on conflict do nothing`.execute(work.db);
          await work.db
            .insertInto('clearances')
            .values({
              id: 'clearance-1',
              useId: use.id,
              versionId: version.id,
              class: 'promotion',
              contentHash: hash('a'),
              statement: '{"signed":"text"}',
              keyId: 'key-1',
              issuedAt: work.at,
              expiresAt: new Date(work.at.getTime() + 86_400_000),
            })
            .execute();
          return 'clearance-1';
        }),
      );
      const at = new Date();
      const voidIt = () =>
        store.write(({ db }) =>
          changeRow(db, 'clearances', id, null, { voidedAt: at, voidReason: 'changed' }),
        );
      for (const change of [
        sql`update clearances set statement = '{}'`,
        sql`update clearances set expires_at = expires_at + interval '1 year'`,
        sql`delete from clearances`,
      ])
        expect(codeOf(await store.write(({ db }) => change.execute(db)))).toBe('store.refused');
      expect((await voidIt()).ok).toBe(true);
      expect(codeOf(await voidIt())).toBe('store.refused');
      expect(
        codeOf(await store.write(({ db }) => sql`update clearances set voided_at = null`.execute(db))),
      ).toBe('store.refused');
    });
  });

  describe('an idempotency key', () => {
    const sealer = sealerOf(new Uint8Array(32).fill(7));
    const once = (key: string, work: () => Promise<{ status: number; body: unknown }>, requestHash = 'h1') =>
      store.write((unit) =>
        answerOnce(
          unit,
          {
            caller: 'key_1',
            key,
            requestHash,
            expiresAt: new Date(unit.at.getTime() + 60_000),
            sealer,
            answerTo: (why) => ({ status: 409, body: { code: why.code } }),
          },
          work,
        ),
      );

    it('gives the first answer again, and does nothing twice', async () => {
      let runs = 0;
      const work = async () => {
        runs += 1;
        return { status: 201, body: { secret: 'shown once', runs } };
      };
      expect(must(await once('a', work))).toEqual({
        status: 201,
        body: { secret: 'shown once', runs: 1 },
        isRepeated: false,
      });
      expect(must(await once('a', work))).toEqual({
        status: 201,
        body: { secret: 'shown once', runs: 1 },
        isRepeated: true,
      });
      expect(codeOf(await once('a', work, 'h2'))).toBe('store.key-reused');
      const { rows } = must(
        await store.read((db) => sql<{ answer: string }>`select answer from idempotency_keys`.execute(db)),
      );
      expect(rows[0]!.answer).not.toContain('shown once');
    });

    it('keeps a refusal as the first answer, and nothing else of the work', async () => {
      const answer = await store.write((unit) =>
        answerOnce(
          unit,
          {
            caller: 'key_1',
            key: 'b',
            requestHash: 'h',
            expiresAt: new Date(unit.at.getTime() + 60_000),
            sealer,
            answerTo: (why) => ({ status: 409, body: { code: why.code } }),
          },
          async () => {
            await sampleUse(unit, { id: 'of-a-refused-request' });
            unit.record(entry('of-a-refused-request'));
            await changeUse(unit.db, 'of-a-refused-request', 9, { state: 'x' });
            return { status: 200, body: null };
          },
        ),
      );
      expect(must(answer)).toEqual({ status: 409, body: { code: 'store.changed' }, isRepeated: false });
      expect(must(await store.read((db) => findUse(db, 'of-a-refused-request')))).toBeUndefined();
      expect(must(await once('b', async () => ({ status: 200, body: 1 }), 'h'))).toMatchObject({
        status: 409,
        isRepeated: true,
      });
    });

    it('is free again where the work ended in a bug', async () => {
      await expect(once('c', () => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
      expect(must(await once('c', async () => ({ status: 200, body: null })))).toMatchObject({
        isRepeated: false,
      });
    });
  });

  describe('the outbox', () => {
    it('hands out what is due, once, retries what failed, and keeps dead letters', async () => {
      const now = new Date('2026-11-20T09:00:00Z');
      const later = new Date(now.getTime() + 60_000);
      const message = (id: string) => ({ id, topic: 'review.opened', body: { review: 'r' }, createdAt: now });
      const run = <T>(work: (outbox: ReturnType<typeof outboxOf>) => Promise<T>) =>
        store.write(({ db }) => work(outboxOf(db))).then(must);
      await run(async (outbox) => {
        await outbox.put(message('m1'));
        await outbox.put(message('m1'));
        await outbox.put(message('m2'));
      });
      expect((await run((outbox) => outbox.claimDue(now, later, 10))).map(({ id }) => id)).toEqual([
        'm1',
        'm2',
      ]);
      expect(await run((outbox) => outbox.claimDue(now, later, 10))).toEqual([]);
      // A deliverer that died gives its messages free when its claim ends.
      expect(await run((outbox) => outbox.claimDue(later, later, 10))).toHaveLength(2);
      await run((outbox) => outbox.delivered('m1', later));
      await run((outbox) => outbox.failed('m2', 'http.500', null));
      expect(await run((outbox) => outbox.claimDue(later, later, 10))).toEqual([]);
      expect(await run((outbox) => outbox.deadLetters(10))).toMatchObject([
        { id: 'm2', attempts: 1, lastFailure: 'http.500', nextAttemptAt: null },
      ]);
      await run((outbox) => outbox.revive('m2', later));
      expect(await run((outbox) => outbox.claimDue(later, later, 10))).toMatchObject([
        { id: 'm2', attempts: 0 },
      ]);
    });
  });
});
