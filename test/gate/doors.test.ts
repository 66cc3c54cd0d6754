import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerEngine } from '../../src/app/gate/answer-engine.ts';
import { answerRows } from '../../src/app/gate/answer-rows.ts';
import { BatchEngine } from '../../src/app/gate/batch-engine.ts';
import { PostgresEngine } from '../../src/app/gate/postgres-engine.ts';
import { ClassAnswers } from '../../src/gate/batch/answer-classes.ts';
import { type Asking, classForm } from '../../src/gate/batch/class-form.ts';
import { ASKED_TABLE, classesQuery } from '../../src/gate/batch/classes-query.ts';
import {
  keyOfSubject,
  PEOPLE_TABLES,
  PeopleRows,
  type PeopleTableName,
  type Row,
} from '../../src/gate/batch/people-rows.ts';
import { prepare } from '../../src/gate/decide.ts';
import { PeopleTable } from '../../src/gate/library/people-table.ts';
import { isEssential } from '../../src/gate/rule.ts';
import {
  hasPostgres,
  type PostgresServer,
  sayWithoutPostgres,
  startPostgres,
} from '../contract/postgres-server.ts';
import { anyWorld, HASH, NOW, subjectOf, type World } from './worlds.ts';

/** What the core says of one row, asked by itself. */
function bySingleQuestions(world: World): readonly string[] {
  const people = new PeopleTable();
  for (const { known } of world.people) people.set(known);
  const decide = prepare(world.use, world.policy);
  return world.rows.map(({ person, told }) => {
    const facts = person === null ? null : people.factsOf(subjectOf(person), world.asOf);
    const contacts = world.people.find(({ known }) => person !== null && known.subject === subjectOf(person));
    const { decision, reasons } = decide({
      person: facts === null ? null : { ...facts, contacts: contacts?.contacts ?? [] },
      sending: { ...world.sending, told },
      now: NOW,
    });
    return [decision, ...reasons.map(({ code }) => code)].join(' ');
  });
}

interface Tables {
  readonly rows: Readonly<Record<PeopleTableName, readonly Row[]>>;
  readonly asked: ReadonlyArray<readonly [number, string | null, number]>;
  readonly asking: Asking;
}

function tablesOf(world: World): Tables {
  const people = new PeopleRows();
  const rows: Record<PeopleTableName, Row[]> = { people: [], times: [], contacts: [] };
  for (const { known, contacts } of world.people) {
    const row = people.person(known);
    rows.people.push(row.people);
    rows.times.push(...row.times);
    for (const contact of contacts)
      rows.contacts.push(people.contact(known.subject as `subject:${string}`, contact));
  }
  const { use, policy, sending, asOf } = world;
  return {
    rows,
    asked: world.rows.map(({ person }, row) => [
      row,
      person === null ? null : keyOfSubject(subjectOf(person)),
      row,
    ]),
    asking: {
      use,
      policy,
      sending,
      now: NOW,
      asOf,
      words: people.words(),
      told: world.rows.map(({ told }) => told),
      knowsContacts: true,
    },
  };
}

const literal = (cell: string | number | null): string =>
  cell === null ? 'NULL' : typeof cell === 'number' ? String(cell) : `'${cell}'`;
const inserts = (table: string, rows: ReadonlyArray<ReadonlyArray<string | number | null>>): string[] =>
  rows.length === 0
    ? []
    : [`INSERT INTO ${table} VALUES ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')}`];

type Query = (sql: string) => Promise<ReadonlyArray<readonly unknown[]>>;

async function fillTables({ rows, asked }: Tables, run: (sql: string) => Promise<unknown>): Promise<void> {
  for (const sql of [
    ...['people', 'times', 'contacts', 'asked'].map((table) => `DELETE FROM ${table}`),
    ...Object.entries(rows).flatMap(([table, some]) => inserts(table, some)),
    ...inserts('asked', asked),
  ])
    await run(sql);
}

/** What the query of classes and the rules on each class say. */
async function byClasses(
  world: World,
  run: (sql: string) => Promise<unknown>,
  query: Query,
): Promise<readonly string[]> {
  const tables = tablesOf(world);
  await fillTables(tables, run);
  const { asking } = tables;
  const answers = new ClassAnswers(asking);
  return (await query(`${classesQuery(classForm(asking))} ORDER BY a.row_no`)).map(([, ...numbers]) =>
    spoken(answers, answers.answerTo(numbers.map((number) => BigInt(String(number))))),
  );
}

const spoken = ({ answers }: ClassAnswers, place: number): string =>
  [answers[place]!.decision, ...answers[place]!.codes].join(' ');

/** What a whole list is answered, with those who are named twice, on an engine. */
async function byList(world: World, engine: AnswerEngine): Promise<readonly string[]> {
  const tables = tablesOf(world);
  await fillTables(tables, (sql) => engine.run(sql));
  const said = await answerRows(engine, tables.asking);
  const rows = await engine.rows('SELECT answer FROM outcome ORDER BY row_no');
  for (const table of ['outcome', 'classes', 'repeated', 'held_back'])
    await engine.run(`DROP TABLE IF EXISTS ${table}`);
  return rows.map(([place]) => spoken(said, Number(place)));
}

