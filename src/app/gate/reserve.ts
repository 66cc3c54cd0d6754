import type { ClassAnswers } from '../../gate/batch/answer-classes.ts';
import type { FeedPosition } from '../../gate/library/feed-lines.ts';
import type { DecisionRecord, GateServer, LeaseOrder } from '../../gate/library/gate-server.ts';
import { hold } from '../../gate/reason.ts';
import type { Problem } from '../../kernel/problem.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { AudienceColumns } from './ask-rows.ts';
import { type Audience, textOf } from './audience-file.ts';
import type { BatchEngine } from './batch-engine.ts';

/** People of one question to the server. */
const AT_ONCE = 2_000;

/** Whom the server is asked about: the list as it lies in the engine, and the column that says who is meant. */
export interface NamedRows {
  readonly engine: BatchEngine;
  readonly audience: Audience;
  readonly key: AudienceColumns['key'];
}

/**
 * Sets a contact aside at the server for everybody who is permitted, before a file says so: whoever has had enough by then
 * is held. `leases` gets the names of those that were taken, also where it breaks off: they are to be given back then.
 */
export async function reserveContacts(
  rows: NamedRows,
  server: Pick<GateServer, 'lease'>,
  dispatch: Omit<LeaseOrder, 'people'>,
  said: ClassAnswers,
  leases: string[],
): Promise<Result<null, Problem>> {
  const { engine } = rows;
  await engine.createTable('leased', { row_no: 'BIGINT', lease: 'VARCHAR', answer: 'INTEGER' });
  const appender = await engine.appender('leased', ['BIGINT', 'VARCHAR', 'INTEGER']);
  for await (const part of parts(namedRows(rows, 'o.answer = 0'))) {
    const granted = await server.lease({ ...dispatch, people: part.map(({ name }) => name) });
    if (!granted.ok) return granted;
    const { lease, people } = granted.value;
    leases.push(lease);
    for (const [index, { row }] of part.entries()) {
      const refused = people[index]?.refused ?? null;
      // Of whom nothing is said, nothing was set aside.
      const reason =
        people[index] === undefined
          ? hold('contacts-unknown', 'time', null)
          : refused && hold(refused.code, 'time', null);
      appender.add([row, lease, reason === null ? 0 : said.placeOf({ decision: 'hold', reasons: [reason] })]);
    }
  }
  appender.close();
  await engine.run(
    `CREATE OR REPLACE TABLE outcome AS SELECT o.row_no, coalesce(l.answer, o.answer) AS answer
     FROM outcome o LEFT JOIN leased l ON l.row_no = o.row_no ORDER BY o.row_no`,
  );
  return ok(null);
}

/** Takes every decision into the log of the server, but those on rows in which nobody can be told. */
export async function reportRows(
  rows: NamedRows,
  server: Pick<GateServer, 'report'>,
  about: Pick<DecisionRecord, 'at' | 'use' | 'channel' | 'dispatch' | 'contentHash' | 'clearance'> & {
    readonly run: string;
    readonly knownUpTo: FeedPosition | null;
  },
  said: ClassAnswers,
): Promise<Result<null, Problem>> {
  const { run, ...all } = about;
  for await (const part of parts(namedRows(rows, 'k.key IS NOT NULL'))) {
    const reported = await server.report(
      part.map(({ row, name, answer, lease }) => {
        const { decision: outcome, codes } = said.answers[answer]!;
        return { ...all, id: `${run}:${row}`, subject: name, outcome, codes, shadow: [], lease };
      }),
    );
    if (!reported.ok) return reported;
  }
  return ok(null);
}

interface NamedRow {
  readonly row: number;
  readonly name: string;
  readonly answer: number;
  readonly lease: string | null;
}

async function* namedRows({ engine, audience, key }: NamedRows, where: string): AsyncGenerator<NamedRow> {
  const prefix = key.kind === 'subject' ? '' : `${key.kind}:`;
  const cell = `trim(${textOf(audience, key.column)})`;
  await engine.run('CREATE TABLE IF NOT EXISTS leased (row_no BIGINT, lease VARCHAR, answer INTEGER)');
  const query = `SELECT o.row_no, ${cell}, o.answer, CASE WHEN o.answer = 0 THEN l.lease END FROM outcome o
    JOIN audience a ON a.rowid = o.row_no JOIN asked k ON k.row_no = o.row_no
    LEFT JOIN leased l ON l.row_no = o.row_no WHERE ${where} ORDER BY o.row_no`;
  for await (const [row, name, answer, lease] of engine.stream(query))
    yield {
      row: Number(row),
      name: `${prefix}${name}`,
      answer: Number(answer),
      lease: lease === null ? null : String(lease),
    };
}

async function* parts(rows: AsyncIterable<NamedRow>): AsyncGenerator<readonly NamedRow[]> {
  let part: NamedRow[] = [];
  for await (const row of rows) {
    part.push(row);
    if (part.length < AT_ONCE) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
