import type { ClaimBinding } from '../../../check/facts/card.ts';
import type { ClaimTopic } from '../../../check/facts/claim.ts';
import type { Message, MessageBlock, Wording } from '../../../check/facts/message.ts';
import { normalise } from '../wording/normalise.ts';
import { amountsIn } from './amounts.ts';
import type { NamedFact, NamedFacts } from './named-facts.ts';
import { type RecognisedClaim, recogniseClaims } from './recognise-claims.ts';
import { saidDates } from './said-dates.ts';
import { type Said, sayPattern } from './say-pattern.ts';
import { type SentenceFinder, sentenceFinder } from './sentence-finder.ts';

/** A statement of a message with the entry of the card that speaks of it. */
export interface BoundClaim extends RecognisedClaim {
  /** Index into the card's `claims`, or `null`. */
  readonly binding: number | null;
  readonly said: Said | null;
}

interface Match {
  readonly message: Message;
  readonly block: MessageBlock;
  readonly binding: number;
  readonly said: Said;
}

/**
 * Puts the claims that were recognised and the entries of the card together. An entry speaks of every place that says
 * its words, as far as its fact can speak of such a thing at all: a date proves no stock. What no entry speaks of is unbound.
 */
export function matchClaims(
  messages: readonly Message[],
  wordings: readonly Wording[],
  bindings: readonly ClaimBinding[],
  namedFacts: NamedFacts,
): BoundClaim[] {
  const recognised = recogniseClaims(messages, wordings);
  const factOf = (binding: number): NamedFact | undefined => namedFacts.get(bindings[binding]!.fact);
  const matches = matchesIn(messages, bindings);
  const inBlock = Map.groupBy(matches, ({ block }) => block);
  const spoken = new Map<Match, RecognisedClaim[]>(matches.map((match) => [match, []]));
  const unbound: BoundClaim[] = [];
  for (const claim of recognised) {
    const near = claim.block === null ? [] : (inBlock.get(claim.block) ?? []);
    const over = near.filter(({ said }) => claim.start < said.end && said.start < claim.end);
    const suits = (match: Match): number => fitOf(claim.topic, factOf(match.binding));
    const best = Math.max(0, ...over.map(suits));
    const chosen = best === 0 ? [] : over.filter((match) => suits(match) === best);
    for (const match of chosen) spoken.get(match)!.push(claim);
    if (chosen.length === 0)
      unbound.push({ ...claim, binding: containing(claim, bindings, factOf), said: null });
  }
  const bound = matches.flatMap((match) => placed(match, spoken.get(match)!, bindings, factOf));
  const boundIn = Map.groupBy(bound, ({ block }) => block);
  const sentenceAt = sentenceFinder();
  const alone = unbound.filter((claim) => !isSaidBeside(claim, boundIn.get(claim.block) ?? [], sentenceAt));
  return [...bound, ...alone].sort(byPlace);
}

/**
 * Whether a claim only leads in another of its sentence, as “Bestseller” in “Bestseller: 2,000 sold”: it says the same
 * thing, and nothing of its own that a fact could contradict.
 */
function isSaidBeside(
  { block, start, topic, quote, binding }: BoundClaim,
  inBlock: readonly BoundClaim[],
  sentenceAt: SentenceFinder,
): boolean {
  if (block === null || binding !== null || inBlock.length === 0) return false;
  const words = normalise(quote).text;
  if (amountsIn(words).length > 0 || saidDates(words).length > 0) return false;
  const sentence = sentenceAt(block, start);
  return (
    sentence !== undefined &&
    inBlock.some(
      (other) => other.topic === topic && sentence.start <= other.start && other.start < sentence.end,
    )
  );
}

const byPlace = (a: BoundClaim, b: BoundClaim): number =>
  (a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : 0) ||
  a.at.line - b.at.line ||
  a.at.column - b.at.column;

/** More entries than a card has that a person wrote; further ones bind nothing, so their claims stay unbound. */
const MAXIMUM_ENTRIES = 200;

function matchesIn(messages: readonly Message[], bindings: readonly ClaimBinding[]): Match[] {
  const patterns = bindings.slice(0, MAXIMUM_ENTRIES).map(({ says }) => sayPattern(says));
  if (patterns.length === 0) return [];
  return messages.flatMap((message) =>
    message.blocks.flatMap((block) => {
      const normal = normalise(block.text);
      return patterns.flatMap((find, binding) =>
        find(block.text, normal).map((said) => ({ message, block, binding, said })),
      );
    }),
  );
}

/** How well a kind of fact can speak of a topic: 2 made for it, 1 possible, 0 not. */
function fitOf(topic: ClaimTopic, fact: NamedFact | undefined): 0 | 1 | 2 {
  switch (fact?.type) {
    case undefined:
    case 'invalid':
      return 1;
    case 'deadline':
      return topic === 'deadline' ? 2 : 0;
    case 'price-history':
      return topic === 'prior-price' ? 2 : 0;
    default:
      return topic === 'stock' || topic === 'popularity' ? 2 : 1;
  }
}

/** One claim for each topic that an entry speaks of at a place; where no rule recognised any, the entry itself tells. */
function placed(
  { message, block, binding, said }: Match,
  claims: readonly RecognisedClaim[],
  bindings: readonly ClaimBinding[],
  factOf: (binding: number) => NamedFact | undefined,
): BoundClaim[] {
  const over = (topic: ClaimTopic, own: readonly RecognisedClaim[]): BoundClaim => {
    const start = Math.min(said.start, ...own.map((claim) => claim.start));
    const end = Math.max(said.end, ...own.map((claim) => claim.end));
    const quote = block.text.slice(start, end);
    return { topic, quote, at: block.at(start, end), message, block, start, end, binding, said };
  };
  const topics = [...new Set(claims.map(({ topic }) => topic))];
  if (topics.length === 0) {
    const quote = block.text.slice(said.start, said.end);
    return [over(topicOf(bindings[binding]!, factOf(binding), quote), [])];
  }
  return topics.map((topic) =>
    over(
      topic,
      claims.filter((claim) => claim.topic === topic),
    ),
  );
}

const OTHERS =
  /view|bought|sold|rated|rating|stars|reviews|customers|people|kund|bewert|verkauft|sterne|clients|avis|vendus|étoiles|personas|estrellas/i;

/** What a statement speaks of that no rule recognised, as one in a language without a rule set. */
export function topicOf(
  { says, expect }: ClaimBinding,
  fact: NamedFact | undefined,
  quote: string,
): ClaimTopic {
  if (fact?.type === 'deadline') return 'deadline';
  if (fact?.type === 'price-history' || expect?.lowest_in_days !== undefined || /\{p\}/i.test(says))
    return 'prior-price';
  return expect?.at_least !== undefined || OTHERS.test(quote) ? 'popularity' : 'stock';
}

/** The entry whose words contain those of the claim, as “sale ends Sunday” contains “ends Sunday”. */
function containing(
  { quote, topic, isTimer }: RecognisedClaim,
  bindings: readonly ClaimBinding[],
  factOf: (binding: number) => NamedFact | undefined,
): number | null {
  // A countdown picture says no words; it is the deadline of the message that it counts.
  if (isTimer) {
    const deadline = bindings.findIndex((_, index) => factOf(index)?.type === 'deadline');
    return deadline === -1 ? null : deadline;
  }
  const words = normalise(quote).text;
  if (!words.includes(' ')) return null;
  const index = bindings.findIndex(
    ({ says }, at) => fitOf(topic, factOf(at)) > 0 && normalise(says).text.includes(words),
  );
  return index === -1 ? null : index;
}
