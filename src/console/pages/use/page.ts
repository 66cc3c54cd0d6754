import type { ConsolePage } from '../console-page.ts';

export const use: ConsolePage = {
  path: '/uses/:use/:tab?',
  label: 'Use',
  right: 'use.read',
  icon: null,
  load: () => import('./use.tsx'),
};
