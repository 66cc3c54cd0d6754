import type { ConsolePage } from '../console-page.ts';

export const boundaries: ConsolePage = {
  path: '/boundaries',
  label: 'Boundaries',
  right: 'use.read',
  icon: 'M12 3l8 3v6c0 5-4 8-8 9c-4-1-8-4-8-9V6z',
  load: () => import('./boundaries.tsx'),
};
