import type { ConsolePage } from '../console-page.ts';

export const settings: ConsolePage = {
  path: '/settings',
  label: 'Settings',
  right: 'settings.read',
  icon: 'M4 7h9M17 7h3M15 5v4M4 12h3M11 12h9M9 10v4M4 17h11M19 17h1M17 15v4',
  load: () => import('./settings.tsx'),
};
