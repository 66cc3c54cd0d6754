import {
  AGENT_ROLE,
  MACHINE_ROLES,
  PEOPLE_ROLES,
  ROLE_MEANINGS,
  ROLES,
  type Role,
} from '../../../kernel/roles.ts';
import { INCOMPATIBLE_ROLES } from './incompatible-roles.ts';
import { ACTIONS, PERMISSIONS, REACHES, reachOf } from './permissions.ts';

/** The body of docs/roles.md, made from the table that the permission checks read. */
export function rolesPage(): string {
  return `## Roles

${table(
  ['role', 'what for'],
  ROLES.map((role) => [`\`${role}\``, ROLE_MEANINGS[role]]),
)}

## Who may do what

An empty cell is a no.
Rights of several roles add up.

${matrix(PEOPLE_ROLES)}

Machines hold API keys with one right each.

${matrix([...MACHINE_ROLES, AGENT_ROLE])}

## Roles that do not go together

${table(
  ['role', 'not with', 'because'],
  INCOMPATIBLE_ROLES.map((row) => [
    `\`${row.role}\``,
    row.with.map((role) => `\`${role}\``).join(', '),
    row.because,
  ]),
)}

## Four eyes

Where the gravity of a review is at or above the threshold that stood when it was opened, two people approve.
They are distinct, neither is the owner of the use, and one stands outside the owner’s reporting line.
Above, below, and beside under the same direct superior all count as inside the line.
A line that is not recorded to its top counts as inside, so that a gap in the records never lets anything through.
`;
}

function matrix(roles: readonly Role[]): string {
  const rows = ACTIONS.filter((action) => roles.some((role) => reachOf(role, action) !== null)).map(
    (action) => [
      `\`${action}\``,
      PERMISSIONS[action].says,
      ...roles.map((role) => {
        const reach = reachOf(role, action);
        return reach === null ? '' : REACHES[reach];
      }),
    ],
  );
  return table(['action', 'to', ...roles], rows);
}

const table = (head: readonly string[], rows: ReadonlyArray<readonly string[]>): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
