import { GRAVITIES } from '../../../kernel/gravity.ts';
import { isOpen, type Review } from './review.ts';

/** The open reviews, heaviest first, then the oldest, then by id: the same order wherever it is computed. */
export const queue = (reviews: Iterable<Review>): readonly Review[] =>
  [...reviews].filter(isOpen).sort(byWeight);

const byWeight = (a: Review, b: Review): number =>
  GRAVITIES.indexOf(b.gravity) - GRAVITIES.indexOf(a.gravity) ||
  Date.parse(a.openedAt) - Date.parse(b.openedAt) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
