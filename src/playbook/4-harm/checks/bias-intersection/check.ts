import { defineCheck } from '../../../../check/define.ts';
import type { DecisionCounts } from '../../../../check/facts/decisions.ts';
import { judgeCounts } from '../../fairness/judge-counts.ts';
import { namePeople } from '../../fairness/name-people.ts';
import { callsForReview } from '../../fairness/verdict.ts';

type Group = DecisionCounts['groups'][number];

export default defineCheck({
  id: 'bias-intersection',
  step: 4,
  risk: 'discriminatory-exclusion',
  title: 'Combinations of attributes are compared too, not each attribute alone',
  appliesTo: 'all',
  requiredFor: 'none',
  needs: ['card', 'settings', 'decisions'],
  reads: ['scores'],
  gravity: 'advise',
  decidedBy: 'rule',
  norms: ['us-ny-ll144', 'ours-group-minimum'],
  options: { minimum: 30 },
  advice: {
    'one-attribute-only': {
      what: '“{score}” is compared by {attribute} alone, so nobody sees what happens to people in whom two attributes meet.',
      why: 'A score can treat women and older people fairly each, and leave out older women.',
      instead: 'Name a second attribute under `audit.groups` in scruple.yaml, as `age_band`.',
    },
    'hidden-in-combination': {
      what: 'By “{score}”, {group} are selected at {ratio} % of the best rate, beyond what chance explains, though no attribute alone shows a gap.',
      why: 'People in whom these attributes meet are left out, and every table of one attribute looks well.',
      instead:
        'Look at this group with `scruple audit --group {columns} --marginals`, and at the rules that hold it back.',
    },
  },
  run({ facts, options, report }) {
    const { auditGroups } = facts.settings;
    for (const counts of facts.decisions.counts) {
      const at = facts.card.at(`${counts.pointer}/decisions`);
      if (auditGroups.length === 1) {
        report({
          advice: 'one-attribute-only',
          with: { score: counts.score, attribute: auditGroups[0]! },
          evidence: [{ type: 'field', at, pointer: `${counts.pointer}/decisions`, value: counts.source }],
        });
        continue;
      }
      const seenAlone = auditGroups.some(
        (name) => judgeCounts({ groups: alone(counts.groups, name) }).verdict === 'review',
      );
      if (seenAlone) continue;
      for (const { by, n, comparison } of judgeCounts(counts).groups) {
        if (n < options.minimum || !callsForReview(comparison)) continue;
        report({
          advice: 'hidden-in-combination',
          with: {
            score: counts.score,
            group: namePeople(by),
            ratio: (100 * comparison.ratio!).toFixed(0),
            columns: auditGroups.join(','),
          },
          evidence: [
            {
              type: 'measure',
              at,
              name: `selection rate ratio of ${namePeople(by)}`,
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

/** The same people by one attribute. */
function alone(groups: readonly Group[], name: string): Group[] {
  const sums = new Map<string | null, Group>();
  for (const { by, n, selected } of groups) {
    const value = by[name] ?? null;
    const before = sums.get(value);
    sums.set(value, {
      by: { [name]: value },
      n: (before?.n ?? 0) + n,
      selected: (before?.selected ?? 0) + selected,
    });
  }
  return [...sums.values()];
}
