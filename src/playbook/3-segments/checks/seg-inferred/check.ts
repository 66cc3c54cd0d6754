import { defineCheck } from '../../../../check/define.ts';
import { isSpecial, isVulnerability, type SensitiveCategory } from '../../../../kernel/categories.ts';
import { classifyField } from '../../../../kernel/lexicon/index.ts';
import { titlesOf } from '../../category-list.ts';
import { type Decider, decidersOf } from '../../deciders.ts';
import { openPath } from '../../open-path.ts';
import { pressureOf } from '../../pressure.ts';
import { cardText, hecDomainsIn } from '../../product-words.ts';
import { tellUnread } from '../../unread-parts.ts';

export default defineCheck({
  id: 'seg-inferred',
  step: 3,
  risk: 'vulnerability-targeting',
  title: 'A trait that is inferred counts as a trait that is known',
  appliesTo: 'all',
  needs: ['card', 'audience', 'dataMap', 'content', 'models', 'paths'],
  reads: ['intent', 'purpose', 'audience', 'scores', 'rules'],
  withoutCard: true,
  gravity: 'block',
  decidedBy: 'person',
  norms: ['eu-gdpr-9', 'us-wa-mhmda', 'us-co-cpa-inferences', 'us-ct-sb1295'],
  advice: {
    inferred: {
      what: '“{field}” is a guess about {traits} ({how}), and it decides who is concerned.',
      why: 'People never told it, cannot see it, and are treated as what a model takes them for, right or wrong.',
      instead: 'Choose people by what they said or did themselves, and delete the guess.',
    },
    'inferred-softly': {
      gravity: 'review',
      what: '“{field}” is a guess about {traits} ({how}), and it decides who is concerned.',
      why: 'A guess about a circumstance reaches people who never shared it, and misses those it was meant for.',
      instead:
        'Let people say themselves that they want this, or have a person confirm that the guess does no harm.',
    },
    'named-after': {
      what: 'The score “{score}” is named after {traits}.',
      why: 'A score for a sensitive trait is that trait, made up for everyone at once.',
      instead: 'Predict what the person may want from you, without predicting who they are.',
    },
  },
  run({ facts, report, cannotTell }) {
    const { card, at } = facts.card;
    tellUnread(facts.audience, { cannotTell });
    const pressed = pressureOf(card, facts.content) !== null;
    const path = openPath(facts.paths);
    const lends = hecDomainsIn(cardText(card)).some(({ product }) => product === 'credit');
    const counts = (category: SensitiveCategory): boolean =>
      (isSpecial(category) || isVulnerability(category)) && !(lends && category === 'fin_distress');
    for (const decider of decidersOf(facts)) {
      const traits = decider.sensitive.filter(counts);
      const how = howInferred(decider);
      if (traits.length === 0 || how === null || decider.effect === 'spares') continue;
      const hard = path === null && (pressed || traits.some(isSpecial));
      report({
        advice: hard ? 'inferred' : 'inferred-softly',
        with: { field: decider.name, traits: titlesOf(traits), how },
        evidence: decider.evidence,
      });
    }
    for (const [index, { name }] of (card.scores ?? []).entries()) {
      const traits = classifyField(name).sensitive.filter(counts);
      const pointer = `/scores/${index}/name`;
      if (traits.length > 0)
        report({
          advice: 'named-after',
          with: { score: name, traits: titlesOf(traits) },
          evidence: [{ type: 'field', at: at(pointer), pointer, value: name }],
        });
    }
  },
});

const GUESS =
  /(?:^|[^a-z])(?:score|scored|propensity|likelihood|probability|proba|predicted|prediction|predictions|pred|inferred|estimated|est|model|modelled|modeled|affinity|intent|lookalike|mosaic|persona|index|rank|risk)(?:[^a-z]|$)/;

/** How it is known that a field is a guess, or `null`. */
function howInferred({ name, entry }: Decider): string | null {
  if (entry?.origin === 'inferred' || entry?.origin === 'derived') return `origin: ${entry.origin}`;
  if (entry !== null && entry.derivedFrom.length > 0) return `derived from ${entry.derivedFrom.join(', ')}`;
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  const word = GUESS.exec(words)?.[0].replace(/[^a-z]/g, '');
  return word === undefined ? null : `its name says “${word}”`;
}
