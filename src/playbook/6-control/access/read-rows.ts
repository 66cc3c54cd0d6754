import type { Cell, Rows } from '../../../kernel/ports/warehouse.ts';
import type { DatasetPart, DescribedField, TakenOut } from './access-document.ts';
import { columnStaysOut, holdsContact, withoutAddresses } from './take-out.ts';

/** A column of a table, as the engine spells it, beside what the data map says of it. */
export interface ChosenColumn {
  readonly column: string;
  readonly field: DescribedField;
}

/** The columns that may be asked for, and what stays out as a whole. `count` is 0 there: no row of it was looked at. */
export function chooseColumns(
  dataset: string,
  columns: readonly string[],
  fields: ReadonlyMap<string, DescribedField>,
): { readonly asked: readonly ChosenColumn[]; readonly out: readonly TakenOut[] } {
  const asked: ChosenColumn[] = [];
  const out: TakenOut[] = [];
  for (const column of columns) {
    const field = fields.get(column.toLowerCase());
    const because = columnStaysOut(field);
    if (because === null) asked.push({ column, field: field! });
    else out.push({ where: `${dataset}.${column}`, because, count: 0 });
  }
  return { asked, out };
}

/** Rows as they go into the copy: numbers that JSON cannot hold as text, texts without other people’s addresses. */
export function readRows(
  dataset: string,
  columns: readonly ChosenColumn[],
  { rows }: Pick<Rows, 'rows'>,
  own: ReadonlySet<string>,
): { readonly rows: DatasetPart['rows']; readonly out: readonly TakenOut[] } {
  const counts = new Map<string, number>();
  const read = rows.map((row) =>
    Object.fromEntries(
      columns.map(({ field }, index) => {
        const value = plain(row[index] ?? null);
        if (typeof value !== 'string' || holdsContact(field)) return [field.field, value];
        const { text, count } = withoutAddresses(value, own);
        if (count > 0) counts.set(field.field, (counts.get(field.field) ?? 0) + count);
        return [field.field, text];
      }),
    ),
  );
  return {
    rows: read,
    out: [...counts].map(([field, count]) => ({
      where: `${dataset}.${field}`,
      because: 'address-of-others',
      count,
    })),
  };
}

/** A value as JSON writes it, without a loss: whole numbers beyond 2^53 become text. */
export function plain(cell: Cell): string | number | boolean | null {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString();
  if (typeof cell === 'bigint') return Number.isSafeInteger(Number(cell)) ? Number(cell) : String(cell);
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : String(cell);
  return cell;
}
