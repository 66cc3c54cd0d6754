import { defineCheck } from '../../../../check/define.ts';
import { ONLY_SELECTION, placeInCard } from '../../fairness/name-people.ts';

export default defineCheck({
  id: 'bias-proxy-feature',
  step: 4,
  risk: 'discriminatory-exclusion',
  title: 'Inputs that mainly carry a protected trait are dropped or justified',
  appliesTo: 'all',
  requiredFor: 'none',
  needs: ['card', 'decisions'],
  reads: ['scores'],
  gravity: 'review',
  decidedBy: 'person',
  norms: ['us-co-sb21-169', 'us-ecoa-reg-b', 'eu-ai-act-10'],
  options: { auc: 0.65, minimum: 60 },
  advice: {
    'stands-in': {
      what: 'The input `{input}` of “{score}” tells {attribute} “{value}” from others with an area under the curve of {auc} (0.5 tells nothing).',
      why: 'A score that never sees the trait can sort by it through this input, and those who are left out cannot tell.',
      instead:
        'Leave the input out and compare reach and rates with `scruple audit --proxies`; look at all inputs together too, since dropping one of several rarely helps. Where you keep it, write down why.',
    },
  },
  run({ facts, options, report, cannotTell }) {
    for (const counts of facts.decisions.counts) {
      if (counts.proxies === undefined) {
        cannotTell(
          `${placeInCard(counts.pointer)}.decisions: ${counts.overVault === undefined ? 'no column of an input of the model' : ONLY_SELECTION}`,
          { required: false },
        );
        continue;
      }
      // An attribute that is itself an input stands in for itself: that is for other checks.
      const found = counts.proxies.filter(
        ({ auc, n, input, attribute }) => auc > options.auc && n >= options.minimum && input !== attribute,
      );
      const strongest = new Map<string, (typeof found)[number]>();
      for (const proxy of found) {
        const key = JSON.stringify([proxy.input, proxy.attribute]);
        if ((strongest.get(key)?.auc ?? 0) < proxy.auc) strongest.set(key, proxy);
      }
      for (const { input, attribute, value, auc, n } of strongest.values())
        report({
          advice: 'stands-in',
          with: { score: counts.score, input, attribute, value: value ?? 'not known', auc: auc.toFixed(2) },
          evidence: [
            {
              type: 'measure',
              at: facts.card.at(`${counts.pointer}/decisions`),
              name: `area under the curve of ${input} for ${attribute}`,
              value: auc,
              low: null,
              high: null,
              n,
            },
          ],
        });
    }
  },
});
