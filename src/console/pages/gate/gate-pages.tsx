import { SubPages } from '../../parts/sub-pages.tsx';

/** The pages of the gate. */
export const GatePages = () => (
  <SubPages
    label="Pages of the gate"
    pages={[
      { to: '/gate', label: 'Decisions', right: 'use.read' },
      { to: '/gate/shadow', label: 'Rules on trial', right: 'use.read' },
      { to: '/gate/caps', label: 'Caps and quiet hours', right: 'settings.read' },
      { to: '/gate/suppressions', label: 'Suppression lists', right: 'settings.read' },
    ]}
  />
);
