import { Link } from 'react-router';
import type { ReadOverview200Paused } from '../../api/client.ts';
import { Tile } from '../../parts/tile.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import styles from './overview.module.css';

/** What is stopped, and why. */
export const Paused = ({ paused }: { readonly paused: ReadOverview200Paused }) => (
  <Tile title="Paused" count={paused.count}>
    {paused.items.length === 0 ? (
      <p className={styles.calm}>Nothing is stopped. Anyone with a role can stop a use from its page.</p>
    ) : (
      <ul className={styles.list}>
        {paused.items.map(({ use, reason, at, byPerson }) => (
          <li key={use} className={styles.item}>
            <div className={styles.about}>
              <Link to={`/uses/${use}`}>{use}</Link>
              <q className={styles.reason}>{reason}</q>
              <span className="small quiet">
                {byPerson ? 'stopped by a person' : 'stopped by an alarm'}, <TimeAgo at={at} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    )}
    {paused.count > paused.items.length ? (
      <p className="small">
        <Link to="/uses?state=stopped">See all {paused.count}</Link>
      </p>
    ) : null}
  </Tile>
);
