import type { ClaimBinding } from '../../../check/facts/card.ts';
import type { ClaimTopic } from '../../../check/facts/claim.ts';
import { amountsIn, numberOf } from './amounts.ts';
import type { FactAnswer } from './ask-fact.ts';
import { type Deadline, fitsDeadline } from './compare-deadline.ts';
import { dayOf, lowestPriorPrice } from './price-history.ts';
import { saidDates } from './said-dates.ts';

export type Judged = {
  readonly state: 'holds' | 'contradicted' | 'passed' | 'moved' | 'unknown';
  readonly because: string;
};

/** What a message says in one place, normalised. */
export interface Statement {
  readonly topic: ClaimTopic;
  /** The words of the claim. */
  readonly words: string;
  /** The sentence around them. */
  readonly sentence: string;
  readonly holes: Readonly<Record<string, string>>;
}

export interface Comparison {
  readonly fact: string;
  readonly answer: Exclude<FactAnswer, { type: 'unknown' }>;
  readonly expect: ClaimBinding['expect'];
  readonly currency: string | null;
  readonly now: Date;
  readonly moment: 'plan' | 'send';
}

const TAG = '§';
const DEFAULT_DAYS = 30;

/** Compares what a message says with what its fact answers. */
export function judgeClaim(said: Statement, comparison: Comparison): Judged {
  const { answer, fact } = comparison;
  if (answer.type === 'prices') return judgePrices(said, answer.prices, comparison);
  if (answer.type === 'deadline')
    return said.topic === 'deadline'
      ? judgeDeadline(said, answer.deadline, comparison)
      : unfit(`\`${fact}\` answers with a time, and the message speaks of ${NOUNS[said.topic]}`);
  if (said.topic === 'deadline')
    return unfit(`\`${fact}\` answers with no time, and the message speaks of a deadline`);
  return answer.type === 'number'
    ? judgeNumber(said, answer.value, comparison)
    : judgeText(said, answer.value, comparison);
}

export const NOUNS: Readonly<Record<ClaimTopic, string>> = {
  deadline: 'a deadline',
  stock: 'what is left',
  popularity: 'what others do',
  'prior-price': 'a former price',
};

const unfit = (because: string): Judged => ({ state: 'unknown', because });

function judgeDeadline(said: Statement, deadline: Deadline, { fact, now, moment }: Comparison): Judged {
  const end = deadline.written ?? deadline.end.toISOString();
  if (deadline.end.getTime() < now.getTime())
    return { state: 'passed', because: `\`${fact}\` ended at ${end}, before ${now.toISOString()}` };
  const own = saidDates(said.words);
  const days = own.length > 0 ? own : saidDates(said.sentence);
  if (days.length === 0) {
    if (said.words.includes(TAG))
      return unfit('the day is filled in at the send, and cannot be compared before');
    return { state: 'holds', because: `\`${fact}\` ends at ${end}` };
  }
  return days.some((day) => fitsDeadline(day, deadline, now, moment))
    ? { state: 'holds', because: `the message says “${days[0]!.words}”, and \`${fact}\` ends at ${end}` }
    : {
        state: 'contradicted',
        because: `the message says “${days[0]!.words}”, and \`${fact}\` ends at ${end}`,
      };
}

const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u');
const LESS = word('less than|fewer than|under|below|weniger als|unter|moins de|menos de');
const MORE = word(
  'more than|over|above|at least|mehr als|über|mindestens|plus de|au moins|más de|al menos|\\d\\+',
);

