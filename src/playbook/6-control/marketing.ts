import type { UseCard } from '../../check/facts/card.ts';
import type { ContentFact } from '../../check/facts/content.ts';
import { isUnder } from '../../kernel/taxonomy/index.ts';
import type { Channel } from '../../kernel/vocabulary.ts';

/** Whether a use is marketing by what it declares or by what its content does: the stricter reading counts. */
export function isMarketing(card: UseCard, content: ContentFact | null): boolean {
  const declared =
    (card.purpose !== undefined && isUnder(card.purpose, 'marketing')) ||
    card.intent === 'sell' ||
    card.intent === 'retain' ||
    card.intent === 'collect';
  return declared || content?.sells === true;
}

/** The channels of a message: its own, else those of the card. */
export const channelsOf = (own: Channel | null, card: UseCard): readonly Channel[] =>
  own === null ? (card.channels ?? []) : [own];
