import { drawAt } from './draw.ts';

export const AGE_BANDS = ['18-34', '35-64', '65+'] as const;
export const TENURES = ['new', 'regular'] as const;

/** Shares of the people, and the chance of an order after one honest message at the least and at the most. */
export const TRAITS = {
  young: 0.35,
  middle: 0.45,
  fresh: 0.3,
  lapsed: 0.45,
  buying: [0.006, 0.018],
} as const;

/** A customer of the fictional outfitter. */
export interface Customer {
  readonly number: number;
  readonly ageBand: (typeof AGE_BANDS)[number];
  readonly tenure: (typeof TENURES)[number];
  /** Chance of an order after one honest message. */
  readonly buying: number;
  /** Whether nothing was bought for half a year: whom "win back" is about. */
  readonly hasLapsed: boolean;
}

/** Customers as they are when the year begins; the same seed gives the same people. */
export function customers(seed: number, count: number): readonly Customer[] {
  const [least, most] = TRAITS.buying;
  return Array.from({ length: count }, (_, number) => {
    const [age, tenure, buying, lapsed] = [1, 2, 3, 4].map((what) => drawAt(seed, number, what)) as [
      number,
      number,
      number,
      number,
    ];
    return {
      number,
      ageBand: age < TRAITS.young ? '18-34' : age < TRAITS.young + TRAITS.middle ? '35-64' : '65+',
      tenure: tenure < TRAITS.fresh ? 'new' : 'regular',
      buying: least + (most - least) * buying,
      hasLapsed: lapsed < TRAITS.lapsed,
    };
  });
}
