import { type ContentHash, contentHash } from '../../../kernel/canonical.ts';
import type { DecisionCell } from './cells.ts';

/**
 * A hash of the counts that a report rests on: the same for the same data, whatever engine counted it and in whatever
 * order it answered.
 */
export function countsHash(cells: readonly DecisionCell[]): ContentHash {
  const sums = new Map<string, bigint[]>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.by, cell.decision, cell.label, cell.stratum, cell.rules]);
    const own = numbersOf(cell);
    const before = sums.get(key);
    sums.set(key, before === undefined ? own : before.map((sum, index) => sum + own[index]!));
  }
  return contentHash([...sums].map(([key, numbers]) => `${key} ${numbers.join(' ')}`).sort());
}

const numbersOf = ({ rows, weight, score, outcomes }: DecisionCell): bigint[] => [
  BigInt(rows),
  ...(weight === null ? [] : [weight.sum, weight.squares]),
  ...(score === null
    ? []
    : [
        BigInt(score.counted),
        score.sum,
        ...(score.weighted === null ? [] : [score.weighted.weight, score.weighted.sum]),
      ]),
  ...outcomes.flatMap(({ counted, sum, squares, weighted }) => [
    BigInt(counted),
    sum,
    squares,
    ...(weighted === null
      ? []
      : [
          BigInt(weighted.counted),
          weighted.weight,
          weighted.sum,
          weighted.squares,
          weighted.ww,
          weighted.wwy,
          weighted.wwyy,
        ]),
  ]),
];
