import type { ConsolePage } from '../console-page.ts';

export const outcomes: ConsolePage = {
  path: '/outcomes',
  label: 'Outcomes',
  right: 'use.read',
  icon: 'M4 5v15h16M7 15l4-4 3 3 5-7M15 7h4v4',
  load: () => import('./outcomes.tsx'),
};
