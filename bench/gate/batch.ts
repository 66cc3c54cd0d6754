/**
 * Answers for ten million people of a list, with consents, pauses, rests, suppression and contact caps, beside the bare
 * join of the same tables in the same engine. Run: node bench/gate/batch.ts [PEOPLE]. Writes results/batch.json.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerRows } from '../../src/app/gate/answer-rows.ts';
import { BatchEngine } from '../../src/app/gate/batch-engine.ts';
import { type Asking, classForm } from '../../src/gate/batch/class-form.ts';
import { ASKED_TABLE } from '../../src/gate/batch/classes-query.ts';
import { PEOPLE_TABLES, PeopleRows } from '../../src/gate/batch/people-rows.ts';
import { DEFAULT_POLICY } from '../../src/gate/policy.ts';
import { NOON, sending, use } from '../../src/gate/testing/moments.ts';
import type { SubjectKey } from '../../src/playbook/6-control/ledger/subject-key.ts';
import { numbers, personNumbered, subjectOf } from './people.ts';
import { round, writeResults } from './results.ts';

const PEOPLE = Number(process.argv[2] ?? 10_000_000);
/** People who are made one by one; the others are copies of them under keys of their own. */
const MADE = Math.min(100_000, PEOPLE);
const COPIES = Math.round(PEOPLE / MADE);
const DAY_MS = 86_400_000;
const ROUNDS = 5;
const MEMORY_LIMIT = '8GB';

const folder = await mkdtemp(join(tmpdir(), 'scruple-bench-gate-'));
const engine = await BatchEngine.open({ temporaryFolder: folder, memoryLimit: MEMORY_LIMIT, threads: 2 });
try {
  const asking = {
    use: use(),
    policy: DEFAULT_POLICY,
    sending: sending(),
    now: NOON,
    asOf: NOON,
    words: await fill(),
    told: [{}],
    knowsContacts: true,
  };
  const windows = [...new Set(classForm(asking).counters.map(({ after }) => after))];
  const bare = bareJoin(windows);
  const narrow = bareJoin(windows.slice(-1));
  const rounds: Round[] = [];
  // The first round, in which memory is handed out, does not count.
  for (let turn = 0; turn <= ROUNDS; turn += 1) {
    const costs = {
      bare: await costOf(() => engine.run(bare)),
      narrow: await costOf(() => engine.run(narrow)),
      answers: await costOf(() => answerRows(engine, asking)),
    };
    if (turn > 0) rounds.push(costs);
    if (turn < ROUNDS) for (const table of ['outcome', 'classes']) await engine.run(`DROP TABLE ${table}`);
  }
  const seconds = (of: keyof Round): number => round(median(rounds.map((one) => one[of].wall)));
  const ratio = (beside: 'bare' | 'narrow', by: keyof Cost): number =>
    round(median(rounds.map((one) => one.answers[by] / one[beside][by])));
  await writeResults('batch', {
    people: MADE * COPIES,
    goal: 'at most 1.5 times the bare join',
    memoryLimit: MEMORY_LIMIT,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    bareJoinSeconds: seconds('bare'),
    bareJoinOfOneWindowSeconds: seconds('narrow'),
    answersSeconds: seconds('answers'),
    ratio: ratio('bare', 'wall'),
    ratioOfProcessorTime: ratio('bare', 'processor'),
    ratioToOneWindow: ratio('narrow', 'wall'),
    ratioToOneWindowOfProcessorTime: ratio('narrow', 'processor'),
    peopleASecond: Math.round((MADE * COPIES) / seconds('answers')),
    answers: Object.fromEntries(
      (await engine.rows('SELECT answer = 0, count(*)::DOUBLE FROM outcome GROUP BY 1 ORDER BY 1 DESC')).map(
        ([allowed, count]) => [allowed ? 'allowed' : 'held', Number(count)],
      ),
    ),
    classes: Number((await engine.rows('SELECT count(*) FROM classes'))[0]![0]),
    rounds: rounds.map((one) =>
      Object.fromEntries(Object.entries(one).map(([name, cost]) => [name, round(cost.wall)])),
    ),
  });
} finally {
  engine.close();
  await rm(folder, { recursive: true, force: true });
}

/**
 * Whoever joins a list by hand with consents, the ends of them, and the contacts in each window of a cap, asks this, and
 * has no reasons from it yet. With the last window alone, caps of a longer one are not held.
 */
function bareJoin(windows: readonly number[]): string {
  const counts = windows.map((after, index) => `count(*) FILTER (k.at > ${after}) AS contacts_${index}`);
  return `CREATE OR REPLACE TABLE bare AS
    SELECT a.row_no, p.likeness, t.open, c.* EXCLUDE (key) FROM asked a
    LEFT JOIN people p ON p.key = a.key
    LEFT JOIN (SELECT person, count(*) AS open FROM times WHERE until > ${NOON.getTime()} GROUP BY person) t
      ON t.person = p.person
    LEFT JOIN (SELECT key, ${counts.join(', ')} FROM contacts k WHERE k.at > ${windows[0]} GROUP BY key) c
      ON c.key = a.key
    ORDER BY a.row_no`;
}

/** In seconds. */
interface Cost {
  readonly wall: number;
  readonly processor: number;
}
type Round = Readonly<Record<'bare' | 'narrow' | 'answers', Cost>>;

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [begin, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - begin) / 1_000, processor: (user + system) / 1e6 };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

async function fill(): Promise<Asking['words']> {
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
