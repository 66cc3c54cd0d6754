import type { ConsolePage } from '../console-page.ts';

export const audits: ConsolePage = {
  path: '/audits',
  label: 'Audits',
  right: 'aggregate.read',
  icon: 'M4 20h16M6 16v-6M12 16V4M18 16v-9',
  load: () => import('./audits.tsx'),
};
