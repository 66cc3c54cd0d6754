import { Checkbox } from '@mantine/core';
import { PEOPLE_ROLES, ROLE_MEANINGS } from '../../../kernel/roles.ts';
import styles from './people.module.css';

/** The roles of a person, each with what it may. */
export const RolesField = ({
  roles,
  set,
  choices = PEOPLE_ROLES,
}: {
  readonly roles: readonly string[];
  readonly set: (roles: readonly string[]) => void;
  readonly choices?: readonly (typeof PEOPLE_ROLES)[number][];
}) => (
  <Checkbox.Group label="Roles" value={[...roles]} onChange={set}>
    <div className={styles.roles}>
      {choices.map((role) => (
        <Checkbox
          key={role}
          value={role}
          label={role.replaceAll('-', ' ')}
          description={ROLE_MEANINGS[role]}
        />
      ))}
    </div>
  </Checkbox.Group>
);
