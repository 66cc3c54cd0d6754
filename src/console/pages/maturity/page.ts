import type { ConsolePage } from '../console-page.ts';

export const maturity: ConsolePage = {
  path: '/maturity',
  label: 'Maturity',
  right: 'maturity.read',
  icon: 'M4 20h4v-5h4v-5h4V5h4M4 20h16',
  load: () => import('./maturity.tsx'),
};

export const board: ConsolePage = {
  path: '/maturity/board',
  label: 'Board',
  right: 'maturity.read',
  icon: null,
  load: () => import('./board.tsx'),
};
