import type { PathsFact } from '../../check/facts/paths.ts';

/** A legitimate path that is open, as a finding names it. `owed` and `protective` weigh more than `asked for`. */
export interface OpenPath {
  readonly path: 'owed' | 'protective' | 'asked for';
  readonly because: string;
}

/** The path that excuses most among those that evidence opens, or `null`. */
export function openPath({ owed, protective, askedFor }: PathsFact): OpenPath | null {
  if (owed.open) return { path: 'owed', because: owed.because };
  if (protective.open) return { path: 'protective', because: protective.because };
  if (askedFor.open) return { path: 'asked for', because: askedFor.because };
  return null;
}
