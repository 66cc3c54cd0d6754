import { defineCheck } from '../../../../check/define.ts';
import type { DecisionCounts } from '../../../../check/facts/decisions.ts';
import type { UseKind } from '../../../../kernel/vocabulary.ts';
import { judgeCounts } from '../../fairness/judge-counts.ts';
import { callsForReview } from '../../fairness/verdict.ts';

/** Uses that decide over people by themselves: without counted decisions nobody can tell whom they leave out. */
const DECIDING: ReadonlySet<UseKind> = new Set(['score', 'eligibility', 'suppression']);
const SORTING: ReadonlySet<UseKind> = new Set([
  'offer',
  'pricing',
  'recommendation',
  'next-best-action',
  'service-routing',
]);

export default defineCheck({
  id: 'bias-rate-ratio',
  step: 4,
  risk: 'discriminatory-exclusion',
  title: 'No group is selected at less than four fifths of the rate of the best-served group',
  appliesTo: 'all',
  needs: ['card', 'settings', 'decisions'],
  reads: ['scores', 'rules'],
  gravity: 'review',
  decidedBy: 'person',
  norms: ['ours-rate-ratio', 'ours-group-minimum', 'us-eeoc-four-fifths', 'us-ny-ll144'],
  options: { numerator: 4, denominator: 5 },
  advice: {
    'selected-less-often': {
      what: 'By “{score}”, {group} is selected {rate} times in 100, {reference} {referenceRate} times: {ratio} % of that rate, beyond what chance explains.',
      why: 'People of this group miss what others get, whatever the rule meant to do; nobody decided that, and nobody tells them.',
      instead:
        'Look with `scruple audit` at which rule or threshold makes the gap, compare alternatives, and write down why the one you keep is fair.',
    },
  },
  run({ kind, facts, options, report, cannotTell }) {
    const { card, at } = facts.card;
    for (const [index, { decisions }] of (card.scores ?? []).entries())
      if (decisions === undefined) cannotTell(`scores[${index}].decisions`, { required: true });
    if ((card.scores ?? []).length === 0 && (DECIDING.has(kind) || SORTING.has(kind)))
      cannotTell('scores[0].decisions', { required: DECIDING.has(kind) });
    for (const { pointer, because } of facts.decisions.uncounted)
      cannotTell(`${inCard(pointer)}.decisions: ${because}`, { required: true });

    for (const counts of facts.decisions.counts) {
      if (counts.overVault?.hides === true)
        cannotTell(
          `${inCard(counts.pointer)}.decisions: groups of too few people in a cell are not shown over a vault`,
          {
            required: true,
          },
        );
      const judged = judgeCounts(counts, { threshold: options });
      if (judged.verdict === 'insufficient')
        cannotTell(
          `${inCard(counts.pointer)}.decisions: ${judged.unknownDecides ? 'people whose attribute is unknown could make the difference' : `not enough data to see a ratio of ${options.numerator}/${options.denominator}`}`,
          {
            required: true,
          },
        );
      for (const { by, n, rate, comparison } of judged.groups) {
        if (!callsForReview(comparison)) continue;
        const { reference } = judged;
        report({
          advice: 'selected-less-often',
          with: {
            score: counts.score,
            group: named(by),
            rate: (100 * rate!).toFixed(1),
            reference: named(reference!.by),
            referenceRate: (100 * reference!.rate!).toFixed(1),
            ratio: (100 * comparison.ratio!).toFixed(0),
          },
          evidence: [
            {
              type: 'measure',
              at: at(`${counts.pointer}/decisions`),
              name: `selection rate ratio of ${named(by)}`,
              value: comparison.ratio!,
              low: comparison.interval.ratio?.[0] ?? null,
              high: comparison.interval.ratio?.[1] ?? null,
              n,
            },
          ],
        });
      }
    }
  },
});

const inCard = (pointer: string): string =>
  pointer
    .slice(1)
    .replace(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.');

const named = (by: DecisionCounts['groups'][number]['by']): string =>
  Object.entries(by)
    .map(([name, value]) => `${name} “${value ?? 'not known'}”`)
    .join(' and ');
