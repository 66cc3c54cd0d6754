import { useState } from 'react';
import { PEOPLE_ROLES } from '../../../kernel/roles.ts';
import { addOwnKey, listOwnKeys, revokeOwnKey } from '../../api/client.ts';
import { useMe } from '../../shell/session.tsx';
import { KeySection } from './key-section.tsx';
import { RolesField } from './roles-field.tsx';

const routes = { list: listOwnKeys, add: addOwnKey, revoke: revokeOwnKey };

/** One's own keys, with some of one's own roles. */
export function OwnKeys() {
  const me = useMe();
  const own = PEOPLE_ROLES.filter((role) => me.roles.includes(role));
  const [roles, setRoles] = useState<readonly string[]>(own);
  return (
    <KeySection
      title="Your own keys"
      id="own"
      says="You have no key. A program of yours, such as a CI job that runs scruple push, needs one; it acts in your name."
      routes={routes}
      roles={roles}
      rolesField={<RolesField roles={roles} set={setRoles} choices={own} />}
    />
  );
}
