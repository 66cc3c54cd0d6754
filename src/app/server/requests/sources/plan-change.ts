import { type ContentHash, contentHash } from '../../../../kernel/canonical.ts';
import { type KeyKind, keysFrom, type PersonKey } from '../../../../playbook/6-control/access/person-keys.ts';
import { columnsQuery, countQuery } from '../../../../playbook/6-control/access/row-query.ts';
import {
  type ErasurePlan,
  planErasure,
  type SourceChange,
  stillToChange,
} from '../../../../playbook/6-control/access/source-change.ts';
import { openDestinations } from '../../../../playbook/6-control/requests/asked-request.ts';
import type { Database } from '../../../../stores/sql/tables/index.ts';
import { type AskedKeys, resolveIn, wayToFind, wordsOf } from '../../access/ask-sources.ts';
import { type KnownSource, knownSources } from '../../access/known-sources.ts';
import { type OpenedWarehouses, openedWarehouses } from '../../access/opened-warehouses.ts';
import type { ServerContext } from '../../context.ts';
import { openSaid } from '../said-by-person.ts';
import type { StoredRequest } from '../stored-request.ts';
import { destinationOf, warehouseOf } from './destination.ts';

/** What would be done to the rows of the person in one dataset. */
export interface PlannedTable {
  readonly dataset: string;
  readonly change: SourceChange;
  /** Columns that stay in a row that a law keeps. */
  readonly left: readonly string[];
  readonly foundBy: string;
  readonly kind: KeyKind;
  readonly keys: readonly PersonKey[];
  readonly rows: number;
  /** Rows of the person that stay, at least in part, as a law keeps them. */
  readonly kept: number;
}

export interface WarehousePlan {
  readonly warehouse: string;
  readonly destination: string;
  readonly tables: readonly PlannedTable[];
  /** Datasets with people in it in which nothing can be done from here. */
  readonly notAsked: ReadonlyArray<{ readonly dataset: string; readonly because: string }>;
  /** Of what would be done and of how many rows; who confirms confirms this. */
  readonly hash: ContentHash;
}

export interface ChangePlan {
  readonly warehouses: readonly WarehousePlan[];
  /** By what the person is known, as the sources have it. */
  readonly keys: readonly PersonKey[];
}

/** What is to stand in a field instead, as `crm.customers.city`. */
export interface FieldCorrection {
  readonly field: string;
  readonly value: string;
}

/**
 * Counts what an erasure or a correction would change in the warehouses that this request waits for and that may be
 * changed; of one of them, where `only` names it. Nothing is changed. Refusals: `seal.unreadable`.
 */
export async function planChange(
  db: Database,
  context: Pick<ServerContext, 'sealer' | 'warehouses'>,
  { row, request }: StoredRequest,
  corrections: readonly FieldCorrection[],
  only: string | null = null,
): Promise<ChangePlan> {
  const waiting = openDestinations(request)
    .flatMap(({ name }) => warehouseOf(name) ?? [])
    .filter((name) => context.warehouses.changeable.includes(name) && (only === null || name === only));
  if (waiting.length === 0) return { warehouses: [], keys: [] };
  const given = keysFrom(openSaid(context, row.id, row.sealed).identifiers);
  const sources = await knownSources(db);
  const opened = openedWarehouses(context.warehouses);
  opened.begin(waiting);
  try {
    const known = await resolveIn(sources, opened, given);
    const warehouses: WarehousePlan[] = [];
    for (const warehouse of waiting) {
      const there = sources.filter(({ table }) => table.warehouse === warehouse);
      const wanted =
        request.kind === 'erase'
          ? there.map((source) => ({ source, correction: null }))
          : there.flatMap((source) => correctionsIn(source, corrections));
      warehouses.push(await planWarehouse(warehouse, wanted, opened, known));
    }
    return { warehouses, keys: known.keys };
  } finally {
    // A file of DuckDB that is still open for reading cannot be changed.
    await opened.close();
  }
}

interface Wanted {
  readonly source: KnownSource;
  /** `null` where the person is to be erased in it. */
  readonly correction: { readonly column: string; readonly value: string } | null;
}

const correctionsIn = (source: KnownSource, corrections: readonly FieldCorrection[]): readonly Wanted[] =>
  corrections.flatMap(({ field, value }) => {
    const start = `${source.dataset}.`;
    return field.toLowerCase().startsWith(start.toLowerCase())
      ? [{ source, correction: { column: field.slice(start.length), value } }]
      : [];
  });

async function planWarehouse(
  warehouse: string,
  wanted: readonly Wanted[],
  opened: OpenedWarehouses,
  known: AskedKeys,
): Promise<WarehousePlan> {
  const tables: PlannedTable[] = [];
  const notAsked: { dataset: string; because: string }[] = [];
  for (const one of wanted) {
    const planned = await planTable(one, opened, known);
    if ('because' in planned) notAsked.push({ dataset: one.source.dataset, because: planned.because });
    else tables.push(planned);
  }
  const hash = contentHash({
    warehouse,
    tables: tables.map(({ dataset, change, foundBy, rows }) => ({ dataset, change, foundBy, rows })),
  });
  return { warehouse, destination: destinationOf(warehouse), tables, notAsked, hash };
}

async function planTable(
  { source, correction }: Wanted,
  opened: OpenedWarehouses,
  known: AskedKeys,
): Promise<PlannedTable | { readonly because: string }> {
  const way = wayToFind(source, known);
  if (way.because !== null) return { because: way.because };
  const { table, dataset, fields } = source;
  const { warehouse, kind, keys } = way;
  const there = await opened.ask(warehouse, columnsQuery(dataset));
  if (!there.ok) return { because: wordsOf(there.problem.code) };
  const { columns } = there.value;
  const foundBy = columnIn(columns, table.keys[kind]!);
  if (foundBy === null) return { because: `it has no column \`${table.keys[kind]}\` any more` };
  const planned =
    correction === null
      ? planErasure(columns, fields, foundBy)
      : planCorrection(columns, foundBy, correction.column, correction.value);
  if ('because' in planned) return planned;
  const counts: number[] = [];
  for (const also of [stillToChange(planned.change), null]) {
    const counted = await opened.ask(warehouse, countQuery(dataset, foundBy, keys, also));
    if (!counted.ok) return { because: wordsOf(counted.problem.code) };
    counts.push(Number(counted.value.rows[0]![0]));
  }
  const [rows, all] = counts as [number, number];
  const isKept = planned.change.does === 'empty' || planned.change.does === 'keep';
  return { dataset, ...planned, foundBy, kind, keys, rows, kept: isKept ? all : 0 };
}

function planCorrection(
  columns: readonly string[],
  foundBy: string,
  wanted: string,
  value: string,
): ErasurePlan | { readonly because: string } {
  const column = columnIn(columns, wanted);
  if (column === null) return { because: `it has no column \`${wanted}\`` };
  if (column === foundBy)
    return { because: `the person is found by \`${column}\`: change that where it is looked after` };
  return { change: { does: 'correct', columns: [column], value }, left: [] };
}

const columnIn = (columns: readonly string[], name: string): string | null =>
  columns.find((one) => one.toLowerCase() === name.toLowerCase()) ?? null;
