import type { FieldRole } from '../../../../../check/facts/audience.ts';
import type { Clause } from '../scope.ts';
import type { Span, Step } from '../tree.ts';

/** In which light a place of the query is looked at. */
export interface Context {
  readonly role: FieldRole;
  /** Inside something whose matches are left out. */
  readonly excluding: boolean;
  readonly joining: boolean;
  readonly clause: Clause;
  readonly path: readonly string[];
  readonly values: readonly string[];
  readonly steps: readonly Step[];
  /** How many literals a key is compared with, when it is compared with a list of them. */
  readonly listed: number;
  /** Whether nobody is returned for whom the condition at hand does not hold. */
  readonly certain: boolean;
  /** Where the column was last written, for columns that a star brings along. */
  readonly written: Span | null;
}

export const start: Context = {
  role: 'include',
  excluding: false,
  joining: false,
  clause: 'row',
  path: [],
  values: [],
  steps: [],
  listed: 0,
  certain: true,
  written: null,
};
export const NO_VALUES: readonly string[] = [];
/** A recursive query could step into JSON for ever. */
export const MAXIMUM_STEPS = 16;

export const flipped = (role: FieldRole): FieldRole =>
  role === 'include' ? 'exclude' : role === 'exclude' ? 'include' : role;
export const joining = (role: FieldRole): FieldRole => (role === 'output' || role === 'rank' ? role : 'join');
export const ranking = (role: FieldRole): FieldRole => (role === 'output' ? 'output' : 'rank');
export const plainRole = (role: FieldRole): FieldRole => (role === 'output' ? 'output' : 'include');

export function rolesOf({ role, excluding }: Context): readonly FieldRole[] {
  if (!excluding) return [role];
  if (role === 'join') return ['join', 'exclude'];
  return [role === 'include' ? 'exclude' : role];
}
