import type { ProblemCode } from './problems.ts';
import type { Location } from './source-text.ts';

/**
 * An expected failure: bad input, something not found, a dependency that does not answer. Never a finding, never a bug.
 * `message` starts in lower case and ends without a period; `hint` starts with a verb and says how to mend it.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  readonly at: Location | null;
}

export const problem = (
  code: ProblemCode,
  message: string,
  hint: string,
  at: Location | null = null,
): Problem => ({ code, message, hint, at });

/** The candidate nearest to `word` by edit distance, when near enough to be what was meant. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Levenshtein distance with adjacent transpositions, cut off at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let distance = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        distance = Math.min(distance, beforePrevious[column - 2]! + 1);
      current.push(distance);
    }
    [beforePrevious, previous] = [previous, current];
  }
  return previous[b.length]!;
}
