import type { Scope } from '../../playbook/6-control/ledger/scope.ts';

/**
 * Why somebody is left alone, as the server knows it. It never leaves the server: what leaves is a `Rest`, in which no
 * two causes can be told apart, nor a cause from a lot.
 */
export type Cause = {
  /** When it began. */
  readonly from: Date;
  /** When it ends; `null` while nobody knows. */
  readonly until: Date | null;
} & (
  | { readonly type: 'hold'; readonly scope: Pick<Scope, 'purpose' | 'channel'> }
  | { readonly type: 'theme-spared'; readonly theme: string }
  | { readonly type: 'contest'; readonly use: string }
  | { readonly type: 'no-to-profiling' }
  | { readonly type: 'minor' }
);
