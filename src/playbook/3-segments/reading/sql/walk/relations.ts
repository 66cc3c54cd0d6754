import type { Block } from '../block.ts';
import { childrenOf, columnIn } from '../expression-parts.ts';
import { columnsOf } from '../relation-columns.ts';
import type { Relation } from '../scope.ts';
import type { Expression, Name } from '../tree.ts';

/** The relations whose columns an expression reads itself, subqueries aside. */
export function relationsOf(of: Expression, block: Block, active: ReadonlySet<Expression>): Set<Relation> {
  const found = new Set<Relation>();
  const pending: Expression[] = [of];
  while (pending.length > 0) {
    const next = pending.pop()!;
    if (next.kind === 'column') {
      const resolved = block.resolve(next.parts, 'row', active);
      if (resolved.kind === 'column' || resolved.kind === 'whole') found.add(resolved.relation);
    } else pending.push(...childrenOf(next));
  }
  return found;
}

/** The relations of one side of a join that have a column, or may have it. */
export function holders(left: readonly Relation[], name: Name): readonly Relation[] {
  const wanted = name.text.toLowerCase();
  const holding = left.filter((relation) =>
    columnsOf(relation)?.some((column) => column?.toLowerCase() === wanted),
  );
  return holding.length > 0 ? holding : left.filter((relation) => columnsOf(relation) === null).slice(0, 1);
}

/** Whether a column is empty where an outer join found no partner, in this query or in one that it reads. */
export function mayBeMissing(
  of: Expression,
  block: Block,
  active: ReadonlySet<Expression>,
  depth = 0,
): boolean {
  const column = columnIn(of);
  if (column === null || depth > 12) return false;
  const resolved = block.resolve(column.parts, 'row', active);
  if (resolved.kind !== 'column') return false;
  const { relation } = resolved;
  if (relation.nullable) return true;
  if (relation.kind !== 'query') return false;
  const index = relation.columns.findIndex((name) => name.toLowerCase() === resolved.column.toLowerCase());
  const targets = index >= 0 ? relation.scope.at(index) : relation.scope.named(resolved.column);
  return targets.some((target) =>
    target.kind === 'expression'
      ? mayBeMissing(target.of, target.block, active, depth + 1)
      : target.relation.nullable,
  );
}
