import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listIncidents } from '../api/client.ts';
import { ErrorState } from './error-state.tsx';
import { IncidentDue } from './incident-due.tsx';
import { causeInWords } from './incident-words.ts';
import { Loading } from './loading.tsx';
import { PlainTable } from './plain-table.tsx';

/** How often a page about what is going on looks again. */
const EVERY_MS = 15_000;
/** What is due first; the rest stands in the list. */
const SHOWN = 20;

/** Harm that is not made good yet, what is due first before the rest; of one use, where one is named. */
export function OpenIncidents({ use }: { readonly use?: string }) {
  const open = useQuery({
    queryKey: ['incidents', 'open', use ?? null],
    queryFn: ({ signal }) =>
      listIncidents(
        { open: 'true', sort: 'due', direction: 'asc', limit: SHOWN, ...(use === undefined ? {} : { use }) },
        { signal },
      ),
    refetchInterval: EVERY_MS,
  });
  if (open.isError) return <ErrorState error={open.error} retry={() => void open.refetch()} />;
  if (open.data === undefined) return <Loading what="the incidents" />;
  if (open.data.items.length === 0)
    return <p className="quiet">No incident is open. Harm stands here until it is made good.</p>;
  return (
    <PlainTable
      label="Open incidents"
      rows={open.data.items}
      rowKey={({ id }) => id}
      columns={[
        {
          header: 'What happened',
          cell: ({ id, cause }) => <Link to={`/incidents/${id}`}>{causeInWords(cause)}</Link>,
        },
        ...(use === undefined
          ? [
              {
                header: 'Use',
                cell: (one: { readonly use: string }) => (
                  <Link to={`/uses/${one.use}/outcomes`}>{one.use}</Link>
                ),
              },
            ]
          : []),
        { header: 'Due next', cell: (one) => <IncidentDue of={one} /> },
      ]}
    />
  );
}
