import type { ConsolePage } from '../console-page.ts';

export const incident: ConsolePage = {
  path: '/incidents/:incident',
  label: 'Incident',
  right: 'use.read',
  icon: null,
  load: () => import('./incident.tsx'),
};
