import type { ConsolePage } from '../console-page.ts';

export const incidents: ConsolePage = {
  path: '/incidents',
  label: 'Incidents',
  right: 'use.read',
  icon: null,
  load: () => import('./incidents.tsx'),
};
