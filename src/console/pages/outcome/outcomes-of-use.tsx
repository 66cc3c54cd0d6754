import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listAlarms, type ReadOutcomes200, readOutcomes } from '../../api/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { OpenIncidents } from '../../parts/open-incidents.tsx';
import { count } from '../../parts/outcome-words.ts';
import { Section } from '../../parts/page.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useShown } from '../use/use-shown.ts';
import { byMonitor } from './by-monitor.ts';
import { Monitor, type Span } from './monitor.tsx';
import { WhyPaused } from './why-paused.tsx';

const DAY_MS = 86_400_000;
/** How often a page about what is going on looks again. */
const EVERY_MS = 15_000;
/** More than monitors, groups and steps make; of a use with more the latest are flagged. */
const MOST_ALARMS = 500;

/** What followed the sends of a use: why it is paused where it is, and how every monitor stands. */
export function OutcomesOfUse() {
  const { use, paused } = useShown();
  const outcomes = useQuery({
    queryKey: ['uses', use.id, 'outcomes'],
    queryFn: ({ signal }) => readOutcomes(use.id, { signal }),
    refetchInterval: EVERY_MS,
  });
  const alarms = useQuery({
    queryKey: ['uses', use.id, 'alarms'],
    queryFn: ({ signal }) => listAlarms({ use: use.id, limit: MOST_ALARMS }, { signal }),
    refetchInterval: EVERY_MS,
  });
  const error = outcomes.error ?? alarms.error;
  if (error !== null)
    return (
      <ErrorState error={error} retry={() => void Promise.all([outcomes.refetch(), alarms.refetch()])} />
    );
  if (outcomes.data === undefined || alarms.data === undefined) return <Loading what="the outcomes" />;
  const { armedAt, streams } = outcomes.data;
  const flagged = alarms.data.items.filter(({ recordedAt }) => armedAt === null || recordedAt > armedAt);
  const span = spanOf(outcomes.data, flagged);
  return (
    <>
      {paused === null ? null : <WhyPaused paused={paused} />}
      <Section title="Incidents">
        <OpenIncidents use={use.id} />
      </Section>
      <Counted of={outcomes.data} />
      {span === null ? (
        <Empty title="Nothing was told yet of what followed its sends">
          Sends and what followed them come in with <code>POST /v1/outcomes</code> and a key of the role{' '}
          <code>intake</code>, or straight from the mail system. Rates, bands and alarms stand here then.
        </Empty>
      ) : (
        byMonitor(streams, flagged).map((one) => <Monitor key={one.monitor} of={one} span={span} />)
      )}
    </>
  );
}

const Counted = ({ of: { use, armedAt, events, unmatched } }: { readonly of: ReadOutcomes200 }) => (
  <p className="quiet">
    {armedAt === null ? (
      'All sends are watched.'
    ) : (
      <>
        Evidence began anew <TimeAgo at={armedAt} />, when it was let run again.
      </>
    )}{' '}
    {count(events)} events were told
    {unmatched === 0 ? '' : `, ${count(unmatched)} of them without a send that they could have followed`}.{' '}
    <Link to={`/outcomes?use=${encodeURIComponent(use)}`}>All alarms of this use</Link>
  </p>
);

/** From the first day on which something was sent to the last day with a send or an alarm; `null` without sends. */
function spanOf(
  { streams }: ReadOutcomes200,
  alarms: ReadonlyArray<{ readonly raisedAt: string }>,
): Span | null {
  const days = streams.flatMap(({ soFar }) => soFar.map(({ day }) => Date.parse(day)));
  if (days.length === 0) return null;
  return {
    from: Math.min(...days),
    to: Math.max(
      Math.max(...days) + DAY_MS,
      ...alarms.map(({ raisedAt }) => Date.parse(raisedAt.slice(0, 10)) + DAY_MS),
    ),
  };
}
