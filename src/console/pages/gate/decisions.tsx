import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { CHANNELS } from '../../../kernel/vocabulary.ts';
import { type ListDecisionsParams, type LoggedDecision, listDecisions } from '../../api/client.ts';
import { channelInWords } from '../../parts/choice-words.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { ServerTable, type TableColumn } from '../../parts/server-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { seenAndChange } from './days-words.ts';
import styles from './gate.module.css';
import { RealReasons } from './real-reasons.tsx';

const filters = [
  { name: 'use', label: 'Use, in full' },
  {
    name: 'decision',
    label: 'Answer',
    options: [
      { value: 'permit', label: 'permitted' },
      { value: 'hold', label: 'held' },
      { value: 'deny', label: 'refused' },
    ],
  },
  {
    name: 'channel',
    label: 'Channel',
    options: CHANNELS.map((value) => ({ value, label: channelInWords(value) })),
  },
];

/** Single decisions with their reasons, latest first. None of them tells whom it was about. */
export function Decisions() {
  const may = useMay();
  const [asked, setAsked] = useState<LoggedDecision | null>(null);
  const columns = useMemo(() => columnsFor(may('reason.read'), setAsked), [may]);
  return (
    <>
      <ServerTable
        label="Decisions"
        queryKey={['gate', 'decisions']}
        read={(query, signal) => listDecisions(query as ListDecisionsParams, { signal })}
        columns={columns}
        filters={filters}
        sort={{ by: 'at', direction: 'desc' }}
        rowKey={({ id }) => id}
        empty={
          <Empty title="No decision is kept">
            Each decision stands here with its reasons for 90 days, and as counts for 13 months.
          </Empty>
        }
      />
      <Dialog title="What lies behind it" isOpen={asked !== null} close={() => setAsked(null)}>
        {asked === null ? null : <RealReasons decision={asked.id} />}
      </Dialog>
    </>
  );
}

const columnsFor = (
  mayAsk: boolean,
  ask: (decision: LoggedDecision) => void,
): readonly TableColumn<LoggedDecision>[] => [
  { id: 'at', header: 'When', sorts: true, cell: ({ at }) => <TimeAgo at={at} /> },
  { id: 'use', header: 'Use', sorts: true, cell: ({ use }) => <Link to={`/uses/${use}`}>{use}</Link> },
  { id: 'channel', header: 'Channel', cell: ({ channel }) => channelInWords(channel) },
  { id: 'outcome', header: 'Answer', sorts: true, cell: (decision) => <Answer of={decision} /> },
  {
    id: 'reasons',
    header: 'Because',
    cell: (decision) => <Because of={decision} ask={mayAsk ? ask : null} />,
  },
];

const Answer = ({ of: { decision } }: { readonly of: LoggedDecision }) =>
  decision === 'permit' ? (
    <Gravity of="allow">permitted</Gravity>
  ) : decision === 'hold' ? (
    <Gravity of="review">held</Gravity>
  ) : (
    <Gravity of="block">refused</Gravity>
  );

const WAITS: Readonly<Record<string, string>> = {
  time: 'time',
  reviewer: 'a reviewer',
  owner: 'whoever owns the use',
  person: 'the person',
};

const Sentences = ({ detail }: { readonly detail: string }) => {
  const { seen, change } = seenAndChange(detail);
  return (
    <>
      <span>{seen}</span>
      <span className="small quiet">{change}</span>
    </>
  );
};

const Because = ({
  of,
  ask,
}: {
  readonly of: LoggedDecision;
  readonly ask: ((decision: LoggedDecision) => void) | null;
}) => (
  <ul className={styles.reasons}>
    {of.reasons.map(({ code, detail, retryAfter, waitsFor }) => (
      <li key={code} className={styles.two}>
        <Sentences detail={detail} />
        {waitsFor === null ? null : (
          <span className="small quiet">
            waits for {WAITS[waitsFor] ?? waitsFor}
            {retryAfter === null ? null : (
              <>
                {', '}
                <TimeAgo at={retryAfter} />
              </>
            )}
          </span>
        )}
        {code === 'protected' && ask !== null ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`What lies behind it: ${of.use}, ${of.at}`}
            onClick={() => ask(of)}
          >
            What lies behind it
          </Button>
        ) : null}
      </li>
    ))}
    {of.shadow.length === 0 ? null : (
      <li className="small quiet">
        on trial: {of.shadow.map(({ code }) => code.replaceAll('-', ' ')).join(', ')}
      </li>
    )}
  </ul>
);
