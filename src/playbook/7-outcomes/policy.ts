import type { Indicator } from '../../kernel/vocabulary.ts';
import { REGRETS } from './outcome-event.ts';

/** What is watched under one name. */
export interface Watched {
  /** As a report names the monitor. */
  readonly name: 'complaints' | 'opt-outs' | 'bounces' | 'regret';
  readonly indicators: readonly Indicator[];
  /** The highest rate that is tolerated, in (0, 1); `null` where groups are only compared with one another. */
  readonly bound: number | null;
}

/**
 * What we watch, and from where on it is too much (ours): complaints at a third of the 0.3 % from which mailbox providers
 * refuse mail (Google's rules for bulk senders), opt-outs and bounces at what senders count as unhealthy.
 */
export const WATCHED: readonly Watched[] = [
  { name: 'complaints', indicators: ['complaint'], bound: 0.001 },
  { name: 'opt-outs', indicators: ['opt-out'], bound: 0.003 },
  { name: 'bounces', indicators: ['bounce'], bound: 0.02 },
  { name: 'regret', indicators: REGRETS, bound: null },
];
