import type { Customer } from './people.ts';

/** Days since the year began, 0 to 364. */
type Day = number;

/** What a message does to people, beside what an honest one does. */
export interface Effect {
  /** How many times as likely an order is. */
  readonly lift: number;
  /** Chance that an order is given back. */
  readonly regret: number;
  /** Chance of a complaint, and of leaving, for one message. */
  readonly complaint: number;
  readonly leaving: number;
}

export interface Campaign {
  readonly use: string;
  readonly number: number;
  /** Whether it goes out on this day, and to whom. */
  isDue(day: Day): boolean;
  reaches(customer: Customer): boolean;
  /** On somebody who saw so many of its messages before. */
  effectOn(customer: Customer, seen: number): Effect;
  /** What it is, in words, for the story. */
  readonly says: string;
  /** The harm that is put into it, in words; `null` for none. */
  readonly plants: string | null;
}

export const HONEST: Effect = { lift: 1, regret: 0.08, complaint: 0.0002, leaving: 0.001 };
const everyone = (): boolean => true;

/** The first of February, June and so on, counted from the first of November. */
export const FEBRUARY: Day = 92;
export const JUNE: Day = 212;

/** The letter of the season, to everybody, once a week, all year. */
const newsletter: Campaign = {
  use: 'season-letter',
  number: 1,
  says: 'the letter of the season, once a week to everybody',
  plants: null,
  isDue: (day) => day % 7 === 3,
  reaches: everyone,
  effectOn: () => HONEST,
};

/**
 * "Only today": a countdown that starts again each time, three times a week, to people who have not bought for long.
 * It works, and it works most on those who cannot tell that the day does not end: the planted harm.
 */
export const pressure: Campaign = {
  use: 'winback-countdown',
  number: 2,
  says: 'a countdown that starts again each time, three times a week to people who had not bought for half a year',
  plants: 'complaints and returns of people of 65 and more; new customers who leave',
  isDue: (day) => day >= FEBRUARY && [0, 2, 4].includes(day % 7),
  reaches: ({ hasLapsed }) => hasLapsed,
  effectOn: ({ ageBand, tenure }, seen) => ({
    // A countdown that starts again is believed less each time.
    lift: 1 + 0.6 * 0.95 ** seen,
    regret: ageBand === '65+' ? 0.5 : 0.2,
    complaint: ageBand === '65+' ? 0.006 : 0.0006,
    leaving: tenure === 'new' ? 0.012 : 0.003,
  }),
};

/** A real sale with a real end: the same gross lift, and no harm. What the monitors must leave alone. */
export const sale: Campaign = {
  use: 'spring-sale',
  number: 3,
  says: 'a sale with a real end, twice a week to everybody for eight weeks',
  plants: null,
  isDue: (day) => day >= FEBRUARY + 28 && day < FEBRUARY + 84 && [1, 5].includes(day % 7),
  reaches: everyone,
  effectOn: () => ({ ...HONEST, lift: 1.6 }),
};

/** The same people after the review: once a week, with what is really there, and only who said yes again. */
export const repaired: Campaign = {
  use: 'winback-repaired',
  number: 4,
  says: 'the same people once a week, without a countdown, and only who said yes again',
  plants: null,
  isDue: (day) => day >= JUNE && day % 7 === 2,
  // Said by half of them, when they were asked clearly.
  reaches: ({ hasLapsed, number }) => hasLapsed && number % 2 === 0,
  effectOn: () => ({ ...HONEST, lift: 1.25 }),
};

export const ALWAYS: readonly Campaign[] = [newsletter, sale];