/** One message for each person, and no more than what is left of a stage: said once more in plain words. */
function oncePerPerson(world: World, answers: readonly string[]): readonly string[] {
  if (isEssential(world.use)) return answers;
  const seen = new Set<unknown>();
  let left = world.use.leftInStage ?? Number.POSITIVE_INFINITY;
  return answers.map((answer, row) => {
    if (answer !== 'permit') return answer;
    const { person } = world.rows[row]!;
    if (seen.has(person)) return 'hold named-twice';
    seen.add(person);
    left -= 1;
    return left < 0 ? 'hold stage-full' : answer;
  });
}

const RUNS = 150;
/** A list in which everybody is named twice, of a sending that little but choices and contacts stands against. */
const sentTo = (world: World, leftInStage: number | null): World => ({
  ...world,
  use: { ...world.use, kind: 'campaign', adultsOnly: false, isStopped: false, pausedBy: null, leftInStage },
  policy: { ...world.policy, stalenessSeconds: 60 },
  sending: { ...world.sending, contentHash: HASH },
  asOf: NOW,
  people: world.people.map(({ known, contacts }) => ({
    known: {
      ...known,
      rests: [],
      suppressions: [],
      rhythm: 'any',
      zones: ['Europe/Berlin'],
      places: ['eu-de'],
    },
    contacts: contacts.slice(0, 1),
  })),
  rows: [...world.rows, ...world.rows],
});

async function listAgrees(engine: AnswerEngine): Promise<void> {
  const heard = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anyWorld, fc.option(fc.nat(2)), async (world, leftInStage) => {
      const staged = sentTo(world, leftInStage);
      const answers = await byList(staged, engine);
      for (const answer of answers) heard.add(answer);
      expect(answers).toEqual(oncePerPerson(staged, bySingleQuestions(staged)));
    }),
    { numRuns: RUNS },
  );
  for (const answer of ['hold named-twice', 'hold stage-full']) expect(heard).toContain(answer);
}
const agrees = (run: (sql: string) => Promise<unknown>, query: Query): Promise<void> =>
  fc.assert(
    fc.asyncProperty(anyWorld, async (world) => {
      expect(await byClasses(world, run, query)).toEqual(bySingleQuestions(world));
    }),
    { numRuns: RUNS },
  );

describe('the file door says what single questions say: the same decision and the same codes of everybody', () => {
  it('on DuckDB', async () => {
    const engine = await BatchEngine.open({ temporaryFolder: '', threads: 1 });
    await engine.createTable('asked', ASKED_TABLE);
    await agrees(
      (sql) => engine.run(sql),
      (sql) => engine.rows(sql),
    );
    engine.close();
  });

  it('over a whole list on DuckDB, but for those who are named twice or come after a full stage', async () => {
    const engine = await BatchEngine.open({ temporaryFolder: '', threads: 1 });
    await engine.createTable('asked', ASKED_TABLE);
    await listAgrees(engine);
    engine.close();
  }, 60_000);

  it('in worlds in which every rule about people has something to say', () => {
    const said = new Set(
      fc
        .sample(anyWorld, { numRuns: 600, seed: 7 })
        .flatMap(bySingleQuestions)
        .flatMap((answer) => answer.split(' ')),
    );
    for (const code of PERSON_CODES) expect(said).toContain(code);
  });
});

const PERSON_CODES = [
  'permit',
  'person-unknown',
  'choices-unknown',
  'no-consent',
  'said-no',
  'privacy-signal',
  'paused-by-person',
  'suppressed',
  'suppression-unknown',
  'age-unknown',
  'place-not-cleared',
  'place-unknown',
  'quiet-hours',
  'contact-cap',
  'contacts-unknown',
  'protected',
];

sayWithoutPostgres('the file door');
describe.skipIf(!hasPostgres)('the same text of the query', () => {
  let server: PostgresServer;
  let client: pg.Client;
  beforeAll(async () => {
    server = await startPostgres();
    client = new pg.Client({ connectionString: server.url });
    await client.connect();
    for (const [table, columns] of Object.entries({ ...PEOPLE_TABLES, asked: ASKED_TABLE }))
      await client.query(
        `CREATE TEMPORARY TABLE ${table} (${Object.entries(columns)
          .map(([name, type]) => `${name} ${type}`)
          .join(', ')})`,
      );
  }, 60_000);
  afterAll(async () => {
    await client.end();
    await server.stop();
  });

  it('says the same on PostgreSQL', async () => {
    await agrees(
      (sql) => client.query(sql),
      async (sql) => (await client.query({ text: sql, rowMode: 'array' })).rows,
    );
  });

  it('over a whole list, decided about in PostgreSQL', async () => {
    const engine = await PostgresEngine.open(server.url);
    for (const [table, columns] of Object.entries({ ...PEOPLE_TABLES, asked: ASKED_TABLE }))
      await engine.createTable(table, columns);
    await listAgrees(engine);
    await engine.close();
  }, 60_000);
});
