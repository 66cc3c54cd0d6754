import type { ConsolePage } from '../console-page.ts';

export const automation: ConsolePage = {
  path: '/automations/:automation',
  label: 'Automation',
  right: 'use.read',
  icon: null,
  load: () => import('./automation.tsx'),
};
