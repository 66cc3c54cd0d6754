import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { joinPersons, lockChoiceStates, lockPersons } from '../../../stores/sql/repositories/choices.ts';
import type { Work } from '../../../stores/sql/store.ts';

/**
 * Says that keys are of one person. Nothing is moved and nothing lost: a no under one of them counts for all from now on,
 * and a yes from before lifts no other key’s no.
 */
export async function joinKeys(
  { db, at }: Pick<Work, 'db' | 'at'>,
  subjects: readonly SubjectKey[],
): Promise<void> {
  await lockPersons(db);
  const states = await lockChoiceStates(db, subjects, at);
  await joinPersons(
    db,
    states.map(({ person }) => person),
  );
}
