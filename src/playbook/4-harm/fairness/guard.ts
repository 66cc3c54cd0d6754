import type { CountedCell, Population } from './population.ts';
import type { AuditSpec } from './spec.ts';
import { suppressedCells } from './suppression.ts';

/**
 * How small a cell may be and still be shown. With a vault the decisions are a question that somebody puts to protected
 * attributes, and could be made up so as to ask about one person: there both outcomes of a group must hold enough rows,
 * weights do not count, and nothing is said of a value that a single row could carry.
 */
export interface Guard {
  readonly minimumCell: number;
  readonly strict: boolean;
  /** The decisions were uploaded and the attributes are in a vault: scores and amounts are not answered. */
  readonly isUploadOverVault: boolean;
}

export const guardOf = ({ minimumCell, vault, source }: AuditSpec): Guard => ({
  minimumCell: minimumCell ?? (vault === undefined ? 1 : 10),
  strict: vault !== undefined,
  isUploadOverVault: vault !== undefined && source.kind === 'file',
});

export type Ask = (cell: CountedCell) => boolean | null;

/** Groups that must not be shown: too few people, or in strict mode too few rows of either answer to `ask`. */
export function hiddenGroups(
  { cells, groups }: Population,
  sizes: readonly number[],
  { minimumCell, strict }: Guard,
  ask: Ask,
): ReadonlySet<number> {
  if (!strict) return suppressedCells(groups, sizes, minimumCell);
  const smaller = smallerSides(cells, groups.length, ask);
  const rows = cells.reduce((sum, cell) => sum + cell.rows, 0);
  // Of so few rows even the names of their groups would tell.
  if (rows < 2 * minimumCell) return new Set(groups.map((_, index) => index));
  // Of people without any attribute nothing protected is known: they need no cover, and take none from others.
  const covered = smaller.map((side, group) =>
    groups[group]!.every((value) => value === null) ? Math.max(side, minimumCell) : side,
  );
  return suppressedCells(groups, covered, minimumCell);
}

/** Rows of the rarer answer in each group. */
export function smallerSides(cells: readonly CountedCell[], groups: number, ask: Ask): number[] {
  const yes = new Array<number>(groups).fill(0);
  const no = new Array<number>(groups).fill(0);
  for (const cell of cells) {
    const answer = ask(cell);
    if (answer !== null) (answer ? yes : no)[cell.group]! += cell.rows;
  }
  return yes.map((rows, group) => Math.min(rows, no[group]!));
}
