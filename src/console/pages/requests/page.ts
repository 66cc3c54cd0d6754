import type { ConsolePage } from '../console-page.ts';

export const requests: ConsolePage = {
  path: '/requests',
  label: 'Requests',
  right: 'request.read',
  icon: 'M4 5h16v11H9l-5 4zM9 9h6M9 12h4',
  load: () => import('./requests.tsx'),
};

export const request: ConsolePage = {
  path: '/requests/:request',
  label: 'Request',
  right: 'request.read',
  icon: null,
  load: () => import('./request.tsx'),
};

export const dossiers: ConsolePage = {
  path: '/dossiers',
  label: 'Dossiers',
  right: 'access.read',
  icon: null,
  load: () => import('./dossiers.tsx'),
};

export const dossier: ConsolePage = {
  path: '/dossiers/:dossier',
  label: 'Dossier',
  right: 'access.read',
  icon: null,
  load: () => import('./dossier.tsx'),
};
