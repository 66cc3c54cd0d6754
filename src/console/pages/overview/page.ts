import type { ConsolePage } from '../console-page.ts';

export const overview: ConsolePage = {
  path: '/',
  label: 'Overview',
  right: 'use.read',
  icon: 'M4 13a8 8 0 0 1 16 0M4 13v4h16v-4M12 13l4-4',
  load: () => import('./overview.tsx'),
};
