import type { ConsolePage } from '../console-page.ts';

export const stops: ConsolePage = {
  path: '/stops',
  label: 'Stops',
  right: 'use.read',
  icon: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM9 9h6v6H9z',
  load: () => import('./stops.tsx'),
};
