import type { DecisionCell, Text } from '../cells.ts';
import type { AuditSpec } from '../spec.ts';

/** Cells from rows of `[attributes, decision, people]`, with more where a test needs it. */
export const cell = (
  by: readonly Text[],
  decision: Text,
  rows: number,
  more: Partial<DecisionCell> = {},
): DecisionCell => ({
  by,
  decision,
  label: null,
  stratum: [],
  rules: [],
  rows,
  weight: null,
  score: null,
  outcomes: [],
  ...more,
});

/** Selected and not selected people of one group. */
export const groupCells = (value: Text, size: number, selected: number): DecisionCell[] =>
  [cell([value], '1', selected), cell([value], '0', size - selected)].filter(({ rows }) => rows > 0);

export const spec = (more: Partial<AuditSpec> = {}): AuditSpec => ({
  source: { kind: 'table', name: ['decisions'] },
  groups: ['sex'],
  decision: 'decision',
  ...more,
});
