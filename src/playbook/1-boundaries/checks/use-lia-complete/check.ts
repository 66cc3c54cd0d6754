import { defineCheck } from '../../../../check/define.ts';
import type { AudienceFact } from '../../../../check/facts/audience.ts';
import type { RecordReference, UseCard } from '../../../../check/facts/card.ts';
import type { UsedFieldsFact } from '../../../../check/facts/field-use.ts';
import type { PathsFact } from '../../../../check/facts/paths.ts';
import { categoryTitle, isSpecial, type SensitiveCategory } from '../../../../kernel/categories.ts';
import { endOfDay } from '../../../../kernel/end-of-day.ts';
import type { Location } from '../../../../kernel/source-text.ts';
import { decidingFields } from '../../deciding-fields.ts';

export default defineCheck({
  id: 'use-lia-complete',
  step: 1,
  risk: null,
  title: 'A legitimate interest rests on an assessment that was made, passed and is in date',
  appliesTo: 'all',
  needs: ['card', 'audience', 'usedFields', 'paths'],
  reads: ['basis', 'records'],
  gravity: 'block',
  decidedBy: 'person',
  norms: ['eu-gdpr-6-1-f', 'ico-legitimate-interests'],
  advice: {
    missing: {
      what: 'The use rests on a legitimate interest, and the card refers to no assessment of it.',
      why: 'Nobody has weighed the interest of the company against what it does to people.',
      instead: 'Make the assessment first and refer to it in `records.lia`; it cannot be made afterwards.',
    },
    failed: {
      what: 'The assessment `{ref}` came out as failed.',
      why: 'People’s interests weighed more than the interest of the company.',
      instead: 'Change the use and assess it anew, or ask for consent.',
    },
    expired: {
      what: 'The assessment `{ref}` was to be looked at again by {date}.',
      why: 'What was weighed then may have changed.',
      instead: 'Look at it again and set a new date.',
    },
    'never-fits': {
      what: 'The use rests on a legitimate interest, and {category} decides who is reached.',
      why: 'For such data a legitimate interest never outweighs the person’s.',
      instead: 'Take it out of the selection, or ask for consent that names it.',
    },
    unclear: {
      gravity: 'review',
      what: 'The card refers to the assessment `{ref}` and does not say {lacking}.',
      why: 'Whether it was passed, and until when it holds, cannot be seen.',
      instead: 'Write `outcome`, `approved` and `expires` beside `ref`.',
    },
    conditional: {
      gravity: 'review',
      what: 'The assessment `{ref}` was passed under conditions.',
      why: 'Whether the use keeps to them has to be looked at.',
      instead: 'Show the reviewer how each condition is met.',
    },
    'path-open': {
      gravity: 'review',
      what: 'The use rests on a legitimate interest, and {category} decides; {because}.',
      why: 'For such data a legitimate interest alone is no ground, even for a good cause.',
      instead: 'Name the ground that fits, such as a duty or the members’ own request.',
    },
  },
  run({ facts, now, report, cannotTell }) {
    const { card, at } = facts.card;
    if (card.basis !== 'legitimate-interest') return;
    const pointer = '/records/lia';
    const record = card.records?.lia;
    const evidence = [{ type: 'field', at: at(pointer), pointer, value: record }] as const;
    if (record === undefined) report({ advice: 'missing', evidence });
    else {
      const { ref, outcome, approved, expires } = parts(record);
      const lacking = Object.entries({ outcome, approved, expires }).flatMap(([key, value]) =>
        value === undefined ? [`\`${key}\``] : [],
      );
      if (outcome === 'fail') report({ advice: 'failed', with: { ref }, evidence });
      else if (expires !== undefined && endOfDay(expires) < now)
        report({ advice: 'expired', with: { ref, date: expires }, evidence });
      else if (lacking.length > 0)
        report({ advice: 'unclear', with: { ref, lacking: lacking.join(', ') }, evidence });
      else if (outcome === 'conditional') report({ advice: 'conditional', with: { ref }, evidence });
    }
    const basis = { type: 'field', at: at('/basis'), pointer: '/basis', value: card.basis } as const;
    const because = openPath(facts.paths);
    for (const { category, place } of autoFails(card, facts.audience, facts.usedFields)) {
      const seen = [{ type: 'path', at: place, hops: [categoryTitle(category), 'decides'] }, basis] as const;
      if (because === null)
        report({ advice: 'never-fits', with: { category: categoryTitle(category) }, evidence: seen });
      else
        report({ advice: 'path-open', with: { category: categoryTitle(category), because }, evidence: seen });
    }
    if (facts.audience.parts.some(({ reading }) => !reading.assessed))
      cannotTell('whether special data decides: the audience could not be read');
  },
});

const parts = (record: RecordReference): Exclude<RecordReference, string> =>
  typeof record === 'string' ? { ref: record } : record;

const openPath = ({ askedFor, owed, protective }: PathsFact): string | null =>
  [askedFor, owed, protective].find(({ open }) => open)?.because ?? null;

/** Special data and known children fail the test by themselves, where they decide who is picked. Each category once. */
function autoFails(card: UseCard, audience: AudienceFact, usedFields: UsedFieldsFact) {
  const found = new Map<SensitiveCategory, Location>();
  for (const { picks, sensitive, at } of decidingFields(card, audience, usedFields)) {
    if (!picks) continue;
    for (const category of sensitive)
      if ((isSpecial(category) || category === 'age_minor') && !found.has(category)) found.set(category, at);
  }
  return [...found].map(([category, place]) => ({ category, place }));
}
