import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { type ListNoticesParams, listNotices, type Notice } from '../../api/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { languageInWords } from '../../parts/language-words.ts';
import { Page } from '../../parts/page.tsx';
import { ServerTable, type TableColumn } from '../../parts/server-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';

const columns: readonly TableColumn<Notice>[] = [
  { id: 'version', header: 'Version', cell: ({ version }) => version },
  { id: 'language', header: 'Language', sorts: true, cell: ({ language }) => languageInWords(language) },
  { id: 'begins', header: 'Begins', cell: ({ text }) => beginning(text) },
  { id: 'from', header: 'Holds from', sorts: true, cell: ({ from }) => <TimeAgo at={from} /> },
  {
    id: 'publishedAt',
    header: 'Published',
    sorts: true,
    cell: ({ publishedAt }) => <TimeAgo at={publishedAt} />,
  },
];

const filters = [
  { name: 'version', label: 'Version, in full' },
  {
    name: 'language',
    label: 'Language',
    options: ['en', 'de', 'es', 'fr'].map((value) => ({ value, label: languageInWords(value) })),
  },
];

/** What people are told when they choose, in every version and language. */
export default function Notices() {
  const may = useMay();
  return (
    <Page
      title="Notices"
      says="What people are told when they choose. Each choice names the notice that was read, so no word of one ever changes: what is new is a new version."
      action={
        may('notice.write') ? (
          <Button component={Link} to="/notices/new">
            Publish a notice
          </Button>
        ) : null
      }
    >
      <ServerTable
        label="Notices"
        queryKey={['notices']}
        read={(query, signal) => listNotices(query as ListNoticesParams, { signal })}
        columns={columns}
        filters={filters}
        sort={{ by: 'publishedAt', direction: 'desc' }}
        rowKey={({ hash }) => hash}
        rowTo={({ hash }) => `/notices/${encodeURIComponent(hash)}`}
        empty={
          <Empty title="No notice was published yet">
            Until there is one, nobody can say yes on the preference page: there is nothing that they would
            agree to. An administrator publishes the first one with the button above, in each language that
            customers read.
          </Empty>
        }
      />
    </Page>
  );
}

const SHOWN = 80;

const beginning = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
};
