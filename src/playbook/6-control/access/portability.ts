import type { AccessDocument, DatasetPart } from './access-document.ts';

/** A file of an archive; its path has no way up or out. */
export interface CopyFile {
  readonly path: string;
  readonly content: string;
}

/** What the person gave, or did with us: GDPR art. 20 with WP 242, where what was inferred does not belong. */
const isOfThePerson = ({ origin }: DatasetPart['fields'][number]): boolean =>
  origin === 'provided' || origin === 'observed';

/** What a person may take elsewhere, each dataset once as JSON and once as CSV, for programs and for people. */
export function portableFiles({ datasets, own }: AccessDocument): readonly CopyFile[] {
  const names = new Set<string>();
  const files: CopyFile[] = [];
  for (const { dataset, fields, rows } of datasets) {
    const columns = fields.filter(isOfThePerson).map(({ field }) => field);
    if (columns.length === 0 || rows.length === 0) continue;
    const name = nameFor(dataset, names);
    const taken = rows.map((row) =>
      Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
    );
    files.push(
      { path: `portability/${name}.json`, content: pretty(taken) },
      { path: `portability/${name}.csv`, content: csv(columns, taken) },
    );
  }
  const choices = own.find(({ part }) => part === 'choices')?.data ?? [];
  if (choices.length > 0)
    files.push({ path: `portability/${nameFor('choices', names)}.json`, content: pretty(choices) });
  return files;
}

/** Names that differ in case alone are one name on some systems. */
function nameFor(dataset: string, taken: Set<string>): string {
  const plain = dataset.replace(/[^A-Za-z0-9_-]/g, '-').slice(0, 80) || 'data';
  let name = plain;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${plain}-${number}`;
  taken.add(name.toLowerCase());
  return name;
}

/** CSV by RFC 4180. Every text stands in quotes; an empty cell is nothing, `""` is an empty text. */
export function csv(
  columns: readonly string[],
  rows: ReadonlyArray<Readonly<Record<string, unknown>>>,
): string {
  const line = (values: readonly unknown[]): string =>
    `${values.map((value) => (value === null || value === undefined ? '' : `"${String(value).replaceAll('"', '""')}"`)).join(',')}\r\n`;
  return line(columns) + rows.map((row) => line(columns.map((column) => row[column]))).join('');
}

export const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
