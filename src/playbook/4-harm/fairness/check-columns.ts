import type { Rows } from '../../../kernel/ports/warehouse.ts';
import { nearest, type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Query } from './cells-query.ts';
import { readCsvHeader } from './csv-header.ts';
import { listed } from './favourable.ts';
import { columnsQuery, firstLineQuery } from './relation.ts';
import type { AuditSource, AuditSpec } from './spec.ts';

export type Run = (query: Query, maximumRows: number) => Promise<Result<Rows, Problem>>;

/**
 * Finds the columns of the decisions and of the vault, and gives back the audit with all that is known of them.
 * Problems: `usage.invalid`, `audit.unknown-column`, `audit.unreadable`, `audit.ground-missing`.
 */
export async function checkColumns(run: Run, spec: AuditSpec): Promise<Result<AuditSpec, Problem>> {
  const { vault } = spec;
  if (spec.groups.length === 0 && spec.areas === undefined)
    return fail(
      problem(
        'usage.invalid',
        'no attribute is named by which people are compared',
        'name columns with --group',
      ),
    );
  const inVault = new Set(Object.keys(vault?.records ?? {}));
  const wanted = [
    ...spec.groups,
    spec.decision,
    ...[spec.label, spec.score, spec.weight].filter((name) => name !== undefined),
    ...[spec.control, spec.rules, spec.proxies, spec.outcomes].flatMap((names) => names ?? []),
  ].filter((name) => !inVault.has(name));
  const own = [
    ...wanted,
    ...(spec.id === undefined ? [] : [spec.id]),
    ...(spec.areas === undefined ? [] : [spec.areas.column]),
    ...(vault === undefined ? [] : [vault.decisionsKey ?? vault.key]),
  ];
  const source = await findColumns(run, spec.source, own);
  if (!source.ok) return source;
  if (vault === undefined) return ok({ ...spec, source: source.value });
  const lacking = lackingRecord(vault.records);
  if (lacking !== null) return fail(lacking);
  const kept = await findColumns(run, vault.source, [
    ...[...spec.groups, ...(spec.control ?? []), ...(spec.weight === undefined ? [] : [spec.weight])].filter(
      (name) => inVault.has(name),
    ),
    vault.key,
  ]);
  return kept.ok ? ok({ ...spec, source: source.value, vault: { ...vault, source: kept.value } }) : kept;
}

function lackingRecord(records: NonNullable<AuditSpec['vault']>['records']): Problem | null {
  const words = { ground: 'ground', source: 'source', collectedOn: 'date', retention: 'retention' } as const;
  for (const [name, record] of Object.entries(records))
    for (const key of Object.keys(words) as Array<keyof typeof words>)
      if ((record[key] ?? '').trim() === '')
        return problem(
          'audit.ground-missing',
          `the vault records no ${words[key]} for \`${name}\``,
          'record why the attribute is held, where it is from, since when and for how long',
        );
  return null;
}

/** The source with its columns known, once all that is wanted is among them. */
async function findColumns(
  run: Run,
  source: AuditSource,
  wanted: readonly string[],
): Promise<Result<AuditSource, Problem>> {
  const found = await readColumns(run, source, wanted);
  if (!found.ok) return found;
  const { columns } = found.value;
  const missing = wanted.find((name) => !columns.includes(name));
  if (missing === undefined) return ok(found.value.source);
  const near = nearest(missing, columns);
  return fail(
    problem(
      'audit.unknown-column',
      `there is no column \`${missing}\`; there are ${listed(columns)}`,
      near === undefined ? 'name a column of the file' : `write \`${near}\`, if that is what is meant`,
    ),
  );
}

/** The columns of a source, and the source with all that had to be found out to read it. Problem: `audit.unreadable`. */
export async function readColumns(
  run: Run,
  source: AuditSource,
  wanted: readonly string[] = [],
): Promise<Result<{ readonly source: AuditSource; readonly columns: readonly string[] }, Problem>> {
  const laidOut = await layOut(run, source, wanted);
  if (!laidOut.ok) return laidOut;
  const answer = await run({ sql: columnsQuery(laidOut.value), parameters: {} }, 1);
  if (!answer.ok) return answer;
  const { columns } = answer.value;
  const isJson = laidOut.value.kind === 'file' && laidOut.value.format === 'json';
  return ok({ source: isJson ? { ...laidOut.value, columns } : laidOut.value, columns });
}

/** Settles how a CSV file is split by its header, so that the engine guesses nothing and can name a line that is wrong. */
async function layOut(
  run: Run,
  source: AuditSource,
  wanted: readonly string[],
): Promise<Result<AuditSource, Problem>> {
  if (
    source.kind !== 'file' ||
    source.format !== 'csv' ||
    source.columns !== undefined ||
    source.delimiter !== undefined
  )
    return ok(source);
  const answer = await run({ sql: firstLineQuery(source), parameters: {} }, 1);
  if (!answer.ok) return answer;
  const line = answer.value.rows[0]?.[0];
  if (typeof line !== 'string')
    return fail(problem('audit.unreadable', 'the file is empty', 'give a file with a header line'));
  const layout = readCsvHeader(line, wanted);
  if (layout === null)
    return fail(
      problem(
        'audit.unreadable',
        'a quote in the header line never closes',
        'correct the first line of the file',
      ),
    );
  const twice = wanted.find((name) => layout.repeated.has(name.toLowerCase()));
  if (twice !== undefined)
    return fail(
      problem(
        'audit.unreadable',
        `the header names \`${twice}\` more than once`,
        'give each column its own name',
      ),
    );
  return ok({ ...source, delimiter: layout.delimiter, columns: layout.columns });
}
