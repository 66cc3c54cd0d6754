import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { MACHINE_ROLES, ROLE_MEANINGS } from '../../../kernel/roles.ts';
import { addKey, listKeys, revokeKey } from '../../api/client.ts';
import { KeySection } from './key-section.tsx';

const routes = { list: listKeys, add: addKey, revoke: revokeKey };

/** Keys of machines: each does one thing and nothing else. */
export function MachineKeys() {
  const [role, setRole] = useState<string>(MACHINE_ROLES[0]);
  return (
    <KeySection
      title="Keys of machines"
      id="machines"
      says="No machine has a key. A sender needs one to ask the gate, and a system that decides or delivers needs one to say so."
      routes={routes}
      roles={[role]}
      rolesField={
        <NativeSelect
          label="What it may"
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
          data={MACHINE_ROLES.map((value) => ({ value, label: `${value}: ${ROLE_MEANINGS[value]}` }))}
        />
      }
    />
  );
}
