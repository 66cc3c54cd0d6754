import { Link } from 'react-router';
import type { ReadOverview200Incidents } from '../../api/client.ts';
import { Gravity } from '../../parts/gravity.tsx';
import { Tile } from '../../parts/tile.tsx';
import styles from './overview.module.css';

/** How many incidents are open, and whether something of them is overdue. */
export const Incidents = ({ of: { open, late } }: { readonly of: ReadOverview200Incidents }) => (
  <Tile title="Incidents" count={open}>
    {open === 0 ? (
      <p className={styles.calm}>No harm is known that is not made good.</p>
    ) : (
      <p>
        {late === 0 ? null : (
          <>
            <Gravity of="block">{late === open ? 'all overdue' : `${late} overdue`}</Gravity>{' '}
          </>
        )}
        <Link to="/incidents?open=true&sort=due&direction=asc">See what is to decide and to do</Link>
      </p>
    )}
  </Tile>
);
