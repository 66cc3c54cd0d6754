import type { ContentFact } from '../../../check/facts/content.ts';
import type { Message, MessageBlock } from '../../../check/facts/message.ts';
import type { Location } from '../../../kernel/source-text.ts';
import type { Intent } from '../../../kernel/vocabulary.ts';
import { type ByLanguage, patternsFor, says } from './by-language.ts';
import { BUY_IN_TEXT, type CallKind, callOf } from './calls.ts';
import {
  GIVEN_AFTER,
  GIVEN_BEFORE,
  isNothing,
  MONEY,
  OWED,
  PAID_ON,
  PRICED,
  SETTLES,
  SOLD,
} from './money.ts';
import { NO_OFFER, OFFERS, WEAK_OFFERS } from './offers.ts';
import { CARE, isQuoted, RELIEF, WARNS } from './relief.ts';
import { NO_RISKY_OFFER, RISKY_OFFERS } from './risky-offers.ts';

interface Quoted {
  readonly quote: string;
  readonly at: Location;
}

/** How far around an amount its sentence is looked at, in characters. */
const AROUND = 90;

/**
 * What messages do, as far as their words tell in English, German, French and Spanish: calls to action, prices, offers.
 * Amounts that are due, paid or refunded are no prices, and warnings of fake offers are no offers. Footers do not count.
 */
export function readContent(messages: readonly Message[]): ContentFact {
  const parts = messages.map(readOne);
  const calls = parts.flatMap((part) => part.calls);
  const prices = parts.flatMap((part) => part.prices);
  const offers = parts.flatMap((part) => part.offers);
  const sells = prices.length > 0 || offers.length > 0 || calls.some(({ does }) => does === 'buy');
  const settles = parts.some((part) => part.settles);
  const does = new Set(calls.map((call) => call.does));
  return { calls, prices, offers, sells, seenIntents: intentsOf(does, sells, settles) };
}

function readOne(message: Message) {
  const blocks = message.blocks.filter(({ role }) => role !== 'footer');
  const speaks = (patterns: ByLanguage): boolean =>
    blocks.some(({ text, language }) => says(patterns, text, language));
  const [settles, relieves, warns] = [speaks(SETTLES), speaks(RELIEF), speaks(WARNS)];
  const find = (patterns: ByLanguage, unless: ByLanguage): Found[] =>
    blocks.flatMap((block) =>
      findAll(patterns, block).filter(
        ({ around, quoted }) => !(warns && quoted) && !says(unless, around, block.language),
      ),
    );
  const strong = [...find(OFFERS, NO_OFFER), ...find(RISKY_OFFERS, NO_RISKY_OFFER)];
  const offers = relieves ? strong : [...strong, ...find(WEAK_OFFERS, NO_OFFER)];
  const pressed = readCalls(message, blocks, warns);
  const buys = (calls: ContentFact['calls']): boolean => calls.some(({ does }) => does === 'buy');
  const asks = pressed.some(({ does }) => does === 'donate');
  const is: MoneyContext = {
    settled: (settles || relieves) && offers.length === 0 && !buys(pressed),
    donated: asks && offers.length === 0 && !buys(pressed),
  };
  const prices = blocks.flatMap((block) =>
    matches(block, MONEY).filter((found) => !(warns && found.quoted) && isPrice(found, block.language, is)),
  );
  const isFree = offers.length + prices.length === 0;
  const calls = pressed.map((call) =>
    isFree && ((relieves && isClaim(call)) || (isBooking(call) && speaks(CARE)))
      ? { ...call, does: 'sign-up' as const }
      : call,
  );
  return { calls, prices: prices.map(bare), offers: offers.map(bare), settles };
}

/** What the rest of a message tells of its amounts. */
interface MoneyContext {
  /** It settles something, or speaks of help. */
  readonly settled: boolean;
  /** It asks for a gift. */
  readonly donated: boolean;
}

type Call = ContentFact['calls'][number];

/** To book a place at a check or a course that costs nothing is no purchase. */
const isBooking = ({ does, quote }: Call): boolean => does === 'buy' && /^book\b/i.test(quote.trim());
/** What help is claimed the text around says, and the button need not repeat. */
const isClaim = ({ does, quote }: Call): boolean =>
  does === 'buy' && /^claim(?: (?:now|today|it|here|online))?$/i.test(quote.trim());

function readCalls(message: Message, blocks: readonly MessageBlock[], warns: boolean): ContentFact['calls'] {
  const calls: Array<{ does: CallKind; quote: string; at: Location }> = [];
  const seen = new Set<string>();
  const add = (does: CallKind | null, quote: string, at: Location): void => {
    const key = `${does} ${at.line}:${at.column}`;
    if (does === null || seen.has(key)) return;
    seen.add(key);
    calls.push({ does, quote, at });
  };
  for (const { role, text, language, at } of blocks)
    if (role === 'button') add(callOf(text, language), text, at(0, text.length));
  for (const { type, text, answer, at } of message.controls)
    if ((type === 'button' || type === 'link') && answer !== 'decline')
      add(callOf(text, message.language), text, at);
  for (const block of blocks)
    if (block.role !== 'button' && block.role !== 'decline')
      for (const { quote, at, quoted } of findAll(BUY_IN_TEXT, block))
        if (!(warns && quoted)) add('buy', quote, at);
  return calls;
}

/** In a message that settles something, helps or asks for a gift, an amount is a price only where it is offered as one. */
function isPrice(
  { quote, around, before, after }: Found,
  language: string | null,
  { settled, donated }: MoneyContext,
): boolean {
  if (isNothing(quote) || says(OWED, around, language)) return false;
  const sold = says(SOLD, `${before} ${quote} ${after}`, language);
  if (!sold && (says(GIVEN_BEFORE, before, language) || says(GIVEN_AFTER, after, language))) return false;
  if (donated) return sold;
  if (settled && says(PAID_ON, before, language)) return false;
  return !settled || says(PRICED, around, language);
}

const bare = ({ quote, at }: Quoted): Quoted => ({ quote, at });

/** Words found, with the rest of their sentence, as far as it is near. */
interface Found extends Quoted {
  readonly before: string;
  readonly after: string;
  readonly around: string;
  /** Between quotation marks. */
  readonly quoted: boolean;
}

function matches({ text, at }: MessageBlock, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)].map((found) => {
    const [start, end] = [found.index, found.index + found[0].length];
    const before = text
      .slice(Math.max(0, start - AROUND), start)
      .split(/[.!?]\s/)
      .at(-1)!;
    const after = text.slice(end, end + AROUND).split(/[.!?](?:\s|$)/)[0]!;
    const quoted = isQuoted(text, start);
    return { quote: found[0], at: at(start, end), before, after, around: `${before} ${after}`, quoted };
  });
}

const findAll = (patterns: ByLanguage, block: MessageBlock): Found[] =>
  patternsFor(patterns, block.language).flatMap((pattern) => matches(block, pattern));

/** The intents that fit what is seen. Where only reading is asked for, any may fit, and nothing is said. */
function intentsOf(calls: ReadonlySet<CallKind>, sells: boolean, settles: boolean): readonly Intent[] {
  if (sells) return ['sell', 'retain'];
  if (calls.has('donate')) return ['collect'];
  if (calls.has('pay')) return ['collect', 'inform', 'support', 'protect'];
  if (calls.has('renew') && !settles) return ['sell', 'retain'];
  if (calls.has('help') && !calls.has('subscribe') && !calls.has('sign-up'))
    return ['inform', 'support', 'protect'];
  return [];
}
