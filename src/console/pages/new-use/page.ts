import type { ConsolePage } from '../console-page.ts';

export const newUse: ConsolePage = {
  // Beside `/uses`, where every name may be one of a use.
  path: '/new-use',
  label: 'New use',
  right: 'use.write',
  icon: null,
  load: () => import('./new-use.tsx'),
};
