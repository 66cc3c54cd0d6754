import { randomUUID } from 'node:crypto';
import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import type { ChoiceDraft } from '../../../playbook/6-control/ledger/choice-draft.ts';
import { type ChoiceState, entriesOf, keyOf } from '../../../playbook/6-control/ledger/choice-state.ts';
import { type OpenedToken, openToken } from '../../../playbook/6-control/tokens/token.ts';
import { lockChoiceStates } from '../../../stores/sql/repositories/choices.ts';
import type { Store } from '../../../stores/sql/store.ts';
import type { ServerContext } from '../context.ts';
import { choose } from '../ledger/choose.ts';
import { keysOf } from '../ledger/subject-of.ts';
import { pageSettingsIn } from './page-settings.ts';

/** What a one-click link leaves; `null` for what is no such link, changed or ended: nobody is told which. */
export function openOneClick(
  { ledger, clock }: Pick<ServerContext, 'ledger' | 'clock'>,
  token: string,
): OpenedToken | null {
  const opened = openToken(ledger.tokens, 'one-click', token, clock.now());
  return opened.ok ? opened.value : null;
}

/**
 * Leaves what the link is about, under every key of the person. However often it is asked for there is one no, unless a
 * later yes came between. Problems: those of the store; then nothing is known to be kept.
 */
export const unsubscribe = (
  context: Pick<ServerContext, 'ledger'> & { readonly store: Pick<Store, 'write'> },
  { subject, scope }: OpenedToken,
): Promise<Result<'left' | 'had-left', Problem>> =>
  context.store.write(async (work) => {
    const states = await lockChoiceStates(work.db, await keysOf(work.db, subject), work.at);
    const hasLeft = states.every(({ state }) => {
      const no = (state as ChoiceState)[keyOf('withdrawn', scope, null)];
      const yeses = entriesOf(state as ChoiceState).filter(({ slot }) => slot === 'yes');
      return no !== undefined && yeses.every(({ at }) => at <= no.at);
    });
    if (hasLeft) return 'had-left';
    const { settings } = await pageSettingsIn(work.db);
    const draft: ChoiceDraft = {
      id: `one-click-${randomUUID()}`,
      kind: 'withdrawn',
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
        method: 'one-click',
        actor: 'person',
        jurisdiction: settings.jurisdiction,
        sourceSystem: 'scruple',
      },
    };
    await choose(work, context.ledger, subject, [draft]);
    return 'left';
  });
