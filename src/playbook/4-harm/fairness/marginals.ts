import type { DecisionCell } from './cells.ts';

/** Every smaller combination of `count` attributes, as their places; the whole and the empty one are left out. */
export const smallerCombinations = (count: number): number[][] =>
  Array.from({ length: 2 ** count }, (_, mask) =>
    Array.from({ length: count }, (_, index) => index).filter((index) => (mask >> index) & 1),
  ).filter(({ length }) => length > 0 && length < count);

/** The same cells by some of the attributes alone. */
export const cellsBy = (cells: readonly DecisionCell[], places: readonly number[]): DecisionCell[] =>
  cells.map((cell) => ({ ...cell, by: places.map((place) => cell.by[place] ?? null) }));
