import type { ConsolePage } from '../console-page.ts';

export const automations: ConsolePage = {
  path: '/automations',
  label: 'Automations',
  right: 'use.read',
  icon: 'M12 3v4M7 7h10v12H7zM4 11v4M20 11v4M10 12h.01M14 12h.01M10 16h4',
  load: () => import('./automations.tsx'),
};
