import { problem } from '../../../kernel/problem.ts';
import type { PersonKey } from '../../../playbook/5-oversight/people/person.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { findUse, listUseMembers, lockUse, type Use } from '../../../stores/sql/repositories/uses.ts';
import { isAllowed, missing, type View } from '../change.ts';
import { keysOf } from '../people/person-of.ts';

/** A use with its owner as rights see it. */
export interface StandingUse {
  readonly use: Use;
  /** The owner's key; the caller's own where the use is theirs as a member. */
  readonly owner: PersonKey | null;
  /** The owner's key, whoever asks. */
  readonly trueOwner: PersonKey | null;
}

/** How the caller stands to a use: who works on it may not judge it, whoever is named as its owner. */
export async function standing(view: Pick<View, 'db' | 'caller'>, use: Use): Promise<StandingUse> {
  const { personId, account } = view.caller;
  const trueOwner =
    use.ownerId === null ? null : ((await keysOf(view.db, [use.ownerId])).get(use.ownerId) ?? null);
  const isMember = personId !== null && (await listUseMembers(view.db, use.id)).includes(personId);
  return { use, owner: isMember ? account.key : trueOwner, trueOwner };
}

/** A use that the caller may see. What they may not see is not there. */
export async function seenUse(view: View, id: string): Promise<StandingUse> {
  const use = await findUse(view.db, id);
  return seen(view, use);
}

/** The same, for this transaction alone until it ends. */
export async function lockedUse(view: View, id: string): Promise<StandingUse> {
  return seen(view, await lockUse(view.db, id));
}

/** Locks a use, and ends the work where it was changed since it was read. Refusals: `store.not-found`, `store.changed`. */
export async function demandVersion({ db }: Pick<View, 'db'>, id: string, expected: number): Promise<void> {
  const use = await lockUse(db, id);
  if (use === undefined) throw missing();
  if (use.version !== expected)
    throw new Refusal(
      problem(
        'store.changed',
        `the use \`${id}\` was changed by somebody else`,
        'read it again, and change what is there now',
      ),
    );
}

async function seen(view: View, use: Use | undefined): Promise<StandingUse> {
  if (use === undefined) throw missing();
  const stood = await standing(view, use);
  if (!isAllowed(view, 'use.read', { owner: stood.owner })) throw missing();
  return stood;
}
