import { ASKED_TABLE } from '../../gate/batch/classes-query.ts';
import type { ToldFacts } from '../../gate/question.ts';
import { nearest, type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type IdentifierKind, normalIdentifier } from '../../playbook/6-control/ledger/subject-key.ts';
import type { AnswerEngine } from './answer-engine.ts';
import { type Audience, textOf } from './audience-file.ts';
import type { BatchEngine } from './batch-engine.ts';
import { hashBeginnings } from './subject-hash.ts';

/** Which columns of a list say whom, and where the person may be. */
export interface AudienceColumns {
  /** A pseudonym, or what people are reached or known by. */
  readonly key: { readonly kind: IdentifierKind | 'subject'; readonly column: string };
  readonly timeZone: string | null;
  readonly jurisdiction: string | null;
}

/** More combinations of places and zones than this are no places and zones. */
const MOST_TOLD = 100_000;

/**
 * Fills table `asked`: a row for each of the list, in its order, under the key of its person. Gives what rows tell of the
 * moment, by number. Problems: `gate.unknown-column`, `gate.no-secret`, `gate.unreadable-audience`.
 */
export async function askRows(
  engine: BatchEngine,
  audience: Audience,
  columns: AudienceColumns,
  secret: string | null,
): Promise<Result<readonly ToldFacts[], Problem>> {
  const unknown = missingColumn(audience, [columns.key.column, columns.timeZone, columns.jurisdiction]);
  if (unknown !== null) return fail(unknown);
  const { kind, column } = columns.key;
  if (kind !== 'subject' && secret === null)
    return fail(
      problem(
        'gate.no-secret',
        `without the secret of the pseudonyms nobody can be told by \`${column}\``,
        'set SCRUPLE_SUBJECTS_SECRET, or give a list with a column of pseudonyms',
      ),
    );
  await engine.createTable('asked', ASKED_TABLE);
  const told = await toldOf(engine, audience, columns);
  if (!told.ok) return told;
  const written = textOf(audience, column);
  const cell = kind === 'subject' ? `trim(${written}, ' ')` : `trim(${written})`;
  const from = `audience a${told.value.join}`;
  if (kind === 'subject')
    await engine.run(
      `INSERT INTO asked SELECT a.rowid, ${keyOfPseudonym(cell)}, ${told.value.number} FROM ${from}`,
    );
  else {
    await oddIdentifiers(engine, kind, cell);
    const { inner, outer } = hashBeginnings(secret!, kind);
    await engine.run(
      `INSERT INTO asked SELECT a.rowid, CASE WHEN normal IS NULL THEN NULL ELSE CAST(substr(sha256($1::BLOB || unhex(sha256($2::BLOB || encode(normal)))), 1, 32) AS UUID) END, told
      FROM (SELECT a.rowid, coalesce(${plainForm(kind, cell)}, o.normal) AS normal, ${told.value.number} AS told
        FROM ${from} LEFT JOIN odd_identifiers o ON o.written = ${cell}) a`,
      [outer, inner],
    );
  }
  return ok(told.value.facts);
}

/** A pseudonym as `keyOfSubject` writes it; NULL for anything else. */
const keyOfPseudonym = (cell: string): string =>
  `CASE WHEN regexp_full_match(${cell}, 'subject:[A-Za-z0-9_-]{43}') THEN CAST(substr(hex(from_base64(translate(substr(${cell}, 9), '-_', '+/') || '=')), 1, 32) AS UUID) END`;

/**
 * The normal form of what is written in plain letters, as `normalIdentifier` makes it; NULL for what is not so plain, and
 * is left to it. A test holds both together.
 */
export function plainForm(kind: IdentifierKind, cell: string): string {
  switch (kind) {
    case 'email':
      return `CASE WHEN regexp_full_match(${cell}, '[!#-;=?A-Za-z^-~]{1,100}@([A-Za-z0-9]{1,30}\\.){1,4}[A-Za-z]{2,20}') THEN lower(${cell}) END`;
    case 'phone':
      return `CASE WHEN regexp_full_match(${cell}, '\\+[1-9][0-9]{5,14}') THEN ${cell} END`;
    case 'customer':
    case 'device':
      return `CASE WHEN regexp_full_match(${cell}, '[!-~]{1,200}') THEN ${cell} END`;
  }
}

/** Table `odd_identifiers`: each spelling that is not plain, with its normal form; without one where nobody is meant. */
async function oddIdentifiers(engine: BatchEngine, kind: IdentifierKind, cell: string): Promise<void> {
  await engine.createTable('odd_identifiers', { written: 'VARCHAR', normal: 'VARCHAR' });
  const appender = await engine.appender('odd_identifiers', ['VARCHAR', 'VARCHAR']);
  const odd = `SELECT DISTINCT ${cell} FROM audience a WHERE ${plainForm(kind, cell)} IS NULL AND ${cell} <> ''`;
  for await (const [written] of engine.stream(odd)) {
    const normal = normalIdentifier({ kind, value: String(written) });
    if (normal.ok) appender.add([String(written), normal.value.value]);
  }
  appender.close();
}

interface Told {
  readonly facts: readonly ToldFacts[];
  /** SQL of the number of what a row tells, and of the table that it is looked up in. */
  readonly number: string;
  readonly join: string;
}

/** Numbers what the rows of table `audience` tell. Problems: `gate.unreadable-audience`. */
export async function toldOf(
  engine: AnswerEngine,
  audience: Audience,
  { timeZone, jurisdiction }: AudienceColumns,
): Promise<Result<Told, Problem>> {
  if (timeZone === null && jurisdiction === null) return ok({ facts: [{}], number: '0', join: '' });
  const toldIn = (column: string | null): string =>
    column === null ? 'NULL::VARCHAR' : `nullif(trim(${textOf(audience, column)}, ' '), '')`;
  const [zone, place] = [toldIn(timeZone), toldIn(jurisdiction)];
  await engine.make(
    'told_words',
    `SELECT row_number() OVER () - 1 AS told, v.zone, v.place
     FROM (SELECT DISTINCT ${zone} AS zone, ${place} AS place FROM audience a) v`,
  );
  const words = await engine.rows(`SELECT zone, place FROM told_words ORDER BY told LIMIT ${MOST_TOLD + 1}`);
  if (words.length > MOST_TOLD)
    return fail(
      problem(
        'gate.unreadable-audience',
        `the columns of zones and places hold more than ${MOST_TOLD} different values`,
        'name columns of time zones and jurisdictions',
      ),
    );
  return ok({
    facts: words.map(([ofZone, ofPlace]) => ({
      ...(ofZone === null ? {} : { timeZone: String(ofZone) }),
      ...(ofPlace === null ? {} : { jurisdiction: String(ofPlace) }),
    })),
    number: 'w.told',
    join: ` JOIN told_words w ON w.zone IS NOT DISTINCT FROM ${zone} AND w.place IS NOT DISTINCT FROM ${place}`,
  });
}

/** The first of these columns that a list does not have; `null` where it has all of them. */
export function missingColumn(
  { columns }: Audience,
  named: ReadonlyArray<string | null | undefined>,
): Problem | null {
  const column = named.find((one) => one != null && !columns.includes(one));
  if (column == null) return null;
  const near = nearest(column, columns);
  return problem(
    'gate.unknown-column',
    `the list has no column \`${column}\``,
    near === undefined ? `name one of ${columns.slice(0, 20).join(', ')}` : `write ${near}`,
  );
}