function judgeNumber(said: Statement, value: number, { fact, expect = {} }: Comparison): Judged {
  const number = saidNumber(said);
  const against = `\`${fact}\` says ${value}`;
  if (expect.at_most !== undefined && value > expect.at_most)
    return { state: 'contradicted', because: `${against}, and at most ${expect.at_most} is expected` };
  if (expect.at_least !== undefined && value < expect.at_least)
    return { state: 'contradicted', because: `${against}, and at least ${expect.at_least} is expected` };
  if (typeof expect.equals === 'number' && value !== expect.equals)
    return { state: 'contradicted', because: `${against}, and ${expect.equals} is expected` };
  const isBounded = Object.keys(expect).length > 0;
  if (number === null) {
    if (typeof expect.equals === 'string' && !isTag(said))
      return unfit('the message says no number to compare');
    if (isBounded) return { state: 'holds', because: `${against}, as the card expects` };
    return unfit(
      isTag(said)
        ? 'the number is filled in at the send, and the card expects nothing of it'
        : 'the message says no number, and the card expects none: add `expect`',
    );
  }
  const says = `the message says ${number.value}, and ${against}`;
  const rounded = Number(value.toFixed(number.decimals));
  return agrees(said, number.value, rounded, typeof expect.equals === 'string')
    ? { state: 'holds', because: says }
    : { state: 'contradicted', because: says };
}

/** Less and more are taken at their word; of what others do a message may say less than is true, unless the card says `equals`. */
function agrees({ topic, words }: Statement, said: number, value: number, exactly: boolean): boolean {
  if (LESS.test(words)) return value <= said;
  if (MORE.test(words) || (topic === 'popularity' && !exactly)) return value >= said;
  return value === said;
}

function saidNumber({ holes, words, topic }: Statement): { value: number; decimals: number } | null {
  for (const hole of ['n', 'p']) {
    const value = holes[hole] === undefined ? null : numberOf(holes[hole]);
    if (value !== null) return { value, decimals: amountsIn(holes[hole]!)[0]?.decimals ?? 0 };
    if (holes[hole] !== undefined) return null;
  }
  const amounts = amountsIn(words);
  const amount =
    topic === 'prior-price' ? (amounts.find(({ currency }) => currency !== null) ?? amounts[0]) : amounts[0];
  if (amount !== undefined) return amount;
  const word = words
    .split(/[^\p{L}]+/u)
    .find((part) => part.length > 2 && numberOf(part) !== null && numberOf(part)! > 1);
  return word === undefined ? null : { value: numberOf(word)!, decimals: 0 };
}

const isTag = ({ holes, words }: Statement): boolean =>
  words.includes(TAG) || Object.values(holes).some((value) => value.includes(TAG));

function judgeText(said: Statement, value: string, { fact, expect = {} }: Comparison): Judged {
  const against = `\`${fact}\` says “${value}”`;
  if (typeof expect.equals !== 'string') return unfit(`${against}, and the card expects no text`);
  const hole = said.holes[expect.equals];
  const wanted = (hole ?? expect.equals).trim().toLowerCase();
  return value.trim().toLowerCase() === wanted
    ? { state: 'holds', because: against }
    : { state: 'contradicted', because: `${against}, and “${wanted}” is said` };
}

function judgePrices(
  said: Statement,
  prices: Extract<FactAnswer, { type: 'prices' }>['prices'],
  { fact, expect, currency, now }: Comparison,
): Judged {
  if (said.topic !== 'prior-price')
    return unfit(`\`${fact}\` is a price history, and the message speaks of ${NOUNS[said.topic]}`);
  const number = saidNumber(said);
  if (number === null)
    return unfit(isTag(said) ? 'the price is filled in at the send' : 'the message names no price');
  const named = amountsIn(said.words).find((amount) => amount.currency !== null)?.currency ?? null;
  if (currency !== null && named !== null && currency !== named)
    return {
      state: 'contradicted',
      because: `the message says ${named}, and \`${fact}\` counts in ${currency}`,
    };
  const days = expect?.lowest_in_days ?? DEFAULT_DAYS;
  const lowest = lowestPriorPrice(prices, days, now);
  if (!lowest.known) return unfit(`\`${fact}\`: ${lowest.because}`);
  const because = `the message says ${number.value}, and the lowest price of the ${days} days before ${dayOf(lowest.until)} was ${lowest.price}`;
  return { state: Math.abs(lowest.price - number.value) < 0.005 ? 'holds' : 'contradicted', because };
}
