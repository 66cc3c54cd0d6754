import type { PeopleCount } from '../check/facts/audience.ts';
import type { CardFact, SqlDialect } from '../check/facts/card.ts';
import type { Settings } from '../playbook/1-boundaries/settings/schema.ts';
import type { DefinitionFile } from './definition-files.ts';
import type { FactPorts } from './fact-ports.ts';
import type { Workspace } from './workspace.ts';

/** Warehouses whose time ran out on a count: what is left of their patience is for facts, which decide. */
const tooSlow = new WeakMap<FactPorts, Set<string>>();

/**
 * How many people the segment of a card finds now, asked of the warehouse that speaks its dialect, under the limits of
 * every query that somebody else wrote. `null` for a card without a segment in SQL.
 */
export async function countPeople(
  { settings }: Workspace,
  { card }: CardFact,
  definitions: readonly DefinitionFile[],
  ports: FactPorts,
): Promise<PeopleCount | null> {
  const segment = definitions.find(({ part, path }) => part === 'segment' && /\.sql$/i.test(path));
  if (segment === undefined || segment.source === null) return null;
  const unknown = (because: string): PeopleCount => ({ known: false, because });
  if (!ports.asksFacts) return unknown('no warehouse was asked');
  const dialect = card.audience?.dialect ?? 'postgres';
  const name = warehouseFor(dialect, settings.warehouses);
  if (name === null) return unknown(`scruple.yaml does not name one warehouse for ${dialect}`);
  const slow = tooSlow.get(ports) ?? new Set();
  tooSlow.set(ports, slow);
  if (slow.has(name)) return unknown('an earlier count took too long');
  const warehouse = await ports.warehouse(name);
  if (!warehouse.ok) return unknown(warehouse.problem.message);
  // On lines of its own, as the definition may end in a comment.
  const answer = await warehouse.value.query(
    `select count(*) from (\n${withoutEnd(segment.source.text)}\n) as people`,
  );
  if (answer.ok) return { known: true, count: Number(answer.value.rows[0]?.[0]) };
  // What an engine says of a query may quote what it read, so its words are not passed on.
  if (answer.problem.code !== 'warehouse.unavailable') return unknown(`it does not run in \`${name}\``);
  slow.add(name);
  return unknown(answer.problem.message);
}

/** A statement without the semicolon that ends it, nor the comments behind that. */
export function withoutEnd(text: string): string {
  const lines = text.trimEnd().split('\n');
  while (/^\s*(?:--|$)/.test(lines.at(-1) ?? 'none')) lines.pop();
  const last = lines.pop() ?? '';
  // Nobody ends a statement on a longer line, and a hostile one would take its time.
  return [...lines, last.length > 1_000 ? last : last.replace(/;\s*(?:--.*)?$/, '')].join('\n');
}

/** The one warehouse of the dialect; DuckDB reads what is written for PostgreSQL. */
function warehouseFor(dialect: SqlDialect, warehouses: Settings['warehouses']): string | null {
  const engines = Object.entries(warehouses ?? {}).map(
    ([name, declared]) => [name, 'postgres' in declared ? 'postgres' : 'duckdb'] as const,
  );
  const speaking = (engine: string) => engines.filter(([, own]) => own === engine);
  const own = speaking(dialect);
  const fitting = own.length === 0 && dialect === 'postgres' ? speaking('duckdb') : own;
  return fitting.length === 1 ? fitting[0]![0] : null;
}
