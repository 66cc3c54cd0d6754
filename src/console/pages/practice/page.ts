import type { ConsolePage } from '../console-page.ts';

export const practice: ConsolePage = {
  path: '/practice',
  label: 'Practice',
  right: 'statistics.read-own',
  icon: null,
  load: () => import('./practice.tsx'),
};
