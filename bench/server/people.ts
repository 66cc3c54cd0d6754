import { hashOfSecret } from '../../src/app/server/secrets.ts';
import { addApiKey } from '../../src/stores/sql/repositories/api-keys.ts';
import { addPerson } from '../../src/stores/sql/repositories/people.ts';
import type { Store } from '../../src/stores/sql/store.ts';

export const AT_REST = 'b'.repeat(64);
export const ROLES = ['operator', 'reviewer', 'auditor'] as const;
/** Keys that exist in the stores of this benchmark alone. */
export const keyOf = (role: (typeof ROLES)[number]): string => `scruple_key_${role.padEnd(43, '0')}`;

/** Somebody of each role, with a key. */
export async function addPeople(store: Store): Promise<void> {
  const added = await store.write(async ({ db, at }) => {
    for (const role of ROLES) {
      const id = `person_${role}`;
      await addPerson(db, {
        id,
        name: role,
        email: `${role}@harbor.example`,
        roles: [role],
        isActive: true,
        createdAt: at,
        changedAt: at,
      });
      await addApiKey(db, {
        id: `key_${role}`,
        name: 'bench',
        prefix: 'scruple_key_',
        hash: hashOfSecret(keyOf(role)),
        roles: [role],
        ownerId: id,
        createdAt: at,
      });
    }
    return null;
  });
  if (!added.ok) throw new Error(added.problem.message);
}
