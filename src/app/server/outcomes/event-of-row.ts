import type { OutcomeEvent, OutcomeType } from '../../../playbook/7-outcomes/outcome-event.ts';
import type { OutcomeRow } from '../../../stores/sql/repositories/outcome-events.ts';

/** An event as the monitors read it. An id counts within the system that told it. */
export const eventOfRow = (row: OutcomeRow): OutcomeEvent => ({
  id: idOf(row),
  type: row.type as OutcomeType,
  use: row.useId,
  at: row.at.getTime(),
  subject: row.subject,
  isEssential: row.isEssential,
  groups: row.groups,
  provider: row.provider,
});

export const idOf = ({ source, id }: Pick<OutcomeRow, 'source' | 'id'>): string => `${source}\u0000${id}`;
