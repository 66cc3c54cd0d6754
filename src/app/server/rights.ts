import { ROLES, type Role } from '../../kernel/roles.ts';
import { ACTIONS, type Action, reachOf } from '../../playbook/5-oversight/people/permissions.ts';

export { ACTIONS, type Action, ROLES, type Role, reachOf };

/**
 * What a route asks of who calls it: one action of the role table, one of several (the answer then holds what each
 * allows), or a credential alone, for what concerns oneself.
 */
export type RouteRight = Action | readonly Action[] | 'anyone-known';

/** Whether any of the roles may do something of what a route asks; how far it reaches, the work itself looks at. */
export function mayEnter(roles: readonly Role[], right: RouteRight): boolean {
  if (right === 'anyone-known') return true;
  const actions: readonly Action[] = typeof right === 'string' ? [right] : right;
  return roles.some((role) => actions.some((action) => reachOf(role, action) !== null));
}
