import type { ConsolePage } from '../console-page.ts';

export const evidence: ConsolePage = {
  path: '/evidence',
  label: 'Evidence',
  right: 'evidence.read',
  icon: 'M6 3h9l4 4v14H6zM14 3v5h5M9 13l2 2l4-4',
  load: () => import('./evidence.tsx'),
};
