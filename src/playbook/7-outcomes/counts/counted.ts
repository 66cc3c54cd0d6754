import type { Indicator } from '../../../kernel/vocabulary.ts';
import { WATCHED } from '../policy.ts';

/**
 * What is counted. A number is kept by the place of its name here, so names are only ever added at the end.
 * `exposed` are people who were sent it, or who were left out to compare with; `unmatched` is what followed no send.
 */
export const COUNTED = [
  'exposed',
  'unmatched',
  'send-after-opt-out',
  'complaints',
  'opt-outs',
  'bounces',
  'regret',
] as const;
export type Counted = (typeof COUNTED)[number];

/** Under which name an event is counted that followed a send; `null` where nothing watches it. */
export const countedAs = (indicator: Indicator): Counted | null =>
  WATCHED.find(({ indicators }) => indicators.includes(indicator))?.name ?? null;

/** Who is counted: people who were sent it, or people who were left out by lot to compare with. */
export const ARMS = ['sent', 'holdout'] as const;
export type Arm = (typeof ARMS)[number];
