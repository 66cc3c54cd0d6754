import type { Step } from '../kernel/vocabulary.ts';

export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = 0 | (typeof LEVELS)[number];

export const LEVEL_TITLES: Readonly<Record<Level, string>> = {
  0: 'nothing seen',
  1: 'informal',
  2: 'recorded',
  3: 'enforced',
  4: 'measured',
  5: 'proven to improve',
};

/** Evidence older than this no longer holds, unless a requirement says otherwise (ours). */
export const FRESH_DAYS = 90;

/** One thing that must be seen for a level of a practice. */
export interface Requirement {
  readonly id: string;
  /** What is counted, in words: "live uses with a card". */
  readonly says: string;
  readonly unit: 'count' | 'share' | 'days';
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Days after which it no longer holds. */
  readonly freshDays: number;
  /** Whether we can see it, or somebody must sign for it: what time or people outside must prove. */
  readonly kind: 'counted' | 'attested';
  /** What to do so that it is met. */
  readonly next: string;
}

/** A level of a practice: all that it asks for beyond the levels below. */
export interface Cell {
  readonly level: Exclude<Level, 0>;
  readonly title: string;
  readonly requires: readonly Requirement[];
}

/** A practice with its five levels, the first first. */
export interface Ladder {
  readonly step: Step;
  readonly cells: readonly [Cell, Cell, Cell, Cell, Cell];
}

type Told = Pick<Requirement, 'id' | 'says' | 'next'> & Partial<Pick<Requirement, 'freshDays'>>;

const counted = { kind: 'counted', freshDays: FRESH_DAYS } as const;

/** At least so many. */
export const atLeast = (count: number, told: Told): Requirement => ({
  ...counted,
  unit: 'count',
  atLeast: count,
  ...told,
});

/** At least this share, in [0, 1]. */
export const shareOf = (share: number, told: Told): Requirement => ({
  ...counted,
  unit: 'share',
  atLeast: share,
  ...told,
});

/** None at all. */
export const none = (told: Told): Requirement => ({ ...counted, unit: 'count', atMost: 0, ...told });

/** At most this share, in [0, 1]. */
export const atMostShare = (share: number, told: Told): Requirement => ({
  ...counted,
  unit: 'share',
  atMost: share,
  ...told,
});

/** At most so many days. */
export const withinDays = (days: number, told: Told): Requirement => ({
  ...counted,
  unit: 'days',
  atMost: days,
  ...told,
});

/** What somebody signs for: a share, in [0, 1], that a file shows. */
export const attestedShare = (share: number, told: Told): Requirement => ({
  ...shareOf(share, told),
  kind: 'attested',
});
