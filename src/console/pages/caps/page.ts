import type { ConsolePage } from '../console-page.ts';

export const caps: ConsolePage = {
  path: '/gate/caps',
  label: 'Caps and quiet hours',
  right: 'settings.read',
  icon: null,
  load: () => import('./caps.tsx'),
};
