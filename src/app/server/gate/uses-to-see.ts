import { isAllowed, type View } from '../change.ts';
import { ownUses } from '../uses/own-uses.ts';

/** The uses of which who asks may see what the gate did: all, or a guest's own. */
export async function usesToSee(view: View): Promise<{ readonly useIds?: readonly string[] }> {
  if (isAllowed(view, 'use.read')) return {};
  const { personId } = view.caller;
  const own = personId === null ? [] : await ownUses(view.db, personId).execute();
  return { useIds: own.map(({ id }) => id) };
}
