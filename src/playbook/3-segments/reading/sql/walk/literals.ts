import type { Block } from '../block.ts';
import type { Target } from '../scope.ts';
import type { Expression } from '../tree.ts';

/** The literals that an expression can come to, as they are written. */
export function literalsOf(
  of: Expression,
  block: Block,
  active: ReadonlySet<Expression>,
  depth = 0,
): string[] {
  if (depth > 12) return [];
  switch (of.kind) {
    case 'literal':
      return of.type === 'null' ? [] : [of.written];
    case 'column': {
      const resolved = block.resolve(of.parts, 'row', active);
      if (resolved.kind !== 'column' || resolved.relation.kind !== 'query') return [];
      const { relation, column } = resolved;
      const index = relation.columns.findIndex((name) => name.toLowerCase() === column.toLowerCase());
      return targetLiterals(
        index >= 0 ? relation.scope.at(index) : relation.scope.named(column),
        active,
        depth + 1,
      );
    }
    case 'case':
      return [
        ...of.branches.map(({ gives }) => gives),
        ...(of.otherwise === null ? [] : [of.otherwise]),
      ].flatMap((part) => literalsOf(part, block, active, depth + 1));
    case 'call':
      return of.arguments
        .flatMap((argument) => literalsOf(argument, block, active, depth + 1))
        .filter((literal) => !DATE_PART.test(literal));
    case 'other':
      return of.parts.flatMap((part) => literalsOf(part, block, active, depth + 1));
    default:
      return [];
  }
}

export function targetLiterals(
  targets: readonly Target[],
  active: ReadonlySet<Expression>,
  depth = 0,
): string[] {
  return targets.flatMap((target) =>
    target.kind === 'expression' &&
    depth < 12 &&
    (target.of.kind === 'literal' || target.of.kind === 'column')
      ? literalsOf(target.of, target.block, active, depth + 1)
      : [],
  );
}

const DATE_PART =
  /^'(?:year|quarter|month|week|day|hour|minute|second|dow|doy|epoch|isodow|millisecond)s?'$/i;
