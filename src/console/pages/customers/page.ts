import type { ConsolePage } from '../console-page.ts';

export const customers: ConsolePage = {
  path: '/customers',
  label: 'Customers',
  right: 'settings.read',
  icon: 'M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8M4 21c0-4 4-6 8-6s8 2 8 6',
  load: () => import('./customers.tsx'),
};
