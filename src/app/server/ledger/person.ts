import { contentHash } from '../../../kernel/canonical.ts';
import type { ChoiceKind, ChoiceProof } from '../../../playbook/6-control/ledger/choice-event.ts';
import {
  type ChoiceState,
  entriesOf,
  join,
  NO_CHOICES,
} from '../../../playbook/6-control/ledger/choice-state.ts';
import type { Scope } from '../../../playbook/6-control/ledger/scope.ts';
import type { Identifier, SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { findChoiceStates, listChoices } from '../../../stores/sql/repositories/choices.ts';
import { type Change, demand } from '../change.ts';
import { say } from '../evidence/say.ts';
import { choiceOf } from './stored-choice.ts';
import { subjectOf } from './subject-of.ts';

/** A choice as a colleague sees it: never which theme it is about. */
export interface ShownChoice {
  readonly id: string;
  readonly subject: SubjectKey;
  readonly kind: ChoiceKind;
  readonly scope: Scope;
  readonly at: string;
  readonly validUntil: string | null;
  readonly pausedUntil: string | null;
  readonly proof: ChoiceProof;
}

export interface ShownPerson {
  /** The key that was asked for, and the others of the same person. */
  readonly subject: SubjectKey;
  readonly keys: readonly string[];
  /** What counts now, by scope; themes are left out. */
  readonly standing: ReadonlyArray<{
    readonly kind: string;
    readonly scope: Scope;
    readonly since: string;
    readonly until: string | null;
  }>;
  readonly choices: readonly ShownChoice[];
}

/** The ledger of one person, for a stated purpose that goes into the evidence log by its hash. Refusals: `people.not-allowed`. */
export async function readPerson(
  change: Change,
  identifier: Identifier,
  purpose: string,
): Promise<ShownPerson> {
  demand(change, 'ledger.read', { purpose });
  const subject = subjectOf(change.context.ledger, identifier);
  sayRead(change, 'shown', purpose);
  const states = await findChoiceStates(change.db, subject);
  const keys = states.length === 0 ? [subject] : states.map((row) => row.subject);
  const state = states.reduce((all, row) => join(all, row.state as ChoiceState), NO_CHOICES);
  return {
    subject,
    keys,
    standing: entriesOf(state)
      .filter(({ theme }) => theme === null)
      .map(({ slot, scope, at, until }) => ({
        kind: slot === 'yes' ? 'given' : slot,
        scope,
        since: new Date(at).toISOString(),
        until: until === null ? null : new Date(until).toISOString(),
      })),
    choices: (await listChoices(change.db, keys))
      .filter(({ theme }) => theme === null)
      .map(choiceOf)
      .map(({ confirms: _, theme: __, ...choice }) => choice),
  };
}

/** Who looked, what for, and of whom nothing. */
export const sayRead = (change: Change, what: 'shown' | 'exported', purpose: string): void =>
  say(change, 'ledger', 'ledger.read', {
    by: change.caller.account.key,
    what,
    purposeHash: contentHash(purpose),
  });
