import type { Facts } from '../../../../check/facts/index.ts';
import { categoryTitle, isSpecial, isVulnerability } from '../../../../kernel/categories.ts';
import type { Evidence } from '../../../../kernel/evidence.ts';
import { isPurposeUnder } from '../../../../kernel/taxonomy/purpose-line.ts';
import { isUnder } from '../../../../kernel/taxonomy/tree.ts';
import { type DecidingField, decidingFields } from '../../deciding-fields.ts';

export type BanFacts = Pick<Facts, 'card' | 'settings' | 'audience' | 'usedFields' | 'content' | 'wording'>;

/** A use that nobody can approve, with what shows it. */
export interface Banned {
  readonly ban: string;
  readonly instead: string;
  readonly evidence: readonly [Evidence, ...Evidence[]];
}

/** The built-in bans (AI Act art. 5(1)(a) to (c), DSA art. 26(3) and 28(2)), as policy for every sender. */
export function bansOf(facts: BanFacts): readonly Banned[] {
  const deciding = decidingFields(facts.card.card, facts.audience, facts.usedFields);
  return [
    manipulation(facts, deciding),
    exploitation(facts, deciding),
    socialScore(facts, deciding),
    profiledAds(facts, deciding),
  ].filter((ban) => ban !== null);
}

const WANTING: ReadonlySet<string | undefined> = new Set(['sell', 'retain', 'collect']);
const SELLING_CALLS: ReadonlySet<string> = new Set(['buy', 'subscribe', 'renew', 'donate']);

/** An amount alone may be due or given: only an offer or a call to buy shows that a use of another intent wants something. */
const wants = ({ card: { card }, content }: BanFacts): boolean =>
  WANTING.has(card.intent) ||
  content.offers.length > 0 ||
  content.calls.some(({ does }) => SELLING_CALLS.has(does));

const vulnerable = (deciding: readonly DecidingField[]): DecidingField | undefined =>
  deciding.find(({ picks, sensitive }) => picks && sensitive.some(isVulnerability));

const seen = ({ name, at }: DecidingField, role: string): Evidence => ({
  type: 'path',
  at,
  hops: [name, role],
});

function manipulation(facts: BanFacts, deciding: readonly DecidingField[]): Banned | null {
  const picked = vulnerable(deciding);
  const hit = facts.wording.wordings
    .flatMap(({ hits }) => hits)
    .find(({ kind, source }) => kind === 'pressure' && source === 'rule');
  if (picked === undefined || hit === undefined || !wants(facts)) return null;
  return {
    ban: `people are picked for ${titleOf(picked, isVulnerability)} and put under pressure (“${hit.quote}”)`,
    instead: 'Drop the use; offer help to these people, without pressure and without a sale.',
    evidence: [{ type: 'text', at: hit.at, quote: hit.quote }, seen(picked, 'picks people')],
  };
}

function exploitation(facts: BanFacts, deciding: readonly DecidingField[]): Banned | null {
  const picked = vulnerable(deciding);
  if (picked === undefined || !wants(facts)) return null;
  return {
    ban: `people are picked for ${titleOf(picked, isVulnerability)} to get something from them`,
    instead: 'Take it out of the selection; use it, if at all, to leave people alone or to help them.',
    evidence: [seen(picked, 'picks people'), intentOf(facts)],
  };
}

const SCORING: ReadonlySet<string> = new Set([
  'score',
  'eligibility',
  'pricing',
  'suppression',
  'service-routing',
  'next-best-action',
]);
/** What people do and say among others. */
const SOCIAL = ['user.social', 'user.content', 'user.behavior.media_consumption'];

function socialScore(facts: BanFacts, deciding: readonly DecidingField[]): Banned | null {
  const { card } = facts.card;
  if (!SCORING.has(card.kind) || card.automation?.decision === 'none') return null;
  const social = deciding.find(({ entry }) => {
    if (entry === null || !SOCIAL.some((key) => isUnder(entry.category ?? '', key))) return false;
    return !entry.collectedFor.some((collected) =>
      isPurposeUnder(card.purpose ?? '', collected, facts.settings.purposes),
    );
  });
  if (social === undefined) return null;
  return {
    ban: `what people do among others (\`${social.name}\`) decides in a matter that has nothing to do with it`,
    instead: 'Judge people by what belongs to the matter alone.',
    evidence: [
      seen(social, 'decides'),
      { type: 'field', at: facts.card.at('/purpose'), pointer: '/purpose', value: card.purpose },
    ],
  };
}

function profiledAds(facts: BanFacts, deciding: readonly DecidingField[]): Banned | null {
  const { card, at } = facts.card;
  const advertises =
    card.channels?.includes('ad') ||
    isPurposeUnder(card.purpose ?? '', 'marketing.advertising', facts.settings.purposes);
  const isBarred = (category: Parameters<typeof isSpecial>[0]): boolean =>
    isSpecial(category) || category === 'age_minor';
  const picked = deciding.find(({ picks, sensitive }) => picks && sensitive.some(isBarred));
  if (!advertises || picked === undefined) return null;
  return {
    ban: `advertising is aimed by ${titleOf(picked, isBarred)}`,
    instead: 'Show the advertisement by context, to everyone who reads the page.',
    evidence: [
      seen(picked, 'picks people'),
      { type: 'field', at: at('/channels'), pointer: '/channels', value: card.channels },
    ],
  };
}

const intentOf = ({ card: { card, at } }: BanFacts): Evidence => ({
  type: 'field',
  at: at('/intent'),
  pointer: '/intent',
  value: card.intent,
});

const titleOf = (
  { sensitive }: DecidingField,
  is: (category: DecidingField['sensitive'][number]) => boolean,
): string => sensitive.filter(is).map(categoryTitle).join(' and ');
