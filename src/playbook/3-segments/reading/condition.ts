import type { FieldRole } from '../../../check/facts/audience.ts';
import type { Location } from '../../../kernel/source-text.ts';
import type { RawUse } from './raw-use.ts';

export type Subject =
  | 'trait'
  | 'event'
  | 'object'
  | 'segment'
  | 'consent'
  | 'prediction'
  | 'place'
  | 'message'
  | 'random';

/** One thing that is asked of a person, whatever the system that asks. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly subject: Subject;
  /** As contract.md §3 names it, as `traits.city` or `events.purchase.sku`; null for a random share. */
  readonly field: string | null;
  /** The key inside a JSON column. */
  readonly jsonPath: string | null;
  /** The operator as the definition writes it. */
  readonly operator: string;
  /** Whether the leaf holds for those of whom it is not so. */
  readonly negated: boolean;
  /** The values compared with, as they are written. */
  readonly values: readonly string[];
  /** A time that bounds it, as it is written. */
  readonly window: string | null;
  readonly at: Location;
}

/** A definition as a boolean tree: what every format comes to. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | Leaf;

export const all = (of: readonly Condition[]): Condition => ({ kind: 'all', of });
export const any = (of: readonly Condition[]): Condition => ({ kind: 'any', of });
export const not = (of: Condition): Condition => ({ kind: 'not', of });

export const leaf = (
  subject: Subject,
  field: string | null,
  at: Location,
  more: Partial<Leaf> = {},
): Leaf => ({
  kind: 'leaf',
  subject,
  field,
  jsonPath: null,
  operator: 'is',
  negated: false,
  values: [],
  window: null,
  at,
  ...more,
});

/** The fields that decide, with the role that their place in the tree gives them: an odd number of negations leaves out. */
export function usesOf(condition: Condition): RawUse[] {
  const uses = new Map<string, RawUse>();
  const pending: Array<{ node: Condition; excludes: boolean }> = [{ node: condition, excludes: false }];
  while (pending.length > 0) {
    const { node, excludes } = pending.shift()!;
    if (node.kind === 'not') pending.unshift({ node: node.of, excludes: !excludes });
    else if (node.kind === 'leaf') add(uses, node, excludes);
    else pending.unshift(...node.of.map((child) => ({ node: child, excludes })));
  }
  return [...uses.values()];
}

function add(uses: Map<string, RawUse>, found: Leaf, excludes: boolean): void {
  if (found.field === null) return;
  const role: FieldRole = excludes !== found.negated ? 'exclude' : 'include';
  const key = `${found.field}\0${role}\0${found.jsonPath}`;
  const known = uses.get(key);
  const values = [...found.values, ...(found.window === null ? [] : [found.window])];
  uses.set(key, {
    field: found.field,
    role,
    jsonPath: found.jsonPath,
    path: [],
    values: known === undefined ? values : [...new Set([...known.values, ...values])],
    at: known?.at ?? found.at,
  });
}

/** The leaves of a tree, in the order in which they stand. */
export function leavesOf(condition: Condition): Leaf[] {
  if (condition.kind === 'leaf') return [condition];
  return condition.kind === 'not' ? leavesOf(condition.of) : condition.of.flatMap(leavesOf);
}
