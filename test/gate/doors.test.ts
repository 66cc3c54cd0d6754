import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BatchEngine } from '../../src/app/gate/batch-engine.ts';
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
import {
  hasPostgres,
  type PostgresServer,
  sayWithoutPostgres,
  startPostgres,
} from '../contract/postgres-server.ts';
import { anyWorld, NOW, subjectOf, type World } from './worlds.ts';

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

/** What the query of classes and the rules on each class say. */
async function byClasses(
  world: World,
  run: (sql: string) => Promise<unknown>,
  query: (sql: string) => Promise<ReadonlyArray<readonly unknown[]>>,
): Promise<readonly string[]> {
  const { rows, asked, asking } = tablesOf(world);
  for (const sql of [
    'DELETE FROM people',
    'DELETE FROM times',
    'DELETE FROM contacts',
    'DELETE FROM asked',
    ...Object.entries(rows).flatMap(([table, some]) => inserts(table, some)),
    ...inserts('asked', asked),
  ])
    await run(sql);
  const answers = new ClassAnswers(asking);
  return (await query(`${classesQuery(classForm(asking))} ORDER BY a.row_no`)).map(([, ...numbers]) => {
    const { decision, codes } =
      answers.answers[answers.answerTo(numbers.map((number) => BigInt(String(number))))]!;
    return [decision, ...codes].join(' ');
  });
}

const RUNS = 150;
const agrees = (
  run: (sql: string) => Promise<unknown>,
  query: (sql: string) => Promise<ReadonlyArray<readonly unknown[]>>,
): Promise<void> =>
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
});
