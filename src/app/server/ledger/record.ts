import { contentHash } from '../../../kernel/canonical.ts';
import type { ChoiceDraft } from '../../../playbook/6-control/ledger/choice-draft.ts';
import type { Scope } from '../../../playbook/6-control/ledger/scope.ts';
import type { Identifier } from '../../../playbook/6-control/ledger/subject-key.ts';
import { type Change, demand } from '../change.ts';
import { oweOptInLetters } from '../choices/opt-in.ts';
import { say } from '../evidence/say.ts';
import type { Appended } from './append.ts';
import { choose } from './choose.ts';
import { erasePerson } from './erase.ts';
import { holdPerson, releasePerson } from './holds.ts';
import { joinKeys } from './join-keys.ts';
import { type Pseudonym, subjectOf } from './subject-of.ts';

// What colleagues and machines do in the ledger, each by its right. Customers come by links of their own.

/** Records what a person told somebody, or another system. Refusals: `people.not-allowed`, and those of `choose`. */
export async function recordChoices(
  change: Change,
  identifier: Identifier | Pseudonym,
  drafts: readonly ChoiceDraft[],
): Promise<Appended> {
  demand(change, 'ledger.write');
  const { context, caller } = change;
  const appended = await choose(change, context.ledger, subjectOf(context.ledger, identifier), drafts);
  if (identifier.kind !== 'pseudonym') await oweOptInLetters(change, identifier, drafts);
  // Of a machine the choices themselves say where they come from.
  if (caller.is === 'person')
    say(change, 'ledger', 'ledger.recorded', { by: caller.account.key, choices: appended.added });
  return appended;
}

/** With a purpose, that goes into the evidence log by its hash. Refusals: `people.not-allowed`, `ledger.invalid-identifier`. */
export async function recordKeys(
  change: Change,
  identifiers: ReadonlyArray<Identifier | Pseudonym>,
  purpose: string | null = null,
): Promise<void> {
  demand(change, 'ledger.write');
  const { context, caller } = change;
  await joinKeys(
    change,
    identifiers.map((identifier) => subjectOf(context.ledger, identifier)),
  );
  if (caller.is !== 'person') return;
  const joined = { by: caller.account.key, keys: identifiers.length };
  if (purpose === null) say(change, 'ledger', 'ledger.joined', joined);
  else say(change, 'ledger', 'ledger.joined-for', { ...joined, purposeHash: contentHash(purpose) });
}

/** Refusals: `people.not-allowed`, `ledger.invalid-identifier`. */
export async function recordErasure(
  change: Change,
  identifier: Identifier,
): Promise<{ readonly choices: number }> {
  demand(change, 'ledger.erase');
  const { context, caller } = change;
  const erased = await erasePerson(change, subjectOf(context.ledger, identifier));
  say(change, 'ledger', 'ledger.erased', { by: caller.account.key, choices: erased.choices });
  return erased;
}

/** Refusals: `people.not-allowed`, `ledger.invalid-identifier`, `ledger.invalid-hold`. */
export async function recordHold(
  change: Change,
  identifier: Identifier | Pseudonym,
  scope: Omit<Scope, 'topic'>,
  until: Date | null,
): Promise<void> {
  demand(change, until === null ? 'hold.end' : 'hold.set');
  const subject = subjectOf(change.context.ledger, identifier);
  if (until === null) await releasePerson(change, subject);
  else await holdPerson(change, subject, scope, until);
}
