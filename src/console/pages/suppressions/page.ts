import type { ConsolePage } from '../console-page.ts';

export const suppressions: ConsolePage = {
  path: '/gate/suppressions',
  label: 'Suppression lists',
  right: 'settings.read',
  icon: null,
  load: () => import('./suppressions.tsx'),
};

export const suppression: ConsolePage = {
  path: '/gate/suppressions/:list',
  label: 'Suppression list',
  right: 'settings.read',
  icon: null,
  load: () => import('./suppression.tsx'),
};
