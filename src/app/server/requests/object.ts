import { randomUUID } from 'node:crypto';
import type { ChoiceProof } from '../../../playbook/6-control/ledger/choice-event.ts';
import { type ChoiceState, entriesOf, keyOf } from '../../../playbook/6-control/ledger/choice-state.ts';
import {
  DIRECT_MARKETING,
  isOfDirectMarketing,
  isOfProfiling,
  PROFILING,
  type Scope,
} from '../../../playbook/6-control/ledger/scope.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import type { RequestKind } from '../../../playbook/6-control/requests/request-kind.ts';
import { REFUSED_BY_SIGNAL } from '../../../playbook/6-control/signals/global-privacy-control.ts';
import { lockChoiceStates } from '../../../stores/sql/repositories/choices.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { ServerContext } from '../context.ts';
import { choose } from '../ledger/choose.ts';
import { keysOf } from '../ledger/subject-of.ts';

/** Which purposes an objection is to; `null` for all there are. */
export function purposesOf(kind: RequestKind, purpose: string | null): ReadonlyArray<string | null> {
  if (kind === 'opt-out-sale') return REFUSED_BY_SIGNAL.map((scope) => scope.purpose);
  if (kind === 'opt-out-profiling') return purpose === null ? PROFILING : [purpose];
  if (kind === 'object') return [purpose ?? DIRECT_MARKETING];
  return [purpose];
}

/**
 * Whether an objection has done all that is asked with the choice that it is: to direct marketing, and to profiling for it,
 * nobody weighs anything (GDPR art. 21(2)(3)). To all else a person answers, and until then it counts as well.
 */
export const isDoneAtOnce = (kind: RequestKind, purpose: string | null): boolean =>
  purposesOf(kind, purpose).every((one) => one !== null && (isOfDirectMarketing(one) || isOfProfiling(one)));

/**
 * A no to sale and sharing is one to that alone: an objection to a part of direct marketing would also be one to all
 * profiling that marketing rests on.
 */
const noOf = (kind: RequestKind): 'refused' | 'objected' =>
  kind === 'opt-out-sale' ? 'refused' : 'objected';

/** Whether they object to it already, and have said yes to nothing since. */
export async function objectsAlready(
  work: Pick<Work, 'db' | 'at'>,
  subject: SubjectKey,
  kind: RequestKind,
  purpose: string | null,
): Promise<boolean> {
  const states = await lockChoiceStates(work.db, await keysOf(work.db, subject), work.at);
  return states.every(({ state }) => {
    const yeses = entriesOf(state as ChoiceState).filter(({ slot }) => slot === 'yes');
    return scopesOf(kind, purpose).every((scope) => {
      const no = (state as ChoiceState)[keyOf(noOf(kind), scope, null)];
      return no !== undefined && yeses.every(({ at }) => at <= no.at);
    });
  });
}

const scopesOf = (kind: RequestKind, purpose: string | null): readonly Scope[] =>
  purposesOf(kind, purpose).map((one) => ({ purpose: one, channel: null, topic: null }));

/** Keeps an objection as choices, under every key of the person, on every channel. Gives how many. Refusals: those of `choose`. */
export async function keepObjection(
  work: Pick<Work, 'db' | 'at'>,
  { ledger }: Pick<ServerContext, 'ledger'>,
  subject: SubjectKey,
  {
    kind,
    purpose,
    proof,
  }: { kind: RequestKind; purpose: string | null; proof: Omit<ChoiceProof, 'notice' | 'sourceSystem'> },
): Promise<number> {
  const id = randomUUID();
  const { added } = await choose(
    work,
    ledger,
    subject,
    scopesOf(kind, purpose).map((scope, part) => ({
      id: `request-${id}-${part}`,
      kind: noOf(kind),
      scope,
      theme: null,
      at: work.at.toISOString(),
      validUntil: null,
      pausedUntil: null,
      confirms: null,
      proof: { ...proof, notice: null, sourceSystem: 'scruple' },
    })),
  );
  return added;
}
