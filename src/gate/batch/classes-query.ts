import { BITS_OF_A_WORD, type ClassForm, columnsOf, countedWords } from './class-form.ts';
import { BITS_OF_A_COUNT, COUNTS_IN_A_WORD, type ContactCounter, MOST_CONTACTS } from './contact-counters.ts';

/** The rows of an audience as they are asked about: `key` is null where nobody can be told; `told` as in `Asking`. */
export const ASKED_TABLE = { row_no: 'BIGINT', key: 'UUID', told: 'INTEGER' } as const;

/**
 * One query that sorts the rows of `asked` into classes that no rule can tell apart: what their people have in common,
 * which of their times are over, and how often they were reached in each window. The rules themselves then answer for a
 * handful of classes instead of for millions of people. Columns: `row_no`, then those of `columnsOf`.
 *
 * The same text for DuckDB and PostgreSQL. Nothing but numbers goes into it: no name, no value, no secret of anybody.
 */
export function classesQuery(form: ClassForm): string {
  const ended = Array.from({ length: form.endedWords }, (_, word) => endedWord(word));
  const counted = Array.from({ length: countedWords(form) }, (_, word) => countedWord(word, form));
  const [told, likeness, ...numbers] = columnsOf(form);
  return `WITH over_times AS (
  SELECT t.person${ended.map((one) => `, ${one}`).join('')}
  FROM times t WHERE t.until <= ${form.now} GROUP BY t.person
), counted_contacts AS (
  SELECT c.key${counted.map((one) => `, ${one}`).join('')}
  FROM contacts c JOIN (${sortsOf(form)}) s ON s.kind = c.kind
  WHERE c.at > ${form.contactsAfter} GROUP BY c.key
)
SELECT a.row_no, a.${told}, CASE WHEN a.key IS NULL THEN -1 ELSE coalesce(p.likeness, 0) END AS ${likeness}${numbers
    .map((name) => `, coalesce(${name}, 0) AS ${name}`)
    .join('')}
FROM asked a
LEFT JOIN people p ON p.key = a.key
LEFT JOIN over_times o ON o.person = p.person
LEFT JOIN counted_contacts n ON n.key = a.key`;
}

const endedWord = (word: number): string => {
  const first = word * BITS_OF_A_WORD;
  const last = first + BITS_OF_A_WORD - 1;
  const bit = `CAST(1 AS BIGINT) << CAST(t.place - ${first} AS INTEGER)`;
  return `bit_or(CASE WHEN t.place BETWEEN ${first} AND ${last} THEN ${bit} ELSE 0 END) AS ended_${word}`;
};

/** One sum counts everything: each counter has its own digits of the number. */
function countedWord(word: number, { counters }: ClassForm): string {
  const mine = counters.slice(word * COUNTS_IN_A_WORD, (word + 1) * COUNTS_IN_A_WORD);
  const cases = mine.map((one, digit) => `WHEN ${within(one)} THEN ${2 ** (digit * BITS_OF_A_COUNT)}`);
  return `CASE WHEN count(*) > ${MOST_CONTACTS} THEN -1 ELSE CAST(sum(CAST(CASE ${cases.join(' ')} ELSE 0 END AS DOUBLE PRECISION)) AS BIGINT) END AS counted_${word}`;
}

const within = ({ sort, after, until }: ContactCounter): string =>
  `s.sort = ${sort} AND c.at > ${after}${until === null ? '' : ` AND c.at <= ${until}`}`;

/** Which sort of contact each kind is of; without a kind, an empty table of the same columns. */
function sortsOf({ sortOfKind }: ClassForm): string {
  const rows = sortOfKind.flatMap((sort, kind) => (sort < 0 ? [] : [`(${kind}, ${sort})`]));
  return rows.length === 0
    ? 'SELECT 0 AS kind, 0 AS sort WHERE 1 = 0'
    : `SELECT v.kind, v.sort FROM (VALUES ${rows.join(', ')}) v (kind, sort)`;
}
