import { type Kysely, sql } from 'kysely';
import { NOT_CARRIED } from './backup-format.ts';

export interface CarriedTable {
  readonly name: string;
  /** The columns by which its rows are put in order. */
  readonly key: readonly string[];
  readonly columns: readonly CarriedColumn[];
}

export interface CarriedColumn {
  readonly name: string;
  /** As SQL writes it. */
  readonly type: string;
}

/**
 * JSON is carried as a text in a text: read as a part of its row, an escaped NUL in it, which a JSON column may hold,
 * would not pass.
 */
export const isJson = ({ type }: CarriedColumn): boolean => type === 'json' || type === 'jsonb';

/**
 * Every table of the schema, those of the sign-in library too, each after the tables that it refers to. References that
 * are checked at the end of a transaction only put no table before another.
 */
export async function tablesInOrder(
  plain: Kysely<unknown>,
  schema: string,
): Promise<readonly CarriedTable[]> {
  const { rows: tables } = await sql<CarriedTable>`
    select c.relname as name, coalesce(array(
      select a.attname::text from pg_catalog.pg_index i
      cross join unnest(i.indkey::int[]) with ordinality as k (number, place)
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
      where i.indrelid = c.oid and i.indisprimary order by k.place
    ), '{}') as key, (
      select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
      from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    ) as columns
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relkind = 'r' order by c.relname`.execute(plain);
  const { rows: references } = await sql<{ from: string; to: string }>`
    select f.relname as "from", t.relname as "to"
    from pg_catalog.pg_constraint r
    join pg_catalog.pg_class f on f.oid = r.conrelid join pg_catalog.pg_class t on t.oid = r.confrelid
    join pg_catalog.pg_namespace n on n.oid = f.relnamespace
    where n.nspname = ${schema} and r.contype = 'f' and not r.condeferrable and f.oid <> t.oid`.execute(
    plain,
  );

  const left = new Map(
    tables.filter(({ name }) => !NOT_CARRIED.includes(name)).map((one) => [one.name, one]),
  );
  const ordered: CarriedTable[] = [];
  while (left.size > 0) {
    const free = [...left.values()].filter(
      ({ name }) => !references.some(({ from, to }) => from === name && left.has(to)),
    );
    if (free.length === 0) throw new Error(`tables refer to one another: ${[...left.keys()].join(', ')}`);
    for (const table of free) left.delete(table.name);
    ordered.push(...free);
  }
  return ordered;
}
