import { problem } from '../../../kernel/problem.ts';
import { LONGEST_HOLD_DAYS } from '../../../playbook/6-control/holds/protective-hold.ts';
import type { Scope } from '../../../playbook/6-control/ledger/scope.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { endHolds, setHolds } from '../../../stores/sql/repositories/protective-holds.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { keysOf } from './subject-of.ts';

const DAY_MS = 86_400_000;

/**
 * Leaves a person in peace until a day, under every key of theirs. Gives nothing back and logs nothing of it: who sets one
 * must not learn whether there was one, and no trail may lead from a hold to who asked for it.
 * Refusals: `ledger.invalid-hold`.
 */
export async function holdPerson(
  { db, at }: Pick<Work, 'db' | 'at'>,
  subject: SubjectKey,
  { purpose, channel }: Omit<Scope, 'topic'>,
  until: Date,
): Promise<void> {
  if (until <= at || until.getTime() - at.getTime() > LONGEST_HOLD_DAYS * DAY_MS)
    throw new Refusal(
      problem(
        'ledger.invalid-hold',
        `a hold ends within ${LONGEST_HOLD_DAYS} days from now`,
        'set it again when it is still needed',
      ),
    );
  const keys = await keysOf(db, subject);
  await setHolds(
    db,
    keys.map((key) => ({
      subject: key,
      purpose: purpose ?? '',
      channel: channel ?? '',
      heldFrom: at,
      heldUntil: until,
    })),
  );
}

/** Ends every hold of a person, whether there was one or not. */
export const releasePerson = async ({ db }: Pick<Work, 'db'>, subject: SubjectKey): Promise<void> =>
  endHolds(db, await keysOf(db, subject));
