import type { ConsolePage } from '../console-page.ts';

export const review: ConsolePage = {
  path: '/reviews/:review',
  label: 'Review',
  right: null,
  icon: null,
  load: () => import('./review.tsx'),
};
