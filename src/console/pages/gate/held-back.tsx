import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { readHeldBack } from '../../api/client.ts';
import { AuditVerdict } from '../../parts/audit-verdict.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Section } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { sentence } from './days-words.ts';

/** Whether the gate's own holds fall on some groups more than on others: told before anything else. */
export function HeldBackByGroup({ use }: { readonly use: string | null }) {
  const may = useMay()('aggregate.read');
  const held = useQuery({
    queryKey: ['gate', 'held-back', use],
    queryFn: ({ signal }) => readHeldBack(use === null ? {} : { use }, { signal }),
    enabled: may,
  });
  if (!may) return null;
  if (held.isError) return <ErrorState error={held.error} retry={() => void held.refetch()} />;
  if (held.data === undefined) return null;
  const { byGroup, inWords } = held.data;
  return (
    <Section title="Who is held back, by group">
      <p>
        {sentence(inWords)}{' '}
        {byGroup.length === 0 &&
          'An analyst asks with POST /v1/gate/audits, with the groups from the vault; they are not kept.'}
      </p>
      {byGroup.length > 0 && (
        <PlainTable
          label="Audits of the gate’s own holds, the latest first"
          rows={byGroup}
          rowKey={({ use: of, attribute }) => `${of} ${attribute}`}
          columns={[
            { header: 'Use', cell: ({ use: of }) => <Link to={`/uses/${of}/checks`}>{of}</Link> },
            { header: 'Compared by', cell: ({ attribute }) => attribute.replaceAll('_', ' ') },
            { header: 'Comes to', cell: ({ verdict }) => <AuditVerdict of={verdict} /> },
            { header: 'Audited', cell: ({ auditedAt }) => <TimeAgo at={auditedAt} /> },
          ]}
        />
      )}
    </Section>
  );
}
