import * as Plot from '@observablehq/plot';
import type { Story } from '../../../api/client.ts';
import { type Drawing, Drawn, isRoomy } from '../../../parts/drawn.tsx';

type Alarm = Story['alarms'][number];

const COLOURS = { warn: 'var(--advise)', review: 'var(--review)', pause: 'var(--block)' } as const;
const SYMBOLS: Readonly<Record<Alarm['action'], Plot.SymbolType>> = {
  warn: 'circle',
  review: 'diamond',
  pause: 'square',
};
const STEPS = [
  { at: 20, says: 'warns from 20' },
  { at: 1000, says: 'pauses from 1,000' },
] as const;

/** Alarms as they came, by how often the stake against "all is well" had multiplied; the pause is a line. */
export function AlarmsPlot({
  alarms,
  pausedAt,
}: {
  readonly alarms: readonly Alarm[];
  readonly pausedAt: string;
}) {
  const shown = alarms.map((alarm) => ({ ...alarm, on: new Date(alarm.at), e: alarm.eValue ?? 1 }));
  const drawing: Drawing = (width) => ({
    height: isRoomy(width) ? 340 : 280,
    marginLeft: 56,
    marginRight: 28,
    marginTop: 32,
    x: { type: 'utc', label: null, nice: true, ticks: isRoomy(width) ? 8 : 3, tickFormat: '%-d %b' },
    y: {
      type: 'log',
      label: null,
      domain: [10, Math.max(10_000, ...shown.map(({ e }) => e))],
      grid: true,
      ticks: 4,
      tickFormat: (tick: number) => tick.toLocaleString('en'),
    },
    marks: [
      Plot.ruleY(STEPS, { y: 'at', stroke: 'var(--quiet)', strokeDasharray: '6 4' }),
      Plot.text(STEPS, {
        y: 'at',
        text: 'says',
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: 8,
        dy: -8,
        fill: 'var(--quiet)',
      }),
      Plot.ruleX([new Date(pausedAt)], { stroke: 'var(--block)', strokeWidth: 1.5 }),
      Plot.text([new Date(pausedAt)], {
        x: (at: Date) => at,
        frameAnchor: 'top',
        dy: -18,
        text: () => '⚑ paused',
        fill: 'var(--block)',
        fontWeight: 600,
      }),
      Plot.dot(shown, {
        x: 'on',
        y: 'e',
        r: 6,
        symbol: ({ action }: Alarm) => SYMBOLS[action],
        fill: ({ action }: Alarm) => COLOURS[action],
        stroke: 'var(--card)',
      }),
    ],
  });
  return <Drawn drawing={drawing} />;
}
