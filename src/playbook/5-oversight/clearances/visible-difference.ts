/** A run of words that stayed, went or came. */
export interface Change {
  readonly type: 'same' | 'removed' | 'added';
  readonly words: readonly string[];
}

/** Cells of the table of the longest common subsequence; above, the middle is shown as replaced. */
const MAXIMUM_CELLS = 4_000_000;

/** What a person sees of a change: the words of both texts in order, by the longest common subsequence. */
export function visibleDifference(before: string, after: string): readonly Change[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end))
    end += 1;
  const middle = between(old.slice(start, old.length - end), now.slice(start, now.length - end));
  return joined([
    { type: 'same', words: old.slice(0, start) },
    ...middle,
    { type: 'same', words: old.slice(old.length - end) },
  ]);
}

/** Words that went or came, as a share of all words of both texts; 0 where both are empty. Symmetric, in [0, 1]. */
export function changedShare(changes: readonly Change[]): number {
  const count = (type: Change['type']): number =>
    changes.reduce((sum, one) => sum + (one.type === type ? one.words.length : 0), 0);
  const changed = count('removed') + count('added');
  const all = changed + 2 * count('same');
  return all === 0 ? 0 : changed / all;
}

export const wordsOf = (text: string): string[] => text.match(/\S+/gu) ?? [];

function between(old: readonly string[], now: readonly string[]): readonly Change[] {
  if (old.length * now.length > MAXIMUM_CELLS)
    return [
      { type: 'removed', words: old },
      { type: 'added', words: now },
    ];
  const width = now.length + 1;
  // common[i, j]: how many words old[i…] and now[j…] have in common, in order.
  const common = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        old[i] === now[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      changes.push({ type: 'same', words: [old[i]!] });
      i += 1;
      j += 1;
    } else if (
      j === now.length ||
      (i < old.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      changes.push({ type: 'removed', words: [old[i]!] });
      i += 1;
    } else {
      changes.push({ type: 'added', words: [now[j]!] });
      j += 1;
    }
  }
  return changes;
}

/** Neighbours of one type as one run, none empty. */
function joined(changes: readonly Change[]): readonly Change[] {
  const runs: Array<{ type: Change['type']; words: string[] }> = [];
  for (const { type, words } of changes) {
    if (words.length === 0) continue;
    const last = runs.at(-1);
    if (last?.type === type) for (const word of words) last.words.push(word);
    else runs.push({ type, words: [...words] });
  }
  return runs;
}
