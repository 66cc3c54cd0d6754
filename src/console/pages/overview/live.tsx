import { Link } from 'react-router';
import type { ReadOverview200Live } from '../../api/client.ts';
import { Tile } from '../../parts/tile.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import styles from './overview.module.css';

/** What is cleared, and which clearance ends first. */
export const Live = ({ live }: { readonly live: ReadOverview200Live }) => (
  <Tile title="Live" count={live.count}>
    {live.items.length === 0 ? (
      <p className={styles.calm}>
        No use is cleared. Once reviewers approve one, it stands here until it ends.
      </p>
    ) : (
      <ul className={styles.list}>
        {live.items.map(({ use, owner, clearedUntil }) => (
          <li key={use} className={styles.item}>
            <div className={styles.about}>
              <Link to={`/uses/${use}`}>{use}</Link>
              <span className="small quiet">
                {owner}
                {clearedUntil === null ? (
                  ', its clearance has ended'
                ) : (
                  <>
                    , cleared until <TimeAgo at={clearedUntil} />
                  </>
                )}
              </span>
            </div>
          </li>
        ))}
      </ul>
    )}
    {live.count > live.items.length ? (
      <p className="small">
        <Link to="/uses?state=cleared">See all {live.count}</Link>
      </p>
    ) : null}
  </Tile>
);
