import { type Candidates, type Changeable, type Counterfactual, choices, sizeOf } from './changeable.ts';

interface Best {
  readonly size: number;
  readonly chosen: readonly Changeable[];
  readonly to: readonly number[];
}

/**
 * Tries one input, then two, then three, each with every candidate value that could still be smaller than the best so
 * far. Ends with the first number of inputs for which anything is found.
 */
export function searchSubsets(
  changeable: readonly Changeable[],
  candidatesOf: (input: Changeable) => Candidates,
  turns: (chosen: readonly Changeable[], to: readonly number[]) => boolean,
  { most, limit }: { readonly most: number; readonly limit: number },
): Counterfactual {
  const candidates = new Map(changeable.map((input) => [input, candidatesOf(input)]));
  let left = limit;
  const spend = (): boolean => {
    left -= 1;
    return left >= 0;
  };
  for (let count = 1; count <= Math.min(most, changeable.length); count += 1) {
    let best: Best | null = null;
    for (const chosen of choices(changeable, count)) {
      const found = smallestOf(chosen, candidates, (to) => spend() && turns(chosen, to), best);
      best = found ?? best;
      if (left < 0)
        return {
          status: 'cannot-tell',
          because: `the search ended after ${limit} predictions, before every change of ${count} ${count === 1 ? 'input' : 'inputs'} was tried`,
        };
    }
    if (best !== null) {
      const { chosen, to } = best;
      return {
        status: 'found',
        changes: chosen.map(({ feature, words, current }, index) => ({
          feature,
          words,
          from: current,
          to: to[index]!,
        })),
      };
    }
  }
  if (changeable.length > most)
    return {
      status: 'none',
      because: `no change of up to ${most} inputs within their stated ranges alters the outcome`,
    };
  return { status: 'none', because: 'no change within the stated ranges alters the outcome' };
}

/** The smallest change of exactly these inputs that turns the outcome and is smaller than `best`. */
function smallestOf(
  chosen: readonly Changeable[],
  candidates: ReadonlyMap<Changeable, Candidates>,
  turns: (to: readonly number[]) => boolean,
  best: Best | null,
): Best | null {
  let found: Best | null = null;
  const to: number[] = [];
  const visit = (place: number, size: number): void => {
    const input = chosen[place]!;
    const { values, isMonotone } = candidates.get(input)!;
    const limit = (): number => (found ?? best)?.size ?? Number.POSITIVE_INFINITY;
    const isLast = place === chosen.length - 1;
    if (isLast && isMonotone) {
      const first = firstThat(values, (value) => turns([...to, value]));
      if (first === null) return;
      const total = size + sizeOf(input, first);
      if (total < limit()) found = { size: total, chosen, to: [...to, first] };
      return;
    }
    for (const value of values) {
      const total = size + sizeOf(input, value);
      if (total >= limit()) return;
      to.push(value);
      if (!isLast) visit(place + 1, total);
      else if (turns(to)) found = { size: total, chosen, to: [...to] };
      to.pop();
    }
  };
  visit(0, 0);
  return found;
}

/** The first of values for which something holds, where it holds for all that follow: by halving. */
function firstThat(values: readonly number[], holds: (value: number) => boolean): number | null {
  if (values.length === 0 || !holds(values.at(-1)!)) return null;
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle]!)) high = middle;
    else low = middle + 1;
  }
  return values[low]!;
}
