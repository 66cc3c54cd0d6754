import { defineCheck } from '../../../../check/define.ts';
import type { RecordReference, UseCard } from '../../../../check/facts/card.ts';
import type { SettingsFact } from '../../../../check/facts/settings.ts';
import { isSpecial, isVulnerability } from '../../../../kernel/categories.ts';
import { endOfDay } from '../../../../kernel/end-of-day.ts';
import { isPurposeUnder } from '../../../../kernel/taxonomy/purpose-line.ts';
import { bestCompatibility, type CompatibilityContext } from '../../compatibility/compatibility.ts';
import { fieldEvidence, isKey, type KnownField, knownFields } from '../../used-fields/used-once.ts';
import { usedAgainst } from './used-against.ts';

export default defineCheck({
  id: 'src-purpose-compat',
  step: 2,
  risk: 'data-overreach',
  title: 'Data is used for what it was collected for, or for what fits it',
  appliesTo: 'all',
  needs: ['card', 'settings', 'audience', 'usedFields', 'paths'],
  reads: ['purpose', 'basis', 'records', 'fields', 'audience', 'messages'],
  gravity: 'block',
  decidedBy: 'person',
  norms: ['eu-gdpr-5-1-b', 'eu-gdpr-6-4', 'ours-purpose-barriers'],
  advice: {
    incompatible: {
      what: 'The field `{field}` was collected for `{collected}` and is used for `{purpose}`: {because}.',
      why: 'People gave it for one thing and find it used for another.',
      instead: 'Ask people anew for this purpose, or do without the field.',
    },
    'consent-to-prove': {
      gravity: 'review',
      what: 'The field `{field}` was collected for `{collected}` and is used for `{purpose}` under a consent: {because}.',
      why: 'Only a consent that names this use of this data makes it fit.',
      instead:
        'Add the purpose to `collected_for` in the data map if the consent names it, or do without the field.',
    },
    'path-open': {
      gravity: 'review',
      what: 'The field `{field}` was collected for `{collected}` and is used for `{purpose}`; {path}.',
      why: 'A duty or a good cause can carry another purpose, and it can also be a pretext.',
      instead: 'Show the reviewer why this field is needed for it, or do without the field.',
    },
    'to-assess': {
      gravity: 'review',
      what: 'The field `{field}` was collected for `{collected}` and is used for `{purpose}`: {because}.',
      why: 'Whether people would expect it is not clear from the purposes alone.',
      instead: 'Assess it by link, context, nature, consequence and safeguards, and refer to the record.',
    },
  },
  run({ facts, now, report, cannotTell }) {
    const { card } = facts.card;
    const { purpose } = card;
    if (purpose === undefined) {
      cannotTell('the purpose of the use');
      return;
    }
    const { owed } = facts.paths;
    const path = [owed, facts.paths.protective, facts.paths.askedFor].find(({ open }) => open)?.because;
    // What a law or a contract obliges to send needs no assessment of whether people would expect it.
    const assessed =
      owed.open || [card.records?.lia, card.records?.dpia].some((record) => isPassed(record, now));
    for (const field of knownFields(usedAgainst(card, facts.audience, facts.usedFields))) {
      if (isKey(field)) continue;
      const context = contextOf(field, card, facts.settings);
      const best = bestCompatibility(field.entry.collectedFor, purpose, context);
      if (best === null) {
        cannotTell(`what \`${field.name}\` was collected for`);
        continue;
      }
      const filled = { field: field.name, collected: best.collected, purpose, because: best.because };
      const evidence = fieldEvidence(field);
      if (best.verdict === 'incompatible') {
        const { collected } = best;
        // A consent on record may be the one of the collection: only `collected_for` says that it names this purpose.
        const mayConsent = card.basis === 'consent' && (field.entry.consent !== null || !isSensitive(field));
        if (path !== undefined)
          report({ advice: 'path-open', with: { field: field.name, collected, purpose, path }, evidence });
        else if (mayConsent) report({ advice: 'consent-to-prove', with: filled, evidence });
        else report({ advice: 'incompatible', with: filled, evidence });
      } else if (best.verdict === 'assess' && !assessed)
        report({ advice: 'to-assess', with: filled, evidence });
    }
  },
});

const EXCLUDING_KINDS: ReadonlySet<string> = new Set([
  'eligibility',
  'pricing',
  'suppression',
  'service-routing',
]);

function contextOf({ entry }: KnownField, card: UseCard, settings: SettingsFact): CompatibilityContext {
  const purpose = card.purpose ?? '';
  return {
    basis: entry.basis,
    origin: entry.origin,
    categories: [...new Set([...entry.declaredSensitive, ...entry.seenSensitive])],
    dataCategory: entry.category,
    decision:
      card.automation?.decision ??
      (card.kind === 'score' || card.kind === 'eligibility' ? 'notable' : 'none'),
    excludes: EXCLUDING_KINDS.has(card.kind),
    noticeMentions: false,
    expected: isExpected(entry, purpose, settings),
    safeguards: [],
    declared: settings.purposes,
  };
}

/** For such data a consent to which nobody refers is none. */
const isSensitive = ({ entry }: KnownField): boolean =>
  [...entry.declaredSensitive, ...entry.seenSensitive].some((one) => isSpecial(one) || isVulnerability(one));

/** Evidence beyond the notice itself, for this purpose or a wider one. */
const isExpected = (
  { expected = [], notice }: KnownField['entry'],
  purpose: string,
  settings: SettingsFact,
): boolean =>
  expected.some((one) => one.evidence !== notice && isPurposeUnder(purpose, one.purpose, settings.purposes));

function isPassed(record: RecordReference | undefined, now: Date): boolean {
  if (record === undefined || typeof record === 'string' || record.outcome !== 'pass') return false;
  return record.expires === undefined || endOfDay(record.expires) >= now;
}
