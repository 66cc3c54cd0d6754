import { FEWEST } from './measure.ts';

/** One person of whom the groups are known, as the sender told them with a message. */
export interface Grouped {
  readonly groups: Readonly<Record<string, string>>;
}

export interface ShownGroup<T> {
  readonly attribute: string;
  readonly value: string;
  readonly people: readonly T[];
}

/**
 * People by each attribute alone. Groups of fewer than ten are left out; where these are fewer than ten together, the
 * smallest group that would be shown goes too, so that they cannot be had by taking the others from the whole.
 */
export function byGroup<T extends Grouped>(people: readonly T[]): readonly ShownGroup<T>[] {
  const attributes = new Set(people.flatMap(({ groups }) => Object.keys(groups)));
  return [...attributes].sort().flatMap((attribute) => shownOf(people, attribute));
}

function shownOf<T extends Grouped>(people: readonly T[], attribute: string): readonly ShownGroup<T>[] {
  const groups = new Map<string | null, T[]>();
  for (const one of people) {
    const value = one.groups[attribute] ?? null;
    groups.set(value, [...(groups.get(value) ?? []), one]);
  }
  const bySize = [...groups].sort(([, a], [, b]) => a.length - b.length);
  const isShown = ([value, all]: readonly [string | null, readonly T[]]) =>
    value !== null && all.length >= FEWEST;
  const shown = bySize.filter(isShown);
  const leftOut = people.length - shown.reduce((sum, [, all]) => sum + all.length, 0);
  return (leftOut > 0 && leftOut < FEWEST ? shown.slice(1) : shown)
    .map(([value, all]) => ({ attribute, value: value!, people: all }))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}
