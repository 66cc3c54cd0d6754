import { randomUUID } from 'node:crypto';
import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { ChoiceDraft } from '../../../playbook/6-control/ledger/choice-draft.ts';
import type { ChoiceState } from '../../../playbook/6-control/ledger/choice-state.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { isRefusedEverywhere } from '../../../playbook/6-control/preferences/said.ts';
import { REFUSED_BY_SIGNAL } from '../../../playbook/6-control/signals/global-privacy-control.ts';
import { findChoiceStates } from '../../../stores/sql/repositories/choices.ts';
import type { Store } from '../../../stores/sql/store.ts';
import type { ServerContext } from '../context.ts';
import { choose } from '../ledger/choose.ts';
import { pageSettingsIn } from './page-settings.ts';

export { saysGlobalPrivacyControl } from '../../../playbook/6-control/signals/global-privacy-control.ts';

/** Keeps what the browser of a known person says by Global Privacy Control, once while it stands. Problems: the store's. */
export async function heedSignal(
  { store, ledger }: Pick<ServerContext, 'ledger'> & { readonly store: Pick<Store, 'read' | 'write'> },
  subject: SubjectKey,
): Promise<Result<null, Problem>> {
  const known = await store.read((db) => findChoiceStates(db, subject));
  if (!known.ok) return known;
  const states = known.value.map(({ state }) => state as ChoiceState);
  const missing = REFUSED_BY_SIGNAL.filter(({ purpose }) => !isRefusedEverywhere(states, purpose!));
  if (missing.length === 0) return ok(null);
  return store.write(async (work) => {
    const { settings } = await pageSettingsIn(work.db);
    const drafts = missing.map(
      (scope): ChoiceDraft => ({
        id: `gpc-${randomUUID()}`,
        kind: 'gpc',
        scope,
        theme: null,
        at: work.at.toISOString(),
        validUntil: null,
        pausedUntil: null,
        confirms: null,
        proof: {
          notice: null,
          uiHash: null,
          language: null,
          method: 'global-privacy-control',
          actor: 'agent',
          jurisdiction: settings.jurisdiction,
          sourceSystem: 'scruple',
        },
      }),
    );
    await choose(work, ledger, subject, drafts);
    return null;
  });
}
