import type { ConsolePage } from '../console-page.ts';

export const person: ConsolePage = {
  path: '/people/:person',
  label: 'Person',
  right: 'people.read',
  icon: null,
  load: () => import('./person.tsx'),
};
