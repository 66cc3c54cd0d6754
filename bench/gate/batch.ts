/**
 * Answers for ten million people of a list, with consents, pauses, rests, suppression and contact caps, beside the bare
 * join of the same tables in the same engine. Run: node bench/gate/batch.ts [PEOPLE]. Writes results/batch.json.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerRows } from '../../src/app/gate/answer-rows.ts';
import { BatchEngine } from '../../src/app/gate/batch-engine.ts';
import { ASKED_TABLE } from '../../src/gate/batch/classes-query.ts';
import { PEOPLE_TABLES, PeopleRows } from '../../src/gate/batch/people-rows.ts';
import { DEFAULT_POLICY } from '../../src/gate/policy.ts';
import { NOON, sending, use } from '../../src/gate/testing/moments.ts';
import type { SubjectKey } from '../../src/playbook/6-control/ledger/subject-key.ts';
import { numbers, personNumbered, subjectOf } from './people.ts';

const PEOPLE = Number(process.argv[2] ?? 10_000_000);
/** People who are made one by one; the others are copies of them under keys of their own. */
const MADE = Math.min(100_000, PEOPLE);
const COPIES = Math.round(PEOPLE / MADE);
const DAY_MS = 86_400_000;
const ROUNDS = 3;
const round = (value: number): number => Number(value.toPrecision(4));

/** Whoever joins a list with consents, ends of them, and contacts by hand asks this, and has no reasons from it yet. */
const BARE = `CREATE TABLE bare AS
  SELECT a.row_no, p.likeness, t.open, c.contacts FROM asked a
  LEFT JOIN people p ON p.key = a.key
  LEFT JOIN (SELECT person, count(*) AS open FROM times WHERE until > ${NOON.getTime()} GROUP BY person) t
    ON t.person = p.person
  LEFT JOIN (SELECT key, count(*) AS contacts FROM contacts k WHERE k.at > ${NOON.getTime() - 7 * DAY_MS} GROUP BY key) c
    ON c.key = a.key
  ORDER BY a.row_no`;

const folder = await mkdtemp(join(tmpdir(), 'scruple-bench-gate-'));
const loadBefore = loadavg();
const engine = await BatchEngine.open({ temporaryFolder: folder, memoryLimit: '8GB', threads: 2 });
try {
  const words = await fill();
  const asking = {
    use: use(),
    policy: DEFAULT_POLICY,
    sending: sending(),
    now: NOON,
    asOf: NOON,
    words,
    told: [{}],
    knowsContacts: true,
  };
  const ours: number[] = [];
  const bare: number[] = [];
  let said = '';
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    bare.push(await seconds(() => engine.run(BARE)));
    await engine.run('DROP TABLE bare');
    ours.push(
      await seconds(async () => {
        await answerRows(engine, asking);
      }),
    );
    said = JSON.stringify(
      (
        await engine.rows('SELECT answer = 0 AS allowed, count(*)::DOUBLE FROM outcome GROUP BY 1 ORDER BY 1')
      ).map(([allowed, count]) => [allowed ? 'allowed' : 'held', Number(count)]),
    );
    for (const table of ['outcome', 'classes', 'class_answers']) await engine.run(`DROP TABLE ${table}`);
  }
  const [bareSeconds, ourSeconds] = [Math.min(...bare), Math.min(...ours)];
  const results = {
    people: MADE * COPIES,
    goal: 'at most 1.5 times the bare join',
    bareJoinSeconds: round(bareSeconds),
    answersSeconds: round(ourSeconds),
    ratio: round(ourSeconds / bareSeconds),
    peopleASecond: Math.round((MADE * COPIES) / ourSeconds),
    answers: JSON.parse(said),
    likenesses: words.likenesses.length,
    allRounds: { bare: bare.map(round), ours: ours.map(round) },
    machine: {
      cpu: cpus()[0]!.model,
      cores: cpus().length,
      node: process.version,
      loadBefore,
      loadAfter: loadavg(),
    },
  };
  await writeFile(new URL('results/batch.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
  console.log(JSON.stringify(results, null, 2));
} finally {
  engine.close();
  await rm(folder, { recursive: true, force: true });
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1_000;
}

async function fill() {
  const rows = new PeopleRows();
  const next = numbers(3);
  for (const [name, columns] of Object.entries(PEOPLE_TABLES))
    await engine.createTable(`made_${name}`, columns);
  await engine.createTable('asked', ASKED_TABLE);
  const [people, times, contacts] = [
    await engine.appender('made_people', Object.values(PEOPLE_TABLES.people)),
    await engine.appender('made_times', Object.values(PEOPLE_TABLES.times)),
    await engine.appender('made_contacts', Object.values(PEOPLE_TABLES.contacts)),
  ];
  for (let index = 0; index < MADE; index += 1) {
    const { people: row, times: own } = rows.person(personNumbered(index, NOON.getTime()));
    people.add(row);
    for (const one of own) times.add(one);
    for (let contact = Math.floor(next() * 4); contact > 0; contact -= 1)
      contacts.add(
        rows.contact(subjectOf(index) as SubjectKey, {
          use: next() < 0.5 ? 'newsletter' : 'spring',
          channel: next() < 0.8 ? 'email' : 'sms',
          dispatch: 'earlier',
          at: new Date(NOON.getTime() - next() * 30 * DAY_MS),
        }),
      );
  }
  for (const appender of [people, times, contacts]) appender.close();
  await engine.run(`CREATE TABLE copies AS
    SELECT p.key AS made, c.copy, md5(p.key::VARCHAR || c.copy)::UUID AS key, p.person * ${COPIES} + c.copy AS person, p.likeness
    FROM made_people p, range(${COPIES}) c (copy)`);
  await engine.run('INSERT INTO people SELECT key, person, likeness FROM copies');
  await engine.run(
    `INSERT INTO times SELECT t.person * ${COPIES} + c.copy, t.place, t.until FROM made_times t, range(${COPIES}) c (copy)`,
  );
  await engine.run(
    'INSERT INTO contacts SELECT c.key, m.kind, m.at FROM made_contacts m JOIN copies c ON c.made = m.key',
  );
  // A list is in the order of nothing that is known here.
  await engine.run(
    'INSERT INTO asked SELECT row_number() OVER () - 1, key, 0 FROM (SELECT key FROM people ORDER BY hash(key))',
  );
  for (const name of ['copies', 'made_people', 'made_times', 'made_contacts'])
    await engine.run(`DROP TABLE ${name}`);
  return rows.words();
}
