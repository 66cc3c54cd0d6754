import type { ConsolePage } from '../console-page.ts';

export const uses: ConsolePage = {
  path: '/uses',
  label: 'Uses',
  right: 'use.read',
  icon: 'M5 4h14v16H5zM9 9h6M9 13h6M9 17h3',
  load: () => import('./uses.tsx'),
};
