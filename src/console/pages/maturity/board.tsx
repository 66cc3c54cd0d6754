import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { quarterNamed, quarterOf } from '../../../kernel/quarter.ts';
import { type Board as Quarter, readBoard } from '../../api/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Card, Page, Section } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { boardParts } from './board-parts.ts';
import styles from './maturity.module.css';

const SHOWN_QUARTERS = 8;

/** A quarter on two pages: what happened, and what is to be decided. It prints as it stands. */
export default function Board() {
  const [address, setAddress] = useSearchParams();
  const asked = address.get('quarter');
  const quarter = quarterNamed(asked ?? '')?.name ?? quarterOf(new Date()).name;
  const board = useQuery({
    queryKey: ['board', quarter],
    queryFn: ({ signal }) => readBoard({ quarter }, { signal }),
  });
  const save = (): void =>
    saveFile(
      new Blob([`${JSON.stringify(board.data, null, 2)}\n`], { type: 'application/json' }),
      `board-${quarter}.json`,
    );
  return (
    <Page
      title={`Board, ${quarter}`}
      says={
        board.data === undefined ? undefined : board.data.isOver ? (
          'The whole quarter.'
        ) : (
          <>
            The quarter still runs: until <TimeAgo at={board.data.until} />.
          </>
        )
      }
    >
      <div className={styles.tools}>
        <NativeSelect
          label="Quarter"
          data={[...new Set([quarter, ...lastQuarters(new Date())])].sort().reverse()}
          value={quarter}
          onChange={(event) => setAddress({ quarter: event.currentTarget.value })}
        />
        <Button variant="default" onClick={() => window.print()}>
          Print
        </Button>
        <Button variant="default" onClick={save} disabled={board.data === undefined}>
          Download as JSON
        </Button>
        <Link to="/maturity">The seven practices</Link>
      </div>
      {board.isError ? (
        <ErrorState error={board.error} retry={() => void board.refetch()} />
      ) : board.data === undefined ? (
        <Loading what="the quarter" />
      ) : (
        <Parts of={board.data} />
      )}
    </Page>
  );
}

const Parts = ({ of }: { readonly of: Quarter }) => (
  <>
    <Section title="What happened">
      <div className={styles.board}>
        {boardParts(of).map(({ title, lines }) => (
          <Card key={title}>
            <h3>{title}</h3>
            <Facts of={lines} />
          </Card>
        ))}
      </div>
    </Section>
    <Section title="What is to be decided">
      {of.decisions.length === 0 ? (
        <Empty title="Nothing waits for a decision">
          Overdue reviews and requests, open incidents, waivers that end and uses without an owner stand here.
        </Empty>
      ) : (
        <PlainTable
          label="Decisions wanted, what is due first first"
          rows={of.decisions}
          rowKey={({ kind, where }) => `${kind} ${where}`}
          columns={[
            { header: 'What', cell: ({ what, where }) => <Link to={where}>{what}</Link> },
            { header: 'Due', cell: ({ dueAt }) => (dueAt === null ? 'now' : <TimeAgo at={dueAt} />) },
          ]}
        />
      )}
    </Section>
  </>
);

/** The one that runs and those before it. */
function lastQuarters(now: Date): readonly string[] {
  const names: string[] = [];
  for (let at = now; names.length < SHOWN_QUARTERS; ) {
    const { name, from } = quarterOf(at);
    names.push(name);
    at = new Date(from.getTime() - 1);
  }
  return names;
}
