import { defineCheck } from '../../../../check/define.ts';
import type { DataMapField } from '../../../../check/facts/data-map.ts';
import type { SettingsFact } from '../../../../check/facts/settings.ts';
import { isSpecial, type SensitiveCategory } from '../../../../kernel/categories.ts';
import { isPurposeUnder } from '../../../../kernel/taxonomy/purpose-line.ts';
import { titlesOf } from '../../category-list.ts';
import { decidersOf } from '../../deciders.ts';
import { openPath } from '../../open-path.ts';
import { tellUnread } from '../../unread-parts.ts';

export default defineCheck({
  id: 'seg-special-basis',
  step: 3,
  risk: 'vulnerability-targeting',
  title: 'Special categories of data decide only on an explicit ground',
  appliesTo: 'all',
  needs: ['card', 'settings', 'audience', 'dataMap', 'models', 'paths'],
  reads: ['kind', 'purpose', 'audience', 'scores', 'rules'],
  withoutCard: true,
  gravity: 'block',
  decidedBy: 'rule',
  norms: [
    'eu-gdpr-9',
    'uk-gdpr-9',
    'us-ca-cpra-sensitive',
    'us-state-sensitive-opt-in',
    'iab-gpp-us-national',
  ],
  advice: {
    'no-ground': {
      what: '“{field}” speaks of {traits} and decides who is concerned; {lacks}.',
      why: 'People are hurt for life when such data is used behind their back, which is why it needs their explicit yes.',
      instead:
        'Choose people by something else, or ask for explicit consent to this purpose and name it under `consent` in the data map.',
    },
    'on-path': {
      gravity: 'review',
      what: '“{field}” speaks of {traits}; there is no explicit consent, and this path is open: {path} ({because}).',
      why: 'A duty or a wish to help does not by itself allow the use of special categories of data.',
      instead: 'Have the privacy team name the ground of art. 9(2) for it, or do without the field.',
    },
    'not-shown-explicit': {
      gravity: 'review',
      what: '“{field}” speaks of {traits} and decides who is concerned; the data map says `basis: consent` and names no consent that was explicit.',
      why: 'A box ticked for a newsletter is no yes to being chosen by belief or health, and people were never asked that.',
      instead:
        'Name the explicit consent under `consent` in the data map, or choose people by something else.',
    },
    spared: {
      gravity: 'review',
      what: '“{field}” speaks of {traits} and leaves people out; {lacks}.',
      why: 'Even to spare people, keeping a list of who is ill or what they believe needs a ground.',
      instead:
        'Let people choose for themselves what they are spared, and store that choice without its cause.',
    },
  },
  run({ facts, report, cannotTell }) {
    const { card } = facts.card;
    tellUnread(facts.audience, { cannotTell });
    const path = openPath(facts.paths);
    if (path?.path === 'asked for') return;
    for (const { name: field, effect, sensitive, entry, evidence } of decidersOf(facts)) {
      const special = sensitive.filter(isSpecial);
      const ungrounded = special.filter(
        (category) => !isGrounded(category, entry, card.purpose, facts.settings),
      );
      if (ungrounded.length === 0) {
        const assumed = special.filter((category) => !isMission(category, entry, facts.settings));
        if (assumed.length > 0 && entry?.consent === null && path === null && effect !== 'spares')
          report({ advice: 'not-shown-explicit', with: { field, traits: titlesOf(assumed) }, evidence });
        continue;
      }
      const traits = titlesOf(ungrounded);
      if (path !== null)
        report({
          advice: 'on-path',
          with: { field, traits, path: path.path, because: path.because },
          evidence,
        });
      else {
        const lacks = lacksOf(ungrounded[0]!, entry, card.purpose);
        report({
          advice: effect === 'spares' ? 'spared' : 'no-ground',
          with: { field, traits, lacks },
          evidence,
        });
      }
    }
  },
});

/** Explicit consent to this purpose for this category, or a mission to serve it with data from the own relation. */
function isGrounded(
  category: SensitiveCategory,
  entry: DataMapField | null,
  purpose: string | undefined,
  settings: SettingsFact,
): boolean {
  if (isMission(category, entry, settings)) return true;
  if (entry === null || !hasConsent(entry) || !speaksOf(entry, category)) return false;
  return (
    purpose === undefined ||
    entry.collectedFor.some((given) => isPurposeUnder(purpose, given, settings.purposes))
  );
}

const isMission = (
  category: SensitiveCategory,
  entry: DataMapField | null,
  { missions }: SettingsFact,
): boolean =>
  entry?.origin !== 'third-party' &&
  entry?.origin !== 'inferred' &&
  missions.some((mission) => mission.category === category);

const hasConsent = ({ consent, basis }: DataMapField): boolean => consent !== null || basis === 'consent';

/** Consent to a page view is none to what the page says of someone. */
const speaksOf = ({ declaredSensitive, seenSensitive }: DataMapField, category: SensitiveCategory): boolean =>
  declaredSensitive.includes(category) || seenSensitive.includes(category);

function lacksOf(
  category: SensitiveCategory,
  entry: DataMapField | null,
  purpose: string | undefined,
): string {
  if (entry === null) return 'the data map does not have it';
  if (!hasConsent(entry)) return 'the data map names no explicit consent';
  if (!speaksOf(entry, category)) return 'consent was given to the field, not to what its values say';
  return `consent was not given for \`${purpose}\``;
}
