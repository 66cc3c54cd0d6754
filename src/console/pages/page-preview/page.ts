import type { ConsolePage } from '../console-page.ts';

export const pagePreview: ConsolePage = {
  path: '/customer-pages',
  label: 'What customers see',
  right: 'settings.read',
  icon: null,
  load: () => import('./page-preview.tsx'),
};
