import type { DecisionLog, RanDecision } from '../../../kernel/ports/decision-log.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { latestGateDecision } from '../../../stores/sql/repositories/gate-decisions.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { keysOf } from '../ledger/subject-of.ts';
import { type GateSecrets, pseudonymOf } from './gate-secrets.ts';
import type { ShortReason } from './log-rows.ts';

/**
 * Answers from what the gate wrote down of a person, under any key of theirs; from `otherwise` where it decided nothing
 * of a use about them, or no longer knows.
 */
export const gateDecisionLog = (
  db: Database,
  gate: Pick<GateSecrets, 'log'>,
  otherwise: DecisionLog,
): DecisionLog => ({
  async latest(use, subject) {
    const keys = await keysOf(db, subject as SubjectKey);
    const row = await latestGateDecision(
      db,
      use,
      keys.map((key) => pseudonymOf(gate, key)),
    );
    if (row?.versionId == null) return otherwise.latest(use, subject);
    return {
      use,
      versionId: row.versionId,
      channel: row.channel as Channel,
      outcome: row.outcome as RanDecision['outcome'],
      at: row.decidedAt,
      because: (row.reasons as readonly ShortReason[]).map(({ code }) => code),
    };
  },
});
