import { defineCheck } from '../../../../check/define.ts';
import { logBenjaminiHochberg } from '../../../../kernel/statistics/benjamini-hochberg.ts';
import { namePeople, ONLY_SELECTION, placeInCard } from '../../fairness/name-people.ts';

/** Amounts of which less is better for the person. */
const LESS_IS_BETTER: ReadonlySet<string> = new Set(['price', 'interest_rate', 'days_waited']);
const OFFERING = [
  'offer',
  'pricing',
  'score',
  'service-routing',
  'next-best-action',
  'recommendation',
] as const;

export default defineCheck({
  id: 'bias-offer-quality',
  step: 4,
  risk: 'discriminatory-exclusion',
  title: 'No group gets systematically worse offers, prices or waits',
  appliesTo: OFFERING,
  requiredFor: 'none',
  needs: ['card', 'decisions'],
  reads: ['scores'],
  gravity: 'review',
  decidedBy: 'person',
  norms: ['ours-fair-offers', 'ours-group-minimum', 'uk-equality-act-29'],
  options: { minimum: 30, part: 0.05, significance: 0.05 },
  advice: {
    'worse-for-group': {
      what: 'By “{score}”, {group} get a mean {column} of {mean}, {difference} {direction} than others ({low} to {high}), beyond what chance explains.',
      why: 'Two people in the same place are offered different things, and the one who gets less cannot see it.',
      instead:
        'Look with `scruple audit --outcome {column}` at what makes the difference, within people in the same position (`--control`), and offer all the same or write down why not.',
    },
  },
  run({ facts, options, report, cannotTell }) {
    for (const counts of facts.decisions.counts) {
      if ((counts.amounts ?? []).length === 0)
        cannotTell(
          `${placeInCard(counts.pointer)}.decisions: ${counts.overVault === undefined ? 'no column of amounts, one row a person' : ONLY_SELECTION}`,
          { required: false },
        );
      for (const { column, groups } of counts.amounts ?? []) {
        const tested = groups.filter(({ pValue, n }) => pValue !== null && n >= options.minimum);
        const adjusted = logBenjaminiHochberg(tested.map(({ pValue }) => Math.log(pValue!)));
        for (const [index, { by, n, mean, difference, low, high }] of tested.entries()) {
          if (Math.exp(adjusted[index]!) >= options.significance || difference === null || mean === null)
            continue;
          const worse = LESS_IS_BETTER.has(column) ? difference > 0 : difference < 0;
          // Without a name for what is a small difference, a twentieth of what others get.
          if (!worse || Math.abs(difference) < options.part * Math.abs(mean - difference)) continue;
          report({
            advice: 'worse-for-group',
            with: {
              score: counts.score,
              group: namePeople(by),
              column,
              mean: mean.toFixed(2),
              difference: Math.abs(difference).toFixed(2),
              direction: difference > 0 ? 'more' : 'less',
              low: (low ?? difference).toFixed(2),
              high: (high ?? difference).toFixed(2),
            },
            evidence: [
              {
                type: 'measure',
                at: facts.card.at(`${counts.pointer}/decisions`),
                name: `difference of mean ${column} of ${namePeople(by)}`,
                value: difference,
                low,
                high,
                n,
              },
            ],
          });
        }
      }
    }
  },
});
