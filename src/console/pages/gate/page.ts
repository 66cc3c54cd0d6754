import type { ConsolePage } from '../console-page.ts';

export const gate: ConsolePage = {
  path: '/gate',
  label: 'Gate',
  right: 'use.read',
  icon: 'M4 4v16M20 4v16M4 8h16M4 16h16M12 8v8',
  load: () => import('./gate.tsx'),
};
