import type { ConsolePage } from '../console-page.ts';

export const people: ConsolePage = {
  path: '/people',
  label: 'People',
  right: 'people.read',
  icon: 'M9 5a3 3 0 1 0 0 6a3 3 0 0 0 0-6M3 20c0-4 3-6 6-6s6 2 6 6M16 6a3 3 0 0 1 0 5M18 14c2 1 3 3 3 6',
  load: () => import('./people.tsx'),
};
