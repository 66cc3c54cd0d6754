import * as Plot from '@observablehq/plot';
import { type Drawing, Drawn, isRoomy } from '../../../parts/drawn.tsx';
import { shortMonth } from '../story-words.ts';

/** A count of each month in one of the worlds. */
export interface MonthCount {
  readonly month: string;
  readonly world: 'unwatched' | 'watched';
  readonly count: number;
}

const STROKES = { unwatched: 'var(--block)', watched: 'var(--link)' } as const;
const NAMES = { unwatched: 'nobody watches', watched: 'watched' } as const;

/** Both worlds by month, from zero on; the month in which the pressure begins is a line. */
export function MonthsPlot({ of, begins }: { readonly of: readonly MonthCount[]; readonly begins: string }) {
  const last = of.at(-1)!.month;
  const ends = of.filter(({ month }) => month === last).sort((a, b) => b.count - a.count);
  const months = [...new Set(of.map(({ month }) => month))];
  const drawing: Drawing = (width) => ({
    height: isRoomy(width) ? 320 : 240,
    marginLeft: 48,
    marginRight: isRoomy(width) ? 112 : 16,
    marginTop: 32,
    x: {
      type: 'point',
      domain: months,
      label: null,
      tickFormat: (month: string) =>
        isRoomy(width) || months.indexOf(month) % 3 === 0 ? shortMonth(month) : '',
    },
    y: { label: null, zero: true, grid: true, ticks: 5, nice: true },
    marks: [
      Plot.ruleY([0], { stroke: 'currentColor' }),
      Plot.ruleX([begins], { stroke: 'var(--quiet)', strokeDasharray: '4 4' }),
      Plot.text([begins], {
        x: (month: string) => month,
        frameAnchor: 'top',
        dy: -18,
        text: () => 'the countdown begins',
        fill: 'var(--quiet)',
      }),
      Plot.line(of, {
        x: 'month',
        y: 'count',
        z: 'world',
        stroke: ({ world }: MonthCount) => STROKES[world],
        strokeWidth: 2.5,
      }),
      Plot.dot(of, {
        x: 'month',
        y: 'count',
        symbol: ({ world }: MonthCount) => (world === 'watched' ? 'circle' : 'diamond'),
        fill: ({ world }: MonthCount) => STROKES[world],
        stroke: 'var(--card)',
        r: 5,
      }),
      ...(isRoomy(width)
        ? [
            // Apart from one another, where the worlds end side by side.
            ...ends.map((end, index) =>
              Plot.text([end], {
                x: 'month',
                y: 'count',
                dx: 12,
                dy: index === 0 ? -8 : 8,
                textAnchor: 'start',
                text: ({ world }: MonthCount) => NAMES[world],
                fill: ({ world }: MonthCount) => STROKES[world],
                fontWeight: 600,
              }),
            ),
          ]
        : []),
    ],
  });
  return <Drawn drawing={drawing} />;
}
