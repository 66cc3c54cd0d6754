import { type EvidenceEntry, type ListEvidenceParams, listEvidence } from '../../api/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { ServerTable, type TableColumn } from '../../parts/server-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import styles from './evidence.module.css';
import { Exports } from './exports.tsx';
import { Verification } from './verification.tsx';

const columns: readonly TableColumn<EvidenceEntry>[] = [
  { id: 'sequence', header: 'No.', sorts: true, isNumber: true, cell: ({ sequence }) => sequence },
  {
    id: 'at',
    header: 'When',
    cell: ({ at }) => (
      <span className={styles.whole}>
        <TimeAgo at={at} />
      </span>
    ),
  },
  { id: 'type', header: 'What', cell: ({ type }) => <code className={styles.whole}>{type}</code> },
  { id: 'subject', header: 'Of', cell: ({ subject }) => subject },
  {
    id: 'body',
    header: 'Says',
    cell: ({ body }) => (
      <dl className={styles.body}>
        {Object.entries(body).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === null ? '–' : String(value)}</dd>
          </div>
        ))}
      </dl>
    ),
  },
];

const filters = [
  { name: 'subject', label: 'Of (a use, people, settings)' },
  { name: 'type', label: 'What (as review.decided)' },
];

/** The evidence log: what was done here, in an order that nobody can change unseen. */
export default function Evidence() {
  return (
    <Page
      title="Evidence"
      says="What was decided and changed here, each entry tied to the one before. People are pseudonyms, and texts are fingerprints."
    >
      <Verification />
      <Exports />
      <Section title="The log">
        <ServerTable
          label="Entries"
          queryKey={['evidence']}
          read={(query, signal) => listEvidence(query as ListEvidenceParams, { signal })}
          columns={columns}
          filters={filters}
          sort={{ by: 'sequence', direction: 'asc' }}
          rowKey={({ sequence }) => String(sequence)}
          empty={<Empty title="The log is empty">Its first entry is written when the server starts.</Empty>}
        />
      </Section>
    </Page>
  );
}
