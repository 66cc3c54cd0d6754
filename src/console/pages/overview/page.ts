import type { ConsolePage } from '../console-page.ts';

export const overview: ConsolePage = {
  path: '/',
  label: 'Overview',
  right: 'use.read',
  icon: 'M4 4h7v9H4zM15 4h5v5h-5zM15 13h5v7h-5zM4 17h7v3H4z',
  load: () => import('./overview.tsx'),
};
