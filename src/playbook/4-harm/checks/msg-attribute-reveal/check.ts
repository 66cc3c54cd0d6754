import { defineCheck } from '../../../../check/define.ts';
import type { Facts } from '../../../../check/facts/index.ts';
import type { MergeTag } from '../../../../check/facts/message.ts';
import {
  categoryTitle,
  isSpecial,
  isVulnerability,
  type SensitiveCategory,
} from '../../../../kernel/categories.ts';
import { classifyField } from '../../../../kernel/lexicon/index.ts';
import { type AscribedTrait, traitsOfReader } from './spoken-to-person.ts';

/** Shown to their owner all the time, as the last digits of a card: protected, but no trait that shames or exposes. */
const NO_TRAIT: ReadonlySet<SensitiveCategory> = new Set([
  'gov_id',
  'account_credentials',
  'comms_content',
  'precise_geo',
  'age_minor',
  'capability',
]);

const SAYS = {
  what: 'The message tells the person that we know of {category}: “{quote}”.',
  why: 'Being told what a company knows about body, belief or distress frightens people, and whoever sees the screen learns it too.',
  instead: 'Say what you offer and to everyone alike; leave the trait unsaid.',
} as const;
const PRINTS = {
  what: 'The message prints `{field}` for each person, which holds {category}.',
  why: 'The value appears in inboxes, previews and on shared screens, where others read it.',
  instead: 'Take the field out; link to a place where the person signs in.',
} as const;

export default defineCheck({
  id: 'msg-attribute-reveal',
  step: 4,
  risk: 'manipulative-personalization',
  title: 'A message does not show that we know something sensitive about the person',
  appliesTo: 'all',
  requiredFor: ['campaign', 'journey', 'offer', 'outreach', 'assistant'],
  needs: ['messages', 'usedFields', 'content', 'paths', 'settings'],
  reads: ['messages'],
  withoutCard: true,
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['meta-personal-attributes', 'eu-gdpr-5-1-a', 'eu-gdpr-9', 'ours-no-trait-revealed'],
  advice: {
    says: SAYS,
    'says-unsold': { ...SAYS, gravity: 'review' },
    'says-on-path': {
      ...SAYS,
      gravity: 'advise',
      instead: 'Keep it where the person needs it to act; keep it out of subject and preheader.',
    },
    prints: PRINTS,
    'prints-unsold': { ...PRINTS, gravity: 'review' },
    'prints-on-path': {
      ...PRINTS,
      gravity: 'advise',
      instead: 'Keep it where the person needs it to act; keep it out of subject and preheader.',
    },
  },
  run({ facts, report }) {
    for (const { role, text, language, at } of facts.messages.messages.flatMap(({ blocks }) => blocks)) {
      if (role === 'footer') continue;
      const told = new Set<SensitiveCategory>();
      for (const { category, start, end } of widestFirst(traitsOfReader(text, language))) {
        if (!isTrait(category) || told.has(category)) continue;
        told.add(category);
        const quote = text.slice(start, end);
        const evidence = [{ type: 'text', at: at(start, end), quote }] as const;
        report({
          advice: `says${standing(facts, category)}`,
          with: { category: categoryTitle(category), quote },
          evidence,
        });
      }
    }
    for (const tag of facts.messages.messages.flatMap(({ mergeTags }) => mergeTags)) {
      // A condition decides about text, and prints nothing.
      const category = tag.source === tag.path ? undefined : sensitiveOf(facts, tag);
      if (category === undefined || tag.path === null) continue;
      const evidence = [{ type: 'text', at: tag.at, quote: tag.source }] as const;
      report({
        advice: `prints${standing(facts, category)}`,
        with: { category: categoryTitle(category), field: tag.path },
        evidence,
      });
    }
  },
});

type Needed = Pick<Facts, 'usedFields' | 'content' | 'paths' | 'settings'>;

/** “You have been diagnosed with” and “… with depression” are one thing said; the longer one says it better. */
const widestFirst = (traits: readonly AscribedTrait[]): readonly AscribedTrait[] =>
  [...traits].sort((a, b) => b.end - b.start - (a.end - a.start));

const isTrait = (category: SensitiveCategory): boolean =>
  (isSpecial(category) || isVulnerability(category)) && !NO_TRAIT.has(category);

/** Legitimate paths and a declared mission soften what a sale makes grave. */
function standing(
  { paths, settings, content }: Needed,
  category: SensitiveCategory,
): '' | '-unsold' | '-on-path' {
  const onPath = paths.askedFor.open || paths.owed.open || paths.protective.open;
  if (onPath || settings.missions.some((mission) => mission.category === category)) return '-on-path';
  return content.sells ? '' : '-unsold';
}

/** By its data map entry; by its name where the data map does not know it. */
function sensitiveOf({ usedFields }: Needed, tag: MergeTag): SensitiveCategory | undefined {
  const used = usedFields.used.find(
    ({ where, at }) =>
      where === 'message' &&
      at.file === tag.at.file &&
      at.line === tag.at.line &&
      at.column === tag.at.column,
  );
  const entry = used?.entry ?? null;
  const categories =
    entry === null
      ? classifyField(tag.path ?? '', null, []).sensitive
      : [...entry.declaredSensitive, ...entry.seenSensitive];
  return categories.find(isTrait);
}
