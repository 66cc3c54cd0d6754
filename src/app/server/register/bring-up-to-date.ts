import type { UseCard } from '../../../check/facts/card.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { DECISION_CLASSES, registerEntry } from '../../../playbook/5-oversight/register/register-entry.ts';
import { keepAutomation, NEVER, usesToRead } from '../../../stores/sql/repositories/automations.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { ServerContext } from '../context.ts';

const AT_ONCE = 500;

/**
 * Reads the cards of uses that changed since the register was looked at last, before it is looked at again. The register
 * is made from the cards that stand, so that no push can go past it. Problems: those of the store.
 */
export async function bringUpToDate({ store }: ServerContext): Promise<Result<null, Problem>> {
  const changed = await store.read((db) => usesToRead(db, 1));
  if (!changed.ok) return changed;
  if (changed.value.length === 0) return ok(null);
  return store.write(async ({ db }) => {
    await readChangedCards(db);
    return null;
  });
}

/** The same within a change. */
export async function readChangedCards(db: Database): Promise<void> {
  for (;;) {
    const changed = await usesToRead(db, AT_ONCE);
    for (const { useId, versionId, card } of changed) {
      const { isAutomation, decision, stopOwner } = registerEntry(card as UseCard);
      const decisionRank = DECISION_CLASSES.indexOf(decision);
      await keepAutomation(db, {
        useId,
        versionId,
        isAutomation,
        decision,
        decisionRank,
        stopOwner,
        drilledAt: NEVER,
      });
    }
    if (changed.length < AT_ONCE) return;
  }
}
