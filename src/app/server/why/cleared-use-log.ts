import type { UseCard } from '../../../check/facts/card.ts';
import type { DecisionLog } from '../../../kernel/ports/decision-log.ts';
import { listClearances } from '../../../stores/sql/repositories/clearances.ts';
import { findUseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';

/**
 * Answers from what was cleared to run last, for as long as no gate writes down what it decided: the version is the one
 * that was cleared, and of a single person nothing is known.
 */
export const clearedUseLog = (db: Database): DecisionLog => ({
  async latest(use) {
    const [clearance] = (await listClearances(db, { useId: use }, { limit: 1 })).items;
    const version = clearance === undefined ? undefined : await findUseVersion(db, clearance.versionId);
    if (version === undefined) return null;
    const { channels } = version.card as UseCard;
    return {
      use,
      versionId: version.id,
      channel: channels?.length === 1 ? channels[0]! : null,
      outcome: null,
      at: null,
    };
  },
});
