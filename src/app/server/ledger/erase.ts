import { type ChoiceState, join, NO_CHOICES } from '../../../playbook/6-control/ledger/choice-state.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { remnantOf } from '../../../playbook/6-control/suppression/remnant.ts';
import {
  lockChoiceStates,
  lockPersons,
  removeChoices,
  saveChoiceStates,
  separatePersons,
} from '../../../stores/sql/repositories/choices.ts';
import { forgetRhythms } from '../../../stores/sql/repositories/contact-rhythms.ts';
import { forgetAddresses } from '../../../stores/sql/repositories/customer-addresses.ts';
import { forgetRequests } from '../../../stores/sql/repositories/customer-requests.ts';
import { forgetGatePeople } from '../../../stores/sql/repositories/gate-people.ts';
import { forgetOutcomesOf } from '../../../stores/sql/repositories/outcome-events.ts';
import { forgetCopies } from '../../../stores/sql/repositories/person-copies.ts';
import { forgetListsOf } from '../../../stores/sql/repositories/suppression-lists.ts';
import { keepSuppression } from '../../../stores/sql/repositories/suppressions.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { keysOf } from './subject-of.ts';

/**
 * Erases what is held of a person's choices: the choices, how often they want to hear from us, what they asked for, addresses, which keys are theirs. Every no of theirs stays under each
 * of their keyed hashes, and all consent has ended. Holds end by themselves. Gives the number of choices that went.
 */
export async function erasePerson(
  { db, at }: Pick<Work, 'db' | 'at'>,
  subject: SubjectKey,
): Promise<{ readonly choices: number }> {
  await lockPersons(db);
  const keys = await keysOf(db, subject);
  const states = await lockChoiceStates(db, keys, at);
  // A no under one key is heeded under the others, which nothing leads to any more.
  const all = states.reduce((joined, { state }) => join(joined, state as ChoiceState), NO_CHOICES);
  const state = remnantOf(all, at);
  for (const key of keys) await keepSuppression(db, key, state, at);
  const choices = await removeChoices(db, keys);
  await saveChoiceStates(
    db,
    keys.map((key) => ({ subject: key, state })),
    at,
  );
  await separatePersons(db, keys);
  await forgetAddresses(db, keys);
  await forgetRhythms(db, keys);
  await forgetRequests(db, keys);
  await forgetGatePeople(db, keys);
  await forgetListsOf(db, keys);
  await forgetCopies(db, keys);
  await forgetOutcomesOf(db, keys);
  return { choices };
}
