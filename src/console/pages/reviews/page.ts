import type { ConsolePage } from '../console-page.ts';

export const reviews: ConsolePage = {
  path: '/reviews',
  label: 'Reviews',
  right: 'review.read',
  icon: 'M12 5C7 5 3.5 9 2 12c1.5 3 5 7 10 7s8.5-4 10-7c-1.5-3-5-7-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  load: () => import('./reviews.tsx'),
};
