import { defineCheck } from '../../../../check/define.ts';
import { judgeCounts } from '../../fairness/judge-counts.ts';
import { namePeople } from '../../fairness/name-people.ts';
import { callsForReview } from '../../fairness/verdict.ts';

export default defineCheck({
  id: 'bias-less-discriminatory',
  step: 4,
  risk: 'discriminatory-exclusion',
  title: 'Where groups differ, less harmful variants were compared',
  appliesTo: 'all',
  requiredFor: 'none',
  needs: ['card', 'decisions'],
  reads: ['scores', 'records'],
  gravity: 'advise',
  decidedBy: 'person',
  norms: ['ours-less-harmful-variant'],
  options: {},
  advice: {
    'no-alternatives': {
      what: '“{score}” selects {group} at {ratio} % of the best rate, and no comparison of other variants is recorded.',
      why: 'Often another threshold or one rule less gives nearly the same reach and leaves fewer people out; nobody looked.',
      instead:
        'Compare at least two variants with `scruple audit --rules … --score …`, write down what each gives and takes, and name it under `records.alternatives`.',
    },
  },
  run({ facts, report }) {
    const { card, at } = facts.card;
    if (card.records?.alternatives !== undefined) return;
    for (const counts of facts.decisions.counts) {
      const worst = judgeCounts(counts)
        .groups.filter(({ comparison }) => callsForReview(comparison))
        .sort((a, b) => a.comparison.ratio! - b.comparison.ratio!)[0];
      if (worst === undefined) continue;
      report({
        advice: 'no-alternatives',
        with: {
          score: counts.score,
          group: namePeople(worst.by),
          ratio: (100 * worst.comparison.ratio!).toFixed(0),
        },
        evidence: [
          {
            type: 'field',
            at: at(`${counts.pointer}/decisions`),
            pointer: `${counts.pointer}/decisions`,
            value: counts.source,
          },
        ],
      });
    }
  },
});
