import { findPerson } from '../../../stores/sql/repositories/people.ts';
import type { View } from '../change.ts';
import { ACTIONS, type Action, mayEnter } from '../rights.ts';

export interface Me {
  readonly key: string;
  readonly is: 'person' | 'machine';
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly may: readonly Action[];
  readonly until: string | null;
}

/** Who asks, and what their roles allow: a page shows nobody what they may not do. */
export async function showMe({ db, caller }: View): Promise<Me> {
  const { account, is, personId } = caller;
  const person = personId === null ? undefined : await findPerson(db, personId);
  return {
    key: account.key,
    is,
    name: person?.name ?? null,
    roles: account.roles,
    may: ACTIONS.filter((action) => mayEnter(account.roles, action)),
    until: account.until,
  };
}
