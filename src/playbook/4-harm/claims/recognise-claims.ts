import type { ClaimTopic } from '../../../check/facts/claim.ts';
import type { Message, MessageBlock, Wording, WordingHit } from '../../../check/facts/message.ts';
import type { Location } from '../../../kernel/source-text.ts';
import type { Technique } from '../../../kernel/vocabulary.ts';
import { normalise } from '../wording/normalise.ts';
import { type Amount, amountsIn } from './amounts.ts';
import { priorPricesIn } from './prior-prices.ts';

/** A statement of a message that needs a fact, before any fact is asked. */
export interface RecognisedClaim {
  readonly topic: ClaimTopic;
  readonly quote: string;
  readonly at: Location;
  readonly message: Message;
  /** The block that it stands in and its range there; `null` where the quote could not be found again. */
  readonly block: MessageBlock | null;
  readonly start: number;
  readonly end: number;
  /** True for a countdown picture, which says no words. */
  readonly isTimer?: boolean;
}

const TOPICS: Partial<Record<Technique, ClaimTopic>> = {
  'false-urgency': 'deadline',
  scarcity: 'stock',
  'social-pressure': 'popularity',
  'misleading-claim': 'popularity',
};

/**
 * The claims of messages: what the wording rules call a claim, former prices, which need no persuasion to mislead, and
 * countdown pictures.
 */
export function recogniseClaims(
  messages: readonly Message[],
  wordings: readonly Wording[],
): RecognisedClaim[] {
  const fromWording = wordings.flatMap(({ message, hits }) =>
    hits.flatMap((hit) => {
      const topic = hit.kind === 'claim' ? TOPICS[hit.technique] : undefined;
      return topic === undefined
        ? []
        : [{ topic, quote: hit.quote, at: hit.at, message, ...placeOf(hit, message) }];
    }),
  );
  const priorPrices = messages.flatMap(pricesOf);
  return [...fromWording, ...priorPrices, ...messages.flatMap(timersOf)];
}

const TIMER = /(?:^|[/._=-])(?:countdown|timer|motionmailapp|nifty-?images|sendtric|mailtimer)/i;

/** Countdown pictures: a deadline that is drawn when the message is opened. */
const timersOf = (message: Message): RecognisedClaim[] =>
  (message.images ?? [])
    .filter(({ source }) => TIMER.test(source))
    .map(({ source, at }) => ({
      topic: 'deadline',
      quote: source,
      at,
      message,
      block: null,
      start: 0,
      end: 0,
      isTimer: true,
    }));

function pricesOf(message: Message): RecognisedClaim[] {
  const found: RecognisedClaim[] = [];
  const add = (claim: RecognisedClaim): void => {
    const isKnown = found.some(
      (other) => other.block === claim.block && other.start < claim.end && claim.start < other.end,
    );
    if (!isKnown) found.push(claim);
  };
  for (const block of message.blocks) {
    const normal = normalise(block.text);
    for (const prior of priorPricesIn(normal.text)) {
      const { start, end } = normal.map(prior.start, prior.end);
      const quote = block.text.slice(start, end);
      add({ topic: 'prior-price', quote, at: block.at(start, end), message, block, start, end });
    }
  }
  for (const { text: quote, at } of message.struckOut ?? [])
    if (amountsIn(normalise(quote).text).some(isPrice)) {
      const place = placeOf({ quote, at }, message);
      if (place.block !== null) add({ topic: 'prior-price', quote, at, message, ...place });
    }
  return found;
}

/** A number with a currency or cents: struck out, it was a price. */
const isPrice = ({ currency, decimals }: Amount): boolean => currency !== null || decimals === 2;

function placeOf(
  { quote, at }: Pick<WordingHit, 'quote' | 'at'>,
  message: Message,
): Pick<RecognisedClaim, 'block' | 'start' | 'end'> {
  for (const block of message.blocks)
    for (let start = block.text.indexOf(quote); start !== -1; start = block.text.indexOf(quote, start + 1)) {
      const place = block.at(start, start + quote.length);
      if (place.line === at.line && place.column === at.column && place.endLine === at.endLine)
        return { block, start, end: start + quote.length };
    }
  return { block: null, start: 0, end: 0 };
}
