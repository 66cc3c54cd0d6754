import type { ConsolePage } from '../console-page.ts';

export const decision: ConsolePage = {
  path: '/decisions/:decision',
  label: 'Decision',
  right: 'use.read',
  icon: null,
  load: () => import('./decision.tsx'),
};
