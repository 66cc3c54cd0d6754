import { Link } from 'react-router';
import type { ReadOverview200Waiting, ReadOverview200WaitingItemsItem } from '../../api/client.ts';
import { Gravity } from '../../parts/gravity.tsx';
import { Tile } from '../../parts/tile.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import styles from './overview.module.css';

type Item = ReadOverview200WaitingItemsItem;

const ASKS: Record<Item['kind'], string> = {
  judge: 'Judge it.',
  repair: 'Repair it: it must not run as it is.',
  'ask-for-review': 'Ask for a review.',
};

const placeOf = ({ kind, use, review }: Item): string =>
  kind === 'judge' && review !== null ? `/reviews/${review}` : `/uses/${use}`;

/** What waits for who is signed in, the gravest first. */
export const Waiting = ({ waiting }: { readonly waiting: ReadOverview200Waiting }) => (
  <Tile title="Needs you now" count={waiting.count}>
    {waiting.items.length === 0 ? (
      <p className={styles.calm}>
        Nothing waits for you. Reviews to judge and uses of yours that need a repair will stand here.
      </p>
    ) : (
      <ul className={styles.list}>
        {waiting.items.map((item) => (
          <li key={`${item.kind} ${item.use}`} className={styles.item}>
            <div className={styles.about}>
              <Link to={placeOf(item)}>{item.use}</Link>
              <span className="small quiet">
                {ASKS[item.kind]} Waiting since <TimeAgo at={item.since} />
                {item.dueAt === null ? null : (
                  <>
                    , due <TimeAgo at={item.dueAt} />
                  </>
                )}
              </span>
            </div>
            <Gravity of={item.verdict} />
          </li>
        ))}
      </ul>
    )}
    {waiting.count > waiting.items.length ? (
      <p className="small">
        <Link to={waiting.items[0]?.kind === 'judge' ? '/reviews' : '/uses?mine=true&state=checked'}>
          See all {waiting.count}
        </Link>
      </p>
    ) : null}
  </Tile>
);
