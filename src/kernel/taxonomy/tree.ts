/** Keys of a taxonomy are dotted paths: `marketing.communications.email` lies below `marketing.communications`. */

/** How `a` stands to `b`: `narrower` says that `a` lies below `b`; siblings share their direct parent. */
export type Relation = 'same' | 'narrower' | 'broader' | 'sibling' | 'unrelated';

/** The key above, or `null` for a key at the top. */
export function parentOf(key: string): string | null {
  const dot = key.lastIndexOf('.');
  return dot === -1 ? null : key.slice(0, dot);
}

/** Whether a key is the ancestor itself or lies below it. */
export const isUnder = (key: string, ancestor: string): boolean =>
  key === ancestor || (key.startsWith(ancestor) && key[ancestor.length] === '.');

/**
 * The relation of two keys by the tree alone. Nearness is not compatibility: keys at the top are unrelated, and siblings
 * can be as far apart as contextual advertising and profiling, so whoever asks about reuse also needs the barriers.
 */
export function relation(a: string, b: string): Relation {
  if (a === b) return 'same';
  if (isUnder(a, b)) return 'narrower';
  if (isUnder(b, a)) return 'broader';
  const parent = parentOf(a);
  return parent !== null && parent === parentOf(b) ? 'sibling' : 'unrelated';
}
