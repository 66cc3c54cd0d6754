import type { ConsolePage } from '../console-page.ts';

export const tour: ConsolePage = {
  path: '/tour',
  label: 'Tour',
  right: 'use.read',
  icon: 'M4 6l6-2 4 2 6-2v14l-6 2-4-2-6 2zM10 4v14M14 6v14',
  onlyWithStory: true,
  load: () => import('./tour.tsx'),
};

export const tourStep: ConsolePage = { ...tour, path: '/tour/:step', icon: null };
