import type { ConsolePage } from '../console-page.ts';

export const customer: ConsolePage = {
  path: '/customers/:customer',
  label: 'Customer',
  right: 'ledger.read',
  icon: null,
  load: () => import('./customer.tsx'),
};
