import * as Plot from '@observablehq/plot';
import type { GateDays } from '../../api/client.ts';
import { type Drawing, Drawn, isRoomy } from '../../parts/drawn.tsx';

const OUTCOMES = [
  { name: 'permitted', colour: 'var(--allow)' },
  { name: 'held', colour: 'var(--review)' },
  { name: 'denied', colour: 'var(--block)' },
] as const;
const LABELS = { permitted: 'permitted', held: 'held', denied: 'refused' } as const;
const DAY_MS = 86_400_000;
const numbers = new Intl.NumberFormat('en', { notation: 'compact' });

interface Bar {
  readonly outcome: string;
  readonly from: Date;
  readonly to: Date;
  readonly decisions: number;
  readonly colour: string;
}

/** A row of bars for each outcome, one bar for each day, all on one scale: what is held is seen beside what is permitted. */
export function DaysPlot({
  days,
  from,
  to,
}: {
  readonly days: GateDays['days'];
  readonly from: string;
  readonly to: string;
}) {
  const bars: readonly Bar[] = days.flatMap((day) =>
    OUTCOMES.map(({ name, colour }) => ({
      outcome: LABELS[name],
      from: new Date(day.day),
      to: new Date(Date.parse(day.day) + DAY_MS),
      decisions: day[name] ?? 0,
      colour,
    })),
  );
  const drawing: Drawing = (width) => ({
    height: 300,
    marginLeft: 56,
    marginRight: isRoomy(width) ? 80 : 12,
    marginTop: isRoomy(width) ? 12 : 24,
    marginBottom: 36,
    x: {
      type: 'utc',
      label: null,
      domain: [new Date(from), new Date(Date.parse(to) + DAY_MS)],
      ticks: isRoomy(width) ? 6 : 3,
    },
    y: { label: null, grid: true, ticks: 3, tickFormat: (tick: number) => numbers.format(tick), nice: true },
    fy: {
      label: null,
      domain: Object.values(LABELS),
      axis: isRoomy(width) ? 'right' : null,
      padding: isRoomy(width) ? 0.15 : 0.4,
    },
    marks: [
      Plot.rectY(bars, {
        fy: 'outcome',
        x1: 'from',
        x2: 'to',
        y: 'decisions',
        fill: 'colour',
        insetLeft: 1,
        insetRight: 1,
      }),
      Plot.ruleY([0], { stroke: 'currentColor' }),
      ...(isRoomy(width)
        ? []
        : [
            Plot.text(Object.values(LABELS), {
              fy: (name: string) => name,
              text: (name: string) => name,
              frameAnchor: 'top-left' as const,
              dy: -14,
              fontWeight: 600,
            }),
          ]),
    ],
  });
  return <Drawn drawing={drawing} />;
}
