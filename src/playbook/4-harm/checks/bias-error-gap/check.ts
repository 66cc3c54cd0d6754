import { defineCheck } from '../../../../check/define.ts';
import type { DecisionCounts } from '../../../../check/facts/decisions.ts';
import { compareRatesOf } from '../../fairness/compare.ts';
import { namePeople, ONLY_SELECTION, placeInCard } from '../../fairness/name-people.ts';
import { rateOf, type Tally } from '../../fairness/tally.ts';

export default defineCheck({
  id: 'bias-error-gap',
  step: 4,
  risk: 'discriminatory-exclusion',
  title: 'No group is wrongly left out much more often than the best-served group',
  appliesTo: 'all',
  requiredFor: 'none',
  needs: ['card', 'decisions'],
  reads: ['scores'],
  gravity: 'review',
  decidedBy: 'person',
  norms: ['ours-error-gap', 'ours-group-minimum', 'us-co-sb21-169', 'eu-ai-act-10'],
  options: { gapNumerator: 1, gapDenominator: 10, minimum: 30, significance: 0.05 },
  advice: {
    'missed-more-often': {
      what: 'Of people for whom “{score}” would have been right ({label}), {group} are left out {rate} times in 100, {reference} {referenceRate} times, beyond what chance explains.',
      why: 'People of this group who want or need the offer are told less often; the score is wrong about them more than about others.',
      instead:
        'Look with `scruple audit --label {label}` where the score misses them, add inputs that speak of them or a threshold of their own, and compare again.',
    },
  },
  run({ facts, options, report, cannotTell }) {
    for (const counts of facts.decisions.counts) {
      const place = placeInCard(counts.pointer);
      if (counts.missed === undefined) {
        cannotTell(
          `${place}.decisions: ${counts.overVault === undefined ? 'no column says what turned out' : ONLY_SELECTION}`,
          { required: false },
        );
        continue;
      }
      const { label, groups } = counts.missed;
      const best = fewestMissed(groups, options.minimum);
      if (best === null) {
        cannotTell(`${place}.decisions: no group has ${options.minimum} people with \`${label}\``, {
          required: false,
        });
        continue;
      }
      const tallies = groups.map(
        ({ positives, missed }): Tally => ({ hits: missed, total: positives, squares: positives }),
      );
      const compared = compareRatesOf(tallies, best, {
        weighted: false,
        threshold: { numerator: 4, denominator: 5 },
        unit: 1,
      });
      for (const [index, { difference, interval, adjustedPValue }] of compared) {
        const { by, positives } = groups[index]!;
        if (positives < options.minimum || difference === null) continue;
        if (!isWider(tallies[index]!, tallies[best]!, options)) continue;
        if (adjustedPValue === null || adjustedPValue >= options.significance) continue;
        report({
          advice: 'missed-more-often',
          with: {
            score: counts.score,
            label,
            group: namePeople(by),
            rate: (100 * rateOf(tallies[index]!)!).toFixed(1),
            reference: namePeople(groups[best]!.by),
            referenceRate: (100 * rateOf(tallies[best]!)!).toFixed(1),
          },
          evidence: [
            {
              type: 'measure',
              at: facts.card.at(`${counts.pointer}/decisions`),
              name: `false negative rate of ${namePeople(by)} above the lowest`,
              value: difference,
              low: interval.difference?.[0] ?? null,
              high: interval.difference?.[1] ?? null,
              n: positives,
            },
          ],
        });
      }
    }
  },
});

/** The group that is missed least, among those large enough and known. */
function fewestMissed(
  groups: NonNullable<DecisionCounts['missed']>['groups'],
  minimum: number,
): number | null {
  let best: number | null = null;
  for (const [index, { by, positives, missed }] of groups.entries()) {
    if (positives < minimum || Object.values(by).includes(null)) continue;
    if (best === null || missed * groups[best]!.positives < groups[best]!.missed * positives) best = index;
  }
  return best;
}

/** The difference of the rates is above the gap, in whole numbers: 0.4 − 0.3 is above 0.1 in floating point. */
const isWider = (
  own: Tally,
  best: Tally,
  { gapNumerator, gapDenominator }: { readonly gapNumerator: number; readonly gapDenominator: number },
): boolean =>
  gapDenominator * (own.hits * best.total - best.hits * own.total) > gapNumerator * own.total * best.total;
