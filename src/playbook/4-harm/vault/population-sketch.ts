import type { Rows } from '../../../kernel/ports/warehouse.ts';
import { quoteIdentifier, quoteLiteral } from '../../../kernel/quote-identifier.ts';
import type { Query } from '../fairness/cells-query.ts';
import { relation } from '../fairness/relation.ts';
import type { AuditSpec, VaultSource } from '../fairness/spec.ts';

/**
 * What an audit over a vault leaves in its log, so that the next one can be held against it: for each of 1,024 buckets of
 * people, a sum that changes when one person joins, leaves, or is given another value. Two audits that differ in a
 * handful of people differ in a handful of buckets, and would show those people's attributes by subtraction.
 */
export interface PopulationSketch {
  /** `people`, and each column whose values people were given, with `decision` also turned round. */
  readonly role: string;
  /** A short text for each bucket. */
  readonly buckets: readonly string[];
}

export const BUCKETS = 1024;

type Keyed = AuditSpec & { readonly vault: VaultSource };

/** The columns whose values the owner of the decisions chose, with how each value is read. */
function roles(spec: Keyed): Array<{ name: string; value: string }> {
  const kept = new Set(Object.keys(spec.vault.records));
  const column = (name: string): string => `coalesce(CAST(a.${quoteIdentifier(name)} AS VARCHAR), '')`;
  const plain = (name: string, yes: string, no: string): string =>
    `CASE WHEN lower(${column(name)}) IN ('1', 'true', 'yes') THEN '${yes}' WHEN lower(${column(name)}) IN ('0', 'false', 'no') THEN '${no}' ELSE ${column(name)} END`;
  const flag = (name: string, favourable: string | undefined, yes: string, no: string): string =>
    favourable === undefined
      ? plain(name, yes, no)
      : `CASE WHEN ${column(name)} = ${quoteLiteral(favourable)} THEN '${yes}' WHEN ${column(name)} = '' THEN '' ELSE '${no}' END`;
  const both = (role: string, name: string, favourable?: string) => [
    { name: role, value: flag(name, favourable, '1', '0') },
    { name: `not ${role}`, value: flag(name, favourable, '0', '1') },
  ];
  return [
    { name: 'people', value: "''" },
    ...both('decision', spec.decision, spec.favourable),
    ...(spec.label === undefined ? [] : both('label', spec.label, spec.labelFavourable)),
    ...(spec.rules ?? []).flatMap((name) => both(`rule ${name}`, name)),
    ...(spec.control ?? [])
      .filter((name) => !kept.has(name))
      .map((name) => ({ name: `control ${name}`, value: column(name) })),
    ...(spec.groups ?? [])
      .filter((name) => !kept.has(name))
      .map((name) => ({ name: `group ${name}`, value: column(name) })),
    ...(spec.score === undefined ? [] : [{ name: 'score', value: column(spec.score) }]),
  ];
}

/** Counts people of the vault into buckets; a pseudonym that the vault does not know is nobody. */
export function sketchQuery(spec: Keyed): Query {
  const own = `CAST(a.${quoteIdentifier(spec.vault.decisionsKey ?? spec.vault.key)} AS VARCHAR)`;
  const theirs = `CAST(v.${quoteIdentifier(spec.vault.key)} AS VARCHAR)`;
  const all = roles(spec);
  const hashes = all.map(({ value }, index) => `md5(${own} || chr(31) || ${value}) AS h${index}`);
  const sums = all.map((_, index) => `CAST(sum(${number(`h${index}`)}) AS VARCHAR) AS s${index}`);
  return {
    sql: `SELECT bucket, count(*) AS n, ${sums.join(', ')} FROM (
  SELECT ${number(`substr(md5(${own}), 1, 3)`, 3)} % ${BUCKETS} AS bucket, ${hashes.join(', ')}
  FROM ${relation(spec.source)} AS a JOIN ${relation(spec.vault.source)} AS v ON ${own} = ${theirs}
) AS people GROUP BY bucket`,
    parameters: {},
  };
}

/** The first hexadecimal digits as a number, in words that every engine understands. */
function number(hash: string, digits = 7): string {
  const parts = Array.from(
    { length: digits },
    (_, index) =>
      `(strpos('0123456789abcdef', substr(${hash}, ${index + 1}, 1)) - 1) * ${16 ** (digits - 1 - index)}`,
  );
  return `(${parts.join(' + ')})`;
}

/** Reads the answer to `sketchQuery`. */
export function readSketches({ rows }: Rows, spec: Keyed): PopulationSketch[] {
  return roles(spec).map(({ name }, index) => {
    const buckets = new Array<string>(BUCKETS).fill('');
    for (const row of rows)
      buckets[Number(row[0])] =
        `${Number(row[1]).toString(36)}:${BigInt(String(row[2 + index]).split('.')[0]!).toString(36)}`;
    return { role: name, buckets };
  });
}

/**
 * The fewest people in which an audit differs from an earlier one without being the same: at most the people of the
 * buckets that differ. `null` where none is near.
 */
export function nearestDifference(
  own: readonly PopulationSketch[],
  earlier: readonly PopulationSketch[],
): number | null {
  let least: number | null = null;
  for (const one of own)
    for (const other of earlier) {
      // Everybody in an audit, held against those with a decision, is another question.
      if ((one.role === 'people') !== (other.role === 'people')) continue;
      let differing = 0;
      for (let index = 0; index < BUCKETS; index += 1)
        if (one.buckets[index] !== other.buckets[index]) differing += 1;
      if (differing > 0 && (least === null || differing < least)) least = differing;
    }
  return least;
}
