import type { ClaimTopic } from '../../../check/facts/claim.ts';
import type { Message, MessageBlock, Wording } from '../../../check/facts/message.ts';
import type { Location } from '../../../kernel/source-text.ts';
import type { Technique } from '../../../kernel/vocabulary.ts';
import { normalise } from '../wording/normalise.ts';
import { type Amount, amountsIn } from './amounts.ts';
import { placeFinder } from './place-finder.ts';
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
  const fromWording = wordings.flatMap(({ message, hits }) => {
    const find = placeFinder(message);
    return hits.flatMap(({ kind, technique, quote, at }) => {
      const topic = kind === 'claim' ? TOPICS[technique] : undefined;
      return topic === undefined ? [] : [{ topic, quote, at, message, ...find(quote, at) }];
    });
  });
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
  const said = message.blocks.flatMap((block) => {
    const normal = normalise(block.text);
    return priorPricesIn(normal.text).map((prior): RecognisedClaim => {
      const { start, end } = normal.map(prior.start, prior.end);
      const quote = block.text.slice(start, end);
      return { topic: 'prior-price', quote, at: block.at(start, end), message, block, start, end };
    });
  });
  const inBlock = Map.groupBy(said, ({ block }) => block);
  const find = placeFinder(message);
  const struckOut = (message.struckOut ?? []).flatMap(({ text: quote, at }): RecognisedClaim[] => {
    if (!amountsIn(normalise(quote).text).some(isPrice)) return [];
    const place = find(quote, at);
    const known = inBlock.get(place.block) ?? [];
    const isKnown = known.some(({ start, end }) => start < place.end && place.start < end);
    return place.block === null || isKnown ? [] : [{ topic: 'prior-price', quote, at, message, ...place }];
  });
  return [...said, ...struckOut];
}

/** A number with a currency or cents: struck out, it was a price. */
const isPrice = ({ currency, decimals }: Amount): boolean => currency !== null || decimals === 2;
