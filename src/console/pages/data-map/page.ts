import type { ConsolePage } from '../console-page.ts';

export const dataMap: ConsolePage = {
  path: '/data-map',
  label: 'Data map',
  right: 'use.read',
  icon: 'M4 5h6v4H4zM4 15h6v4H4zM15 10h5v4h-5zM10 7c3 0 2 4 5 4M10 17c3 0 2-4 5-4',
  load: () => import('./data-map.tsx'),
};
