import { Link } from 'react-router';
import type { ReadOverview200Paused } from '../../api/client.ts';
import { pausedByInWords } from '../../parts/outcome-words.ts';
import { Tile } from '../../parts/tile.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import styles from './overview.module.css';

/** What is stopped or paused, and why. */
export const Paused = ({ paused }: { readonly paused: ReadOverview200Paused }) => (
  <Tile title="Paused" count={paused.count}>
    {paused.items.length === 0 ? (
      <p className={styles.calm}>
        Nothing is stopped or paused. Anyone with a role can stop a use from its page; what does harm is
        paused by itself.
      </p>
    ) : (
      <ul className={styles.list}>
        {paused.items.map(({ use, reason, at, byPerson }) => (
          <li key={use} className={styles.item}>
            <div className={styles.about}>
              <Link to={byPerson ? `/uses/${use}` : `/uses/${use}/outcomes`}>{use}</Link>
              {byPerson ? <q className={styles.reason}>{reason}</q> : <span>{pausedByInWords(reason)}</span>}
              <span className="small quiet">
                {byPerson ? 'stopped by a person' : 'paused by itself'}, <TimeAgo at={at} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    )}
    {paused.count > paused.items.length ? (
      <p className="small">
        <Link to="/stops?inForce=true">All that is stopped</Link>,{' '}
        <Link to="/outcomes">all that is paused</Link>
      </p>
    ) : null}
  </Tile>
);
