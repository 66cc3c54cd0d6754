import type { UseCard } from '../../../check/facts/card.ts';
import type { DpiaTriggerId } from '../../../playbook/5-oversight/records/dpia-triggers.ts';
import type { FindingJson } from '../../../report/json/schema.ts';

/** Triggers of an impact assessment that a card and what was found in its use show. What only people know, they add. */
export function triggersOf(card: UseCard, findings: readonly FindingJson[]): readonly DpiaTriggerId[] {
  const found = (...checks: readonly string[]): boolean =>
    findings.some(({ check }) => checks.includes(check));
  const scores = card.scores ?? [];
  const suppliers = card.suppliers ?? [];
  const seen: Array<readonly [DpiaTriggerId, boolean]> = [
    ['scoring', scores.length > 0 || card.kind === 'score'],
    ['significant-decision', card.automation?.decision === 'significant'],
    ['sensitive', found('seg-special-basis', 'seg-proxy', 'seg-inferred')],
    ['matching', card.identity !== undefined || suppliers.length > 0],
    ['new-technology', card.kind === 'assistant'],
    [
      'denial',
      card.kind === 'eligibility' ||
        card.kind === 'suppression' ||
        (card.rules ?? []).some(({ type }) => type === 'eligibility'),
    ],
    ['invisible', found('src-third-party-notice')],
    ['targeting-vulnerable', found('seg-vuln-exploit', 'seg-minor')],
  ];
  return seen.filter(([, holds]) => holds).map(([id]) => id);
}
