import type { DatasetPart, TakenOut } from '../../../playbook/6-control/access/access-document.ts';
import {
  type ContactLead,
  type KeyKind,
  type PersonKey,
  type ResolvedKeys,
  resolveKeys,
} from '../../../playbook/6-control/access/person-keys.ts';
import { chooseColumns, readRows } from '../../../playbook/6-control/access/read-rows.ts';
import {
  columnsQuery,
  KEY_ORDER,
  leadQuery,
  rowsQuery,
} from '../../../playbook/6-control/access/row-query.ts';
import type { KnownSource } from './known-sources.ts';
import type { OpenedWarehouses } from './opened-warehouses.ts';

/** What one dataset answered, or why it did not. */
export type SourceAnswer =
  | { readonly part: DatasetPart; readonly out: readonly TakenOut[]; readonly because: null }
  | { readonly part: null; readonly out: readonly TakenOut[]; readonly because: string };

/** The keys by which rows may be looked for, and those by which they may not. */
export interface AskedKeys extends ResolvedKeys {
  /** Nobody could tell whether these are one person’s alone. */
  readonly untold: readonly PersonKey[];
}

/**
 * By which keys rows may be looked for, asked of every source that has a customer’s id beside an address or a number.
 * Where none of them answers, nobody knows whether others share the address: then nothing is looked for by it.
 */
export async function resolveIn(
  sources: readonly KnownSource[],
  warehouses: OpenedWarehouses,
  given: readonly PersonKey[],
): Promise<AskedKeys> {
  const leads: ContactLead[] = [];
  const silent = new Set<PersonKey>();
  for (const key of given) {
    if (key.kind === 'customer') continue;
    for (const { table } of sources) {
      const { warehouse, dataset, keys } = table;
      const column = keys[key.kind];
      if (warehouse === null || keys.customer === undefined || column === undefined) continue;
      const answer = await warehouses.ask(warehouse, leadQuery(dataset, column, keys.customer, key));
      if (answer.ok) leads.push({ key, customers: answer.value.rows.map(([customer]) => String(customer)) });
      else silent.add(key);
    }
  }
  const untold = [...silent].filter((key) => !leads.some((lead) => lead.key === key));
  return {
    ...resolveKeys(
      given.filter((key) => !untold.includes(key)),
      merged(leads),
    ),
    untold,
  };
}

/** One address in several tables is one lead: two customers in two tables are two. */
const merged = (leads: readonly ContactLead[]): readonly ContactLead[] =>
  [...Map.groupBy(leads, ({ key }) => `${key.kind} ${key.value}`).values()].map((all) => ({
    key: all[0]!.key,
    customers: [...new Set(all.flatMap(({ customers }) => customers))],
  }));

/** Where a dataset is asked and by which keys, or why it is not. */
export type WayToFind =
  | {
      readonly warehouse: string;
      readonly kind: KeyKind;
      readonly keys: readonly PersonKey[];
      readonly because: null;
    }
  | { readonly because: string };

/** By what the rows of a person are found in a dataset: the surest key that it has and that is known. */
export function wayToFind({ table }: KnownSource, { keys, shared, untold }: AskedKeys): WayToFind {
  const { warehouse } = table;
  if (warehouse === null)
    return { because: 'its source names no warehouse that can be asked: ask the system that holds it' };
  const kinds = Object.keys(table.keys);
  if (kinds.length === 0)
    return { because: 'the data map does not say by which field a person is found in it' };
  const kind = KEY_ORDER.find((one) => table.keys[one] !== undefined && keys.some((key) => key.kind === one));
  if (kind !== undefined)
    return { warehouse, kind, keys: keys.filter((key) => key.kind === kind), because: null };
  if (shared.some((key) => kinds.includes(key.kind)))
    return {
      because:
        'the address leads to more than one person, so nothing was looked for by it: name the customer',
    };
  return {
    because: untold.some((key) => kinds.includes(key.kind))
      ? 'whether others share the address could not be asked, so nothing was looked for by it'
      : `people are found in it by ${kinds.join(' or ')}, which is not known of this person`,
  };
}

/** Asks one dataset for the rows of the person. */
export async function askSource(
  source: KnownSource,
  warehouses: OpenedWarehouses,
  known: AskedKeys,
  own: ReadonlySet<string>,
): Promise<SourceAnswer> {
  const not = (because: string, out: readonly TakenOut[] = []): SourceAnswer => ({
    part: null,
    out,
    because,
  });
  const { table, fields } = source;
  const { dataset } = table;
  const way = wayToFind(source, known);
  if (way.because !== null) return not(way.because);
  const { warehouse, kind, keys } = way;
  const there = await warehouses.ask(warehouse, columnsQuery(dataset));
  if (!there.ok) return not(wordsOf(there.problem.code));
  const described = new Map(fields.map((field) => [field.field.toLowerCase(), field]));
  const { asked, out } = chooseColumns(dataset, there.value.columns, described);
  const column = there.value.columns.find((one) => one.toLowerCase() === table.keys[kind]!.toLowerCase());
  if (column === undefined) return not(`it has no column \`${table.keys[kind]}\` any more`);
  if (asked.length === 0) return not('the data map describes none of its columns', out);
  const found = await warehouses.ask(
    warehouse,
    rowsQuery(
      dataset,
      asked.map((one) => one.column),
      column,
      keys,
    ),
  );
  if (!found.ok) return not(wordsOf(found.problem.code));
  const read = readRows(dataset, asked, found.value, own);
  return {
    part: {
      source: table.source,
      system: table.system,
      dataset,
      subjects: table.subjects,
      foundBy: table.keys[kind]!,
      fields: asked.map(({ field }) => field),
      rows: read.rows,
    },
    // What stays out of rows that there are not is nothing of this person.
    out:
      read.rows.length === 0 ? [] : [...out.map((one) => ({ ...one, count: read.rows.length })), ...read.out],
    because: null,
  };
}

/** In words of our own: what an engine says of a query may quote what it read. */
export const wordsOf = (code: string): string =>
  code === 'warehouse.unknown'
    ? 'whoever runs the server has not let it ask this warehouse'
    : code === 'warehouse.unavailable'
      ? 'the warehouse did not answer in time'
      : code === 'fact.invalid'
        ? 'the question does not run there, or has too many rows: the table or a column is not as the data map says'
        : code.startsWith('file.')
          ? 'the file of the warehouse cannot be read'
          : 'the warehouse does not let itself be asked this';
