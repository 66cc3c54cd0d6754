import { useQuery } from '@tanstack/react-query';
import { NavLink, useParams } from 'react-router';
import { listPaused, readUse, readVersion } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import { Empty } from '../../parts/empty.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { purposeInWords } from '../../parts/in-words.ts';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { State } from '../../parts/use-state.tsx';
import { useMay } from '../../shell/session.tsx';
import type { Right } from '../console-page.ts';
import { OutcomesOfUse } from '../outcome/outcomes-of-use.tsx';
import { Actions } from './actions.tsx';
import { AskedFor } from './asked-for.tsx';
import type { Card } from './card.ts';
import { Checks } from './checks.tsx';
import { EditUse } from './edit-use.tsx';
import { History } from './history.tsx';
import { Paused } from './paused.tsx';
import { Reviews } from './reviews.tsx';
import { Stopped } from './stopped.tsx';
import styles from './use.module.css';
import { type Shown, ShownUse } from './use-shown.ts';
import { What } from './what.tsx';
import { Who } from './who.tsx';

interface Tab {
  readonly id: string;
  readonly label: string;
  readonly right: Right;
  readonly shows: () => React.ReactNode;
}

const TABS: readonly Tab[] = [
  { id: 'what', label: 'What', right: 'use.read', shows: () => <What /> },
  { id: 'who', label: 'Who', right: 'use.read', shows: () => <Who /> },
  { id: 'checks', label: 'Checks', right: 'use.read', shows: () => <Checks /> },
  { id: 'reviews', label: 'Reviews', right: 'clearance.read', shows: () => <Reviews /> },
  { id: 'outcomes', label: 'Outcomes', right: 'use.read', shows: () => <OutcomesOfUse /> },
  { id: 'history', label: 'History', right: 'use.read', shows: () => <History /> },
];

/** One use: where it stands, what comes next, and all there is to know of it. */
export default function UsePage() {
  const { use: id = '', tab = 'what' } = useParams();
  const use = useQuery({ queryKey: ['uses', id], queryFn: ({ signal }) => readUse(id, { signal }) });
  const latest = use.data?.latestVersion ?? null;
  const version = useQuery({
    queryKey: ['uses', id, 'versions', latest],
    queryFn: ({ signal }) => readVersion(id, latest!, { signal }),
    enabled: latest !== null,
  });
  const paused = useQuery({
    queryKey: ['uses', id, 'paused'],
    queryFn: ({ signal }) => listPaused({ use: id }, { signal }),
  });
  const error = use.error ?? version.error ?? paused.error;
  if (error !== null)
    return (
      <Page title={id}>
        {problemOf(error).status === 404 ? (
          <Empty title="There is no such use">
            It may be named differently, or it is one that your roles do not see.
          </Empty>
        ) : (
          <ErrorState
            error={error}
            retry={() => void Promise.all([use.refetch(), version.refetch(), paused.refetch()])}
          />
        )}
      </Page>
    );
  if (use.data === undefined || version.data === undefined || paused.data === undefined)
    return (
      <Page title={id}>
        {latest === null && use.data ? (
          <Empty title="Nothing was pushed of it yet" />
        ) : (
          <Loading what="the use" />
        )}
      </Page>
    );
  const shown = {
    use: use.data,
    version: version.data,
    card: version.data.card as Card,
    paused: paused.data.items[0] ?? null,
  };
  return <One shown={shown} tab={tab} />;
}

function One({ shown, tab }: { readonly shown: Shown; readonly tab: string }) {
  const may = useMay();
  const { use } = shown;
  const tabs = TABS.filter(({ right }) => may(right));
  const current = tabs.find(({ id }) => id === tab);
  const isEdited = tab === 'edit' && use.isOwn && may('use.write');
  return (
    <ShownUse value={shown}>
      <Page
        title={isEdited ? `Edit ${use.id}` : use.id}
        says={<About shown={shown} />}
        action={isEdited ? null : <Actions />}
      >
        <Stopped />
        {current?.id === 'outcomes' ? null : <Paused />}
        <AskedFor />
        {isEdited ? (
          <EditUse />
        ) : (
          <>
            <nav className={styles.tabs} aria-label="Parts of this use">
              {tabs.map(({ id, label }) => (
                <NavLink
                  key={id}
                  to={id === 'what' ? `/uses/${use.id}` : `/uses/${use.id}/${id}`}
                  end
                  aria-current={id === current?.id ? 'page' : undefined}
                >
                  {label}
                </NavLink>
              ))}
            </nav>
            {current === undefined ? (
              <Empty title="This part is not there">Choose one of the parts above.</Empty>
            ) : (
              <div className={styles.panel}>{current.shows()}</div>
            )}
          </>
        )}
      </Page>
    </ShownUse>
  );
}

const About = ({ shown: { use, card } }: { readonly shown: Shown }) => (
  <span className={styles.about}>
    <Gravity of={use.verdict} />
    <State of={use} />
    <span>{use.kind.replaceAll('-', ' ')}</span>
    <span>{use.owner === '' ? 'nobody answers for it yet' : `answered for by ${use.owner}`}</span>
    <span>{card.purpose === undefined ? 'no purpose stated' : `for ${purposeInWords(card.purpose)}`}</span>
    <span>
      {card.channels === undefined
        ? 'no channel stated'
        : `by ${card.channels.map((channel) => channel.replaceAll('-', ' ')).join(', ')}`}
    </span>
  </span>
);
