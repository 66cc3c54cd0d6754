import type { ContentFact } from '../../../check/facts/content.ts';
import type { Message, MessageBlock } from '../../../check/facts/message.ts';
import type { Location } from '../../../kernel/source-text.ts';
import type { Intent } from '../../../kernel/vocabulary.ts';
import { type ByLanguage, patternsFor, says } from './by-language.ts';
import { BUY_IN_TEXT, type CallKind, callOf } from './calls.ts';
import { MONEY, OWED, PRICED, SETTLES } from './money.ts';
import { NO_OFFER, OFFERS } from './offers.ts';

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
  const calls = readCalls(message, blocks);
  const offers = blocks.flatMap((block) =>
    findAll(OFFERS, block).filter(({ around }) => !says(NO_OFFER, around, block.language)),
  );
  const settles = blocks.some(({ text, language }) => says(SETTLES, text, language));
  const isSettlement = settles && offers.length === 0 && !calls.some(({ does }) => does === 'buy');
  const prices = blocks.flatMap((block) =>
    matches(block, MONEY).filter(({ around }) => isPrice(around, block.language, isSettlement)),
  );
  return { calls, prices: prices.map(bare), offers: offers.map(bare), settles };
}

function readCalls(message: Message, blocks: readonly MessageBlock[]): ContentFact['calls'] {
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
      for (const { quote, at } of findAll(BUY_IN_TEXT, block)) add('buy', quote, at);
  return calls;
}

/** In a message that settles something an amount is a price only where it is offered as one. */
function isPrice(around: string, language: string | null, isSettlement: boolean): boolean {
  if (says(OWED, around, language)) return false;
  return !isSettlement || says(PRICED, around, language);
}

const bare = ({ quote, at }: Quoted): Quoted => ({ quote, at });

/** Words found, with the rest of their sentence, as far as it is near. */
interface Found extends Quoted {
  readonly around: string;
}

function matches({ text, at }: MessageBlock, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)].map((found) => {
    const [start, end] = [found.index, found.index + found[0].length];
    const before = text
      .slice(Math.max(0, start - AROUND), start)
      .split(/[.!?]\s/)
      .at(-1)!;
    const after = text.slice(end, end + AROUND).split(/[.!?](?:\s|$)/)[0]!;
    return { quote: found[0], at: at(start, end), around: `${before} ${after}` };
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
