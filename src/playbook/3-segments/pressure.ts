import type { UseCard } from '../../check/facts/card.ts';
import type { ContentFact } from '../../check/facts/content.ts';
import { isUnder } from '../../kernel/taxonomy/index.ts';
import type { Intent } from '../../kernel/vocabulary.ts';

/** That a use wants something of people for the organisation, and how that is known. */
export interface Pressure {
  readonly wants: string;
  readonly because: string;
}

const WANTS: { readonly [I in Intent]?: string } = {
  sell: 'sell to',
  retain: 'keep',
  collect: 'collect from',
};
const SELLING_KINDS: ReadonlySet<string> = new Set([
  'campaign',
  'offer',
  'pricing',
  'outreach',
  'recommendation',
]);

/**
 * Whether a use sells, retains or collects: the stricter of what the card declares and what the content does. A use that
 * declares no intent counts by its purpose and kind.
 */
export function pressureOf(card: UseCard, content: ContentFact): Pressure | null {
  const declared = card.intent === undefined ? undefined : WANTS[card.intent];
  if (declared !== undefined) return { wants: declared, because: `the card says \`intent: ${card.intent}\`` };
  if (content.sells) {
    const seen = content.offers[0] ?? content.prices[0] ?? content.calls.find(({ does }) => does === 'buy');
    return {
      wants: 'sell to',
      because: seen === undefined ? 'the content sells' : `the content says “${seen.quote}”`,
    };
  }
  // To pay what is due fits an information as well as a demand: what is declared is then also what is seen.
  const fits = card.intent !== undefined && content.seenIntents.includes(card.intent);
  const seen = fits ? undefined : content.seenIntents.find((intent) => WANTS[intent] !== undefined);
  if (seen !== undefined) return { wants: WANTS[seen]!, because: `the content is there to ${seen}` };
  if (card.intent !== undefined) return null;
  if (card.purpose !== undefined && isUnder(card.purpose, 'marketing'))
    return {
      wants: 'sell to',
      because: `the purpose is \`${card.purpose}\`, and no other intent is declared`,
    };
  if (card.purpose === undefined && SELLING_KINDS.has(card.kind))
    return {
      wants: 'sell to',
      because: `it is a use of kind ${card.kind}, and neither purpose nor intent is declared`,
    };
  return null;
}
