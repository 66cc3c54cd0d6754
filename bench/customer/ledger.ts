/**
 * What the ledger of choices costs, on both engines: from an opt-out to the answer that heeds it, appends and reads with
 * many people in it, beside plain inserts and reads by primary key in the same run.
 * Run: node bench/customer/ledger.ts [--people 1000000] [--engine embedded|postgres]. Writes results/ledger-<people>.json.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { answerFor } from '../../src/app/server/ledger/answer.ts';
import { appendChoices } from '../../src/app/server/ledger/append.ts';
import { choose } from '../../src/app/server/ledger/choose.ts';
import { ledgerSecrets } from '../../src/app/server/ledger/secrets.ts';
import { rowOf } from '../../src/app/server/ledger/stored-choice.ts';
import type { Question } from '../../src/playbook/6-control/ledger/answer.ts';
import type { ChoiceDraft } from '../../src/playbook/6-control/ledger/choice-draft.ts';
import type { ChoiceEvent } from '../../src/playbook/6-control/ledger/choice-event.ts';
import { noticeHash } from '../../src/playbook/6-control/ledger/notice.ts';
import type { SubjectKey } from '../../src/playbook/6-control/ledger/subject-key.ts';
import { addNotice } from '../../src/stores/sql/repositories/notices.ts';
import type { Store } from '../../src/stores/sql/store.ts';
import { ENGINES, must, open } from '../../test/contract/store-engines.ts';
import { emptyDatabase, startPostgres } from '../../test/harness/postgres.ts';

const { values } = parseArgs({
  options: { people: { type: 'string', default: '1000000' }, engine: { type: 'string' } },
});
const PEOPLE = Number(values.people);
/** Plain rows that are loaded for the reads beside: as many as people, up to this, which is larger than any cache here. */
const PLAIN = Math.min(PEOPLE, 200_000);
const BATCH = 2_000;
const SECRETS = ledgerSecrets(Buffer.alloc(32, 7));
const NOTICE = {
  version: 'bench',
  language: 'en',
  text: 'A notice.',
  from: '2026-01-01T00:00:00.000Z',
  terms: {} as never,
};
const SEEN = { version: 'bench', language: 'en', hash: noticeHash(NOTICE) };
const SCOPE = { purpose: 'marketing.communications.email', channel: 'email', topic: null } as const;
const QUESTION: Question = {
  purpose: SCOPE.purpose,
  channel: 'email',
  topics: [],
  themes: [],
  needsConsent: true,
};

/** Made without the HMAC of an address, which every request pays once and a load would pay a million times. */
const subjectAt = (number: number): SubjectKey =>
  `subject:${createHash('sha256').update(String(number)).digest('base64url')}`;
const draft = (kind: ChoiceDraft['kind'], id: string = randomUUID()): ChoiceDraft => ({
  id,
  kind,
  scope: SCOPE,
  theme: null,
  at: new Date().toISOString(),
  validUntil: null,
  pausedUntil: null,
  confirms: null,
  proof: {
    notice: SEEN,
    uiHash: null,
    language: 'en',
    method: 'preference-page',
    actor: 'person',
    jurisdiction: 'eu-ie',
    sourceSystem: 'bench',
  },
});
const eventAt = (number: number): ChoiceEvent => ({
  ...draft('given', 'first'),
  subject: subjectAt(number),
  theme: null,
});
const someone = (): number => Math.floor(Math.random() * PEOPLE);
const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
const at = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]!;

async function prepare(store: Store): Promise<void> {
  must(
    await store.write(({ db, at: now }) =>
      addNotice(db, {
        hash: SEEN.hash,
        version: 'bench',
        language: 'en',
        content: NOTICE.text,
        terms: '{}',
        validFrom: now,
        publishedAt: now,
      }),
    ),
  );
  // The columns of a choice and its key, and nothing else: no trigger, no reference, no state.
  await sql`create table plain_choices (like choices including defaults)`.execute(store.plain);
  await sql`alter table plain_choices add primary key (subject, id)`.execute(store.plain);
}

const plainInsert = (store: Store, events: readonly ChoiceEvent[]) =>
  store.write(async ({ db, at: now }) => {
    await db
      .insertInto('plainChoices' as 'choices')
      .values(events.map((event) => rowOf(event, now)))
      .execute();
  });

