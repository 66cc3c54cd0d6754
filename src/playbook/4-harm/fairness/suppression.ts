import type { Text } from './cells.ts';

/**
 * Which cells must not be shown: those of fewer than `minimum` people, and as many others as keep them from being worked
 * out by subtraction. In every line of the table (all attributes but one fixed), and over the whole, hidden cells stand
 * alone nowhere and hold at least `minimum` people together; where they do not, the next smallest cell is hidden too.
 * A line that consists of one cell is its own total and counts as hidden with it.
 */
export function suppressedCells(
  groups: ReadonlyArray<readonly Text[]>,
  sizes: readonly number[],
  minimum: number,
): ReadonlySet<number> {
  const hidden = new Set<number>();
  sizes.forEach((size, index) => {
    if (size < minimum) hidden.add(index);
  });
  if (hidden.size === 0) return hidden;
  const lines = linesOf(groups);
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const line of lines) hideComplement(line, sizes, minimum, hidden);
  }
  return hidden;
}

function hideComplement(
  line: readonly number[],
  sizes: readonly number[],
  minimum: number,
  hidden: Set<number>,
): void {
  const inside = line.filter((index) => hidden.has(index));
  if (inside.length === 0) return;
  const shown = line.filter((index) => !hidden.has(index)).sort((a, b) => sizes[a]! - sizes[b]! || a - b);
  let people = inside.reduce((sum, index) => sum + sizes[index]!, 0);
  let count = inside.length;
  while ((count < 2 || people < minimum) && shown.length > 0) {
    const next = shown.shift()!;
    hidden.add(next);
    people += sizes[next]!;
    count += 1;
  }
}

/** The whole table, and for each attribute the cells that agree in all the others. */
function linesOf(groups: ReadonlyArray<readonly Text[]>): number[][] {
  const everyone = groups.map((_, index) => index);
  const dimensions = groups[0]?.length ?? 0;
  if (dimensions < 2) return [everyone];
  const lines = new Map<string, number[]>();
  groups.forEach((values, index) => {
    for (let open = 0; open < dimensions; open += 1) {
      const key = JSON.stringify([open, values.filter((_, dimension) => dimension !== open)]);
      const line = lines.get(key);
      if (line === undefined) lines.set(key, [index]);
      else line.push(index);
    }
  });
  return [everyone, ...lines.values()];
}
