import type { PersonKey } from '../../../playbook/5-oversight/people/person.ts';
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

async function seen(view: View, use: Use | undefined): Promise<StandingUse> {
  if (use === undefined) throw missing();
  const stood = await standing(view, use);
  if (!isAllowed(view, 'use.read', { owner: stood.owner })) throw missing();
  return stood;
}
