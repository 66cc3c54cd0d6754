import { drawAt } from './draw.ts';

export const AGE_BANDS = ['18-34', '35-64', '65+'] as const;
export const TENURES = ['new', 'regular'] as const;

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
  return Array.from({ length: count }, (_, number) => {
    const [age, tenure, buying, lapsed] = [1, 2, 3, 4].map((what) => drawAt(seed, number, what)) as [
      number,
      number,
      number,
      number,
    ];
    return {
      number,
      ageBand: age < 0.35 ? '18-34' : age < 0.8 ? '35-64' : '65+',
      tenure: tenure < 0.3 ? 'new' : 'regular',
      buying: 0.006 + 0.012 * buying,
      hasLapsed: lapsed < 0.45,
    };
  });
}
