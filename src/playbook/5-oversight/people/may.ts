import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Role } from '../../../kernel/roles.ts';
import { INCOMPATIBLE_ROLES } from './incompatible-roles.ts';
import { type Action, PERMISSIONS, reachOf } from './permissions.ts';
import type { Person, PersonKey } from './person.ts';

/** What an action is about, as far as rights depend on it. */
export interface ActionTarget {
  /** Owner of the use concerned; `null` where none is known, which counts as neither one's own nor another's. */
  readonly owner?: PersonKey | null;
  /** Whom a record is about, for `self`. */
  readonly about?: PersonKey;
  /** Why a protected reason is looked at; it goes into the evidence log. */
  readonly purpose?: string;
}

/**
 * Whether a person may do this now, and by which role. Rights of several roles add up. Every refusal says what would
 * be needed and nothing of the target. Problems: `people.not-allowed`.
 */
export function may(
  person: Person,
  action: Action,
  now: Date,
  target: ActionTarget = {},
): Result<Role, Problem> {
  if (person.until !== null && Date.parse(person.until) <= now.getTime())
    return refused('the account has ended', 'ask an administrator to extend it');
  // A guest account without an end is one that nobody would think of ending.
  const roles = person.roles.filter((role) => role !== 'guest' || person.until !== null);
  for (const role of roles) {
    const reach = reachOf(role, action);
    if (reach === 'any') return ok(role);
    if (reach === 'own' && target.owner === person.key) return ok(role);
    if (reach === 'not-own' && target.owner != null && target.owner !== person.key) return ok(role);
    if (reach === 'purpose' && (target.purpose ?? '').trim() !== '') return ok(role);
    if (reach === 'self' && target.about === person.key) return ok(role);
  }
  const reaches = new Set(roles.map((role) => reachOf(role, action)));
  const { says } = PERMISSIONS[action];
  if (reaches.has('not-own'))
    return refused('nobody judges a use of their own', 'ask a reviewer who is not its owner');
  if (reaches.has('own')) return refused(`only the owner of a use may ${says}`, 'ask its owner');
  if (reaches.has('purpose'))
    return refused(
      'a protected reason is shown for a stated purpose alone',
      'state the purpose; it is logged',
    );
  if (reaches.has('self')) return refused('it is shown to the person it is about alone', 'look at your own');
  const holders = Object.keys(PERMISSIONS[action].roles).join(', ');
  return refused(`your roles do not let you ${says}`, `ask someone with the role ${holders}`);
}

/** Whether one account may hold these roles together. Problems: `people.incompatible-roles`. */
export function rolesFit(roles: readonly Role[]): Result<readonly Role[], Problem> {
  for (const row of INCOMPATIBLE_ROLES) {
    const other = row.with.find((role) => roles.includes(role));
    if (roles.includes(row.role) && other !== undefined)
      return fail(
        problem(
          'people.incompatible-roles',
          `\`${row.role}\` and \`${other}\` do not go together: ${row.because}`,
          'give one of the two roles to somebody else',
        ),
      );
  }
  return ok(roles);
}

const refused = (message: string, hint: string): Result<never, Problem> =>
  fail(problem('people.not-allowed', message, hint));
