import { PEOPLE_ROLES, type Role } from '../../../kernel/roles.ts';

/** Roles that one account cannot hold together, and why. */
export const INCOMPATIBLE_ROLES: ReadonlyArray<{
  readonly role: Role;
  readonly with: readonly Role[];
  readonly because: string;
}> = [
  {
    role: 'administrator',
    with: ['reviewer', 'customer-advocate'],
    because: 'who hands out roles and sets thresholds could clear alone what takes two',
  },
  {
    role: 'auditor',
    with: ['operator', 'guest', 'reviewer', 'customer-advocate', 'administrator'],
    because: 'nobody audits what they did themselves',
  },
  {
    role: 'guest',
    with: ['operator', 'reviewer', 'customer-advocate', 'analyst', 'administrator'],
    because: 'someone from outside sees their own uses alone',
  },
  { role: 'gate', with: [...PEOPLE_ROLES, 'intake'], because: 'a machine’s key does one thing' },
  { role: 'intake', with: [...PEOPLE_ROLES], because: 'a machine’s key does one thing' },
  {
    role: 'agent',
    with: [...PEOPLE_ROLES, 'gate', 'intake'],
    because: 'who asks for customers from outside does nothing else here',
  },
];
