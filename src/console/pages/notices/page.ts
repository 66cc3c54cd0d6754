import type { ConsolePage } from '../console-page.ts';

export const notices: ConsolePage = {
  path: '/notices',
  label: 'Notices',
  right: 'settings.read',
  icon: null,
  load: () => import('./notices.tsx'),
};

export const newNotice: ConsolePage = {
  path: '/notices/new',
  label: 'New notice',
  right: 'notice.write',
  icon: null,
  load: () => import('./new-notice.tsx'),
};

export const notice: ConsolePage = {
  path: '/notices/:notice',
  label: 'Notice',
  right: 'settings.read',
  icon: null,
  load: () => import('./notice.tsx'),
};
