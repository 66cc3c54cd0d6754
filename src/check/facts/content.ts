import type { Location } from '../../kernel/source-text.ts';
import type { Intent } from '../../kernel/vocabulary.ts';

/** What the messages do, as far as it can be seen: compared with what the card declares. */
export interface ContentFact {
  readonly calls: ReadonlyArray<{
    readonly does:
      | 'buy'
      | 'subscribe'
      | 'pay'
      | 'sign-up'
      | 'donate'
      | 'renew'
      | 'read'
      | 'help'
      | 'unsubscribe';
    readonly quote: string;
    readonly at: Location;
  }>;
  readonly prices: ReadonlyArray<{ readonly quote: string; readonly at: Location }>;
  readonly offers: ReadonlyArray<{ readonly quote: string; readonly at: Location }>;
  /** The intents that fit what is seen; empty where nothing tells. */
  readonly seenIntents: readonly Intent[];
  /** True when a price, an offer or a call to buy is seen. */
  readonly sells: boolean;
}