/** A load in batches: choices a second, and plain rows a second. */
async function load(store: Store) {
  const begun = performance.now();
  for (let start = 0; start < PEOPLE; start += BATCH) {
    const events = Array.from({ length: Math.min(BATCH, PEOPLE - start) }, (_, index) =>
      eventAt(start + index),
    );
    must(await store.write((work) => appendChoices(work, events)));
    if (start % 100_000 === 0) process.stderr.write(`\r${store.engine} ${start} people`);
  }
  const choices = PEOPLE / ((performance.now() - begun) / 1000);
  const plainBegun = performance.now();
  for (let start = 0; start < PLAIN; start += BATCH)
    must(
      await plainInsert(
        store,
        Array.from({ length: BATCH }, (_, index) => eventAt(start + index)),
      ),
    );
  const plain = PLAIN / ((performance.now() - plainBegun) / 1000);
  process.stderr.write('\n');
  must(await store.maintain());
  return {
    choicesPerSecond: Math.round(choices),
    plainInsertsPerSecond: Math.round(plain),
    ratio: round(choices / plain),
  };
}

/** How often a second, with so many at once. */
async function rate(atOnce: number, times: number, work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let count = 0; count < times / atOnce; count += 1) await work();
    }),
  );
  return times / ((performance.now() - begun) / 1000);
}

/** Two ways in turn, so that both meet the same machine; the middle of seven turns. */
async function beside(
  times: number,
  atOnce: number,
  ours: () => Promise<unknown>,
  plain: () => Promise<unknown>,
) {
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 7; turn += 1) {
    mine.push(await rate(atOnce, times, ours));
    theirs.push(await rate(atOnce, times, plain));
  }
  return {
    atOnce,
    perSecond: Math.round(at(mine, 0.5)),
    plainPerSecond: Math.round(at(theirs, 0.5)),
    ratio: round(at(mine, 0.5) / at(theirs, 0.5)),
  };
}

const appends = (store: Store, atOnce: number) =>
  beside(
    atOnce === 1 ? 200 : 400,
    atOnce,
    async () =>
      must(await store.write((work) => choose(work, SECRETS, subjectAt(someone()), [draft('given')]))),
    async () => must(await plainInsert(store, [{ ...eventAt(someone()), id: randomUUID() }])),
  );

const reads = (store: Store, atOnce: number) =>
  beside(
    2_000,
    atOnce,
    async () =>
      must(await store.read((db) => answerFor(db, SECRETS, subjectAt(someone()), QUESTION, new Date()))),
    async () => {
      const subject = subjectAt(someone() % PLAIN);
      must(
        await store.read((db) =>
          db
            .selectFrom('plainChoices' as 'choices')
            .selectAll()
            .where('subject', '=', subject)
            .where('id', '=', 'first')
            .executeTakeFirst(),
        ),
      );
    },
  );

/** From the call that says no to the answer that heeds it, read by a connection of its own. */
async function optOut(store: Store, times = 2_000) {
  const taken: number[] = [];
  for (let count = 0; count < times; count += 1) {
    const subject = subjectAt((count * 7_919) % PEOPLE);
    const begun = performance.now();
    must(await store.write((work) => choose(work, SECRETS, subject, [draft('objected')])));
    const { because } = must(await store.read((db) => answerFor(db, SECRETS, subject, QUESTION, new Date())));
    taken.push(performance.now() - begun);
    if (because !== 'objected') throw new Error(`an opt-out was answered with ${because}`);
  }
  return {
    times,
    p50Milliseconds: round(at(taken, 0.5)),
    p99Milliseconds: round(at(taken, 0.99)),
    slowest: round(Math.max(...taken)),
  };
}

async function measure(store: Store) {
  await prepare(store);
  const loaded = await load(store);
  console.log(store.engine, 'load', loaded);
  const out = await optOut(store);
  console.log(store.engine, 'opt-out to effective', out);
  const figures = {
    load: loaded,
    optOutToEffective: out,
    appends: [await appends(store, 1), await appends(store, 8)],
    reads: [await reads(store, 1), await reads(store, 8)],
  };
  console.log(store.engine, 'appends', ...figures.appends, 'reads', ...figures.reads);
  return figures;
}

const results: Record<string, unknown> = {};
const file = new URL(`results/ledger-${PEOPLE}.json`, import.meta.url);
const before = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as { engines?: object };
for (const engine of ENGINES.filter(({ name }) => values.engine === undefined || values.engine === name)) {
  // A figure of durable writes: PostgreSQL waits for the disk, as the embedded engine does.
  const server = engine.name === 'postgres' ? await startPostgres('on') : null;
  if (server === null) await engine.start();
  const store = await open(
    server === null ? await engine.place() : { databaseUrl: await emptyDatabase(server) },
  );
  const loadBefore = round(loadavg()[0]!);
  try {
    results[engine.name] = { loadBefore, ...(await measure(store)), loadAfter: round(loadavg()[0]!) };
  } finally {
    await store.close();
    await (server ?? engine).stop();
  }
}
await writeFile(
  file,
  `${JSON.stringify(
    {
      people: PEOPLE,
      machine: { cpus: cpus().length, model: cpus()[0]?.model, node: process.version },
      engines: { ...before.engines, ...results },
    },
    null,
    2,
  )}\n`,
);
