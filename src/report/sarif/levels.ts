import type { Gravity } from '../../kernel/gravity.ts';

/** Gravities in SARIF's words. */
export const LEVELS: Record<Gravity, 'error' | 'warning' | 'note'> = {
  block: 'error',
  review: 'warning',
  advise: 'note',
};
