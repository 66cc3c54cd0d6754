import type { Scope } from '../ledger/scope.ts';

/**
 * What another system says of one thing that a person could choose. `unknown` is no: it is kept apart from a no of the
 * person’s own, since nobody may be told that they refused what nobody asked them.
 */
export interface SignalledChoice {
  readonly scope: Scope;
  readonly says: 'yes' | 'no' | 'unknown';
  /** The part of the object or string that says so, or why nothing does. */
  readonly because: string;
}

/** Which choices of ours a category or id of another system stands for. */
export type SignalMapping = ReadonlyArray<{
  readonly scope: Scope;
  /** All of them must be agreed to. */
  readonly categories: readonly string[];
}>;

export interface ReadSignal {
  readonly choices: readonly SignalledChoice[];
  /** What should be looked at: parts that open where they should close. */
  readonly notes: readonly string[];
}

/** Everything that the mapping knows of, unknown for one reason. */
export const allUnknown = (mapping: SignalMapping, because: string): ReadSignal => ({
  choices: mapping.map(({ scope }) => ({ scope, says: 'unknown', because })),
  notes: [because],
});

/** One no makes a no, and all must be a yes to make a yes. */
export function combined(
  { scope, categories }: SignalMapping[number],
  says: (category: string) => SignalledChoice['says'],
): SignalledChoice {
  const answers = categories.map((category) => ({ category, answer: says(category) }));
  const no = answers.find(({ answer }) => answer === 'no');
  if (no !== undefined) return { scope, says: 'no', because: `\`${no.category}\` is refused` };
  const unknown = answers.find(({ answer }) => answer === 'unknown');
  if (unknown !== undefined)
    return { scope, says: 'unknown', because: `nothing is said of \`${unknown.category}\`` };
  if (answers.length === 0) return { scope, says: 'unknown', because: 'no category stands for it' };
  return { scope, says: 'yes', because: `\`${categories.join('`, `')}\` agreed to` };
}

export const recordOf = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
