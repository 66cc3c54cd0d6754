import { useQuery } from '@tanstack/react-query';
import { readOverview } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Incidents } from './incidents.tsx';
import { Live } from './live.tsx';
import styles from './overview.module.css';
import { Paused } from './paused.tsx';
import { Practices } from './practices.tsx';
import { Waiting } from './waiting.tsx';

/** What needs me now, what is live, what is paused and why, and where the seven practices stand. */
export default function Overview() {
  const overview = useQuery({ queryKey: ['overview'], queryFn: ({ signal }) => readOverview({ signal }) });
  return (
    <Page title="Overview" says="What needs you, what is live, and what is paused.">
      {overview.isError ? (
        <ErrorState error={overview.error} retry={() => void overview.refetch()} />
      ) : overview.data === undefined ? (
        <Loading what="the overview" />
      ) : (
        <>
          <div className={styles.columns}>
            <Waiting waiting={overview.data.waiting} />
            <div className={styles.beside}>
              <Live live={overview.data.live} />
              <Paused paused={overview.data.paused} />
              <Incidents of={overview.data.incidents} />
            </div>
          </div>
          <Section title="The seven practices">
            <Practices practices={overview.data.practices} />
          </Section>
        </>
      )}
    </Page>
  );
}
