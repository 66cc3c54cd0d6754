import { defineCheck } from '../../../../check/define.ts';
import type { UseCard } from '../../../../check/facts/card.ts';
import { isPurposeUnder } from '../../../../kernel/taxonomy/purpose-line.ts';
import type { UseKind } from '../../../../kernel/vocabulary.ts';
import { titlesOf, vulnerabilitiesAmong } from '../../category-list.ts';
import { decidersOf } from '../../deciders.ts';
import { openPath } from '../../open-path.ts';
import { pressureOf } from '../../pressure.ts';
import { cardText, hecDomainsIn } from '../../product-words.ts';
import { tellUnread } from '../../unread-parts.ts';

export default defineCheck({
  id: 'seg-vuln-protect',
  step: 3,
  risk: 'vulnerability-targeting',
  title: 'What is known of a vulnerability only lowers pressure or adds help',
  appliesTo: 'all',
  needs: ['card', 'settings', 'audience', 'dataMap', 'content', 'models', 'paths'],
  reads: ['kind', 'intent', 'purpose', 'audience', 'scores', 'rules', 'goal', 'benefit', 'themes', 'terms'],
  gravity: 'review',
  decidedBy: 'person',
  norms: ['fca-fg21-1', 'eu-gdpr-9', 'ours-protective-only'],
  advice: {
    'left-out': {
      what: 'People are left out of {what} because of {traits} (“{field}”).',
      why: 'To be spared advertising is protection; to be refused an offer or a service is harm twice over.',
      instead: 'Offer them the same by a quieter way, or show in a review what they get in its place.',
    },
    judged: {
      what: 'A decision about people depends on {traits} (“{field}”).',
      why: 'What someone told to be treated gently turns into a reason to be treated worse.',
      instead: 'Use the field only to suppress, to support, to soften or to route to a person.',
    },
    unbound: {
      what: '“{field}” chooses people by {traits}, and nothing shows that it is to support or protect them.',
      why: 'A list of vulnerable people is worth protecting even where nothing is sold today.',
      instead:
        'Declare `intent: support` or `protect` and sell nothing, or name the duty under `records.duty`.',
    },
  },
  run({ kind, facts, report, cannotTell }) {
    const { card } = facts.card;
    tellUnread(facts.audience, { cannotTell });
    if (openPath(facts.paths) !== null) return;
    const pressure = pressureOf(card, facts.content);
    const worth = whatIsWorthHaving(kind, card, facts.settings.purposes);
    const lends = hecDomainsIn(cardText(card)).some(({ product }) => product === 'credit');
    for (const { name: field, effect, sensitive, evidence } of decidersOf(facts)) {
      // Whether someone can repay is what a lending decision is about; auto-* and bias-* look at how it is made.
      const vulnerable = vulnerabilitiesAmong(sensitive).filter(
        (category) => !(lends && effect === 'judges' && category === 'fin_distress'),
      );
      if (vulnerable.length === 0) continue;
      const traits = titlesOf(vulnerable);
      if (effect === 'spares') {
        if (worth !== null) report({ advice: 'left-out', with: { what: worth, traits, field }, evidence });
      } else if (pressure !== null) {
        // Choosing people to press them is seg-vuln-exploit.
      } else if (effect === 'judges') report({ advice: 'judged', with: { traits, field }, evidence });
      else report({ advice: 'unbound', with: { traits, field }, evidence });
    }
  },
});

const WORTH_HAVING: { readonly [K in UseKind]?: string } = {
  offer: 'an offer',
  pricing: 'a price',
  eligibility: 'what they may be eligible for',
  'service-routing': 'a service',
};

/** What people lose by being left out, or `null` where being left out spares them advertising. */
function whatIsWorthHaving(
  kind: UseKind,
  card: UseCard,
  purposes: ReadonlyArray<{ readonly key: string; readonly under: string }>,
): string | null {
  if (WORTH_HAVING[kind] !== undefined) return WORTH_HAVING[kind];
  if (card.purpose !== undefined && isPurposeUnder(card.purpose, 'essential', purposes)) return 'a service';
  const [domain] = hecDomainsIn(cardText(card));
  return domain === undefined || kind === 'suppression' ? null : `${domain.product} (“${domain.word}”)`;
}
