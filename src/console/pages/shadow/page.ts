import type { ConsolePage } from '../console-page.ts';

export const shadow: ConsolePage = {
  path: '/gate/shadow',
  label: 'Rules on trial',
  right: 'use.read',
  icon: null,
  load: () => import('./shadow.tsx'),
};
