import type { ReactNode } from 'react';
import type { Story } from '../../api/client.ts';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Chart } from './parts.tsx';
import { MonthsPlot } from './plots/index.ts';
import { monthInWords, periodOf, signed } from './story-words.ts';

/** A count of each month in both worlds, drawn and as a table. */
export function MonthsChart({
  story,
  of,
  title,
  says,
}: {
  readonly story: Story;
  readonly of: 'orders' | 'kept' | 'reachable';
  readonly title: string;
  readonly says: ReactNode;
}) {
  const worlds = ['unwatched', 'watched'] as const;
  const rows = story.unwatched.months.map((month, index) => ({
    month: month.month,
    unwatched: month[of],
    watched: story.watched.months[index]![of],
  }));
  return (
    <Chart
      title={title}
      says={says}
      drawn={
        <MonthsPlot
          begins={periodOf(story, 'pressure').from}
          of={rows.flatMap((row) => worlds.map((world) => ({ month: row.month, world, count: row[world] })))}
        />
      }
      table={
        <PlainTable
          label={title}
          rows={rows}
          rowKey={({ month }) => month}
          columns={[
            { header: 'Month', cell: ({ month }) => monthInWords(month) },
            { header: 'Nobody watches', isNumber: true, cell: (row) => row.unwatched.toLocaleString('en') },
            { header: 'Watched', isNumber: true, cell: (row) => row.watched.toLocaleString('en') },
            { header: 'Difference', isNumber: true, cell: (row) => signed(row.watched - row.unwatched) },
          ]}
        />
      }
    />
  );
}
