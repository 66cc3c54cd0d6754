import { isUnder, parentOf } from './tree.ts';

/** A purpose that an organisation declares beside the taxonomy, under a parent that is known. */
export interface DeclaredPurpose {
  readonly key: string;
  readonly under: string;
}

/**
 * A purpose and everything above it, nearest first: by its dotted path, and from a declared purpose on by its parent.
 * Declared purposes that go round in a circle end at the first repetition.
 */
export function purposeLine(purpose: string, declared: readonly DeclaredPurpose[] = []): readonly string[] {
  const line = new Set<string>();
  let waiting: string[] = [purpose];
  while (waiting.length > 0) {
    const next: string[] = [];
    for (const key of waiting) {
      if (line.has(key)) continue;
      line.add(key);
      const parent = parentOf(key);
      if (parent !== null) next.push(parent);
      for (const own of declared) if (own.key === key) next.push(own.under);
    }
    waiting = next;
  }
  return [...line];
}

/** Whether a purpose is the other one or narrower, with the declared purposes in their places. */
export const isPurposeUnder = (
  purpose: string,
  ancestor: string,
  declared: readonly DeclaredPurpose[] = [],
): boolean => isUnder(purpose, ancestor) || purposeLine(purpose, declared).includes(ancestor);
