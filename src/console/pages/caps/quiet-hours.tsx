import { useQuery } from '@tanstack/react-query';
import { type OpenHours, readQuietHours } from '../../api/client.ts';
import { channelInWords } from '../../parts/choice-words.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import styles from './caps.module.css';

/** When people may be called, texted or rung, by law or, where none speaks, by our own lights. */
export function QuietHours() {
  const hours = useQuery({
    queryKey: ['gate', 'quiet-hours'],
    queryFn: ({ signal }) => readQuietHours({ signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (hours.isError) return <ErrorState error={hours.error} retry={() => void hours.refetch()} />;
  if (hours.data === undefined) return <Loading what="the quiet hours" />;
  return (
    <>
      <p className={styles.says}>
        People may be reached in these hours of their own day, and outside of them nobody is. Where somebody
        may be in several places, the hours that all of them share count. An essential call or text keeps the
        hours of a law, and an emergency none.
      </p>
      <PlainTable
        label="Hours in which people may be reached"
        rows={hours.data.hours}
        rowKey={({ jurisdiction }) => jurisdiction ?? 'everywhere'}
        columns={[
          {
            header: 'Where',
            cell: ({ jurisdiction }) => jurisdiction?.toUpperCase() ?? 'everywhere else',
          },
          { header: 'By', cell: ({ channels }) => channels.map(channelInWords).join(', ') },
          { header: 'Monday to Friday', cell: ({ weekdays }) => inWords(weekdays) },
          { header: 'Saturday', cell: ({ saturday }) => inWords(saturday) },
          { header: 'Sunday', cell: ({ sunday }) => inWords(sunday) },
          { header: 'From', cell: (row) => <Source of={row} /> },
        ]}
      />
    </>
  );
}

const inWords = (open: readonly string[]): string => (open.length === 0 ? 'never' : open.join(' and '));

const Source = ({ of: { kind, source, verifiedOn } }: { readonly of: OpenHours }) => (
  <span>
    {kind === 'ours' ? 'our own rule' : source}
    {kind === 'law' ? (
      <span className="small quiet">
        {verifiedOn === null ? ', the law itself not read' : `, read on ${verifiedOn}`}
      </span>
    ) : null}
  </span>
);
