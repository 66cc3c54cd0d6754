import { Link } from 'react-router';
import type { ReadOverview200Waiting, ReadOverview200WaitingItemsItem } from '../../api/client.ts';
import { Gravity } from '../../parts/gravity.tsx';
import { Tile } from '../../parts/tile.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { inWords, REQUEST_KINDS } from '../requests/request-words.ts';
import styles from './overview.module.css';

type Item = ReadOverview200WaitingItemsItem;

const ASKS: Record<Item['kind'], string> = {
  'answer-request': 'Answer it.',
  'confirm-sources': 'A source has not said in time what was done there.',
  judge: 'Judge it.',
  repair: 'Repair it: it must not run as it is.',
  'ask-for-review': 'Ask for a review.',
};

const placeOf = ({ use, review, request }: Item): string => {
  if (request !== null) return `/requests/${request.id}`;
  return review === null ? `/uses/${use}` : `/reviews/${review}`;
};

const nameOf = ({ use, request }: Item): string =>
  request === null ? (use ?? '') : `A request: ${inWords(REQUEST_KINDS, request.kind)}`;

const listOf = (first: Item | undefined): string => {
  if (first?.request) return '/requests?open=true';
  return first?.kind === 'judge' ? '/reviews' : '/uses?mine=true&state=checked';
};

/** What waits for who is signed in, the gravest first. */
export const Waiting = ({ waiting }: { readonly waiting: ReadOverview200Waiting }) => (
  <Tile title="Needs you now" count={waiting.count}>
    {waiting.items.length === 0 ? (
      <p className={styles.calm}>
        Nothing waits for you. Requests that are due, reviews to judge and uses of yours that need a repair
        will stand here.
      </p>
    ) : (
      <ul className={styles.list}>
        {waiting.items.map((item) => (
          <li key={`${item.kind} ${item.request?.id ?? item.use}`} className={styles.item}>
            <div className={styles.about}>
              <Link to={placeOf(item)}>{nameOf(item)}</Link>
              <span className="small quiet">
                {ASKS[item.kind]} Waiting since <TimeAgo at={item.since} />
                {item.dueAt === null ? null : (
                  <>
                    , due <TimeAgo at={item.dueAt} />
                  </>
                )}
              </span>
            </div>
            {item.request === null ? <Gravity of={item.verdict} /> : <Urgency due={item.dueAt} />}
          </li>
        ))}
      </ul>
    )}
    {waiting.count > waiting.items.length ? (
      <p className="small">
        <Link to={listOf(waiting.items[0])}>See all {waiting.count}</Link>
      </p>
    ) : null}
  </Tile>
);

const Urgency = ({ due }: { readonly due: string | null }) =>
  due !== null && Date.parse(due) < Date.now() ? (
    <Gravity of="block">overdue</Gravity>
  ) : (
    <Gravity of="review">due soon</Gravity>
  );
