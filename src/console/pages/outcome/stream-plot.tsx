import * as Plot from '@observablehq/plot';
import { actionInWords } from '../../parts/alarm-action.tsx';
import { type Drawing, Drawn, isRoomy } from '../../parts/drawn.tsx';
import { share } from '../../parts/outcome-words.ts';
import { flagsOf, type Watched } from './by-monitor.ts';

const DAY_MS = 86_400_000;
const COLOURS = { warn: 'var(--advise)', review: 'var(--review)', pause: 'var(--block)' } as const;

/** The rate so far by day, with its band, the bound as a line and alarms as flags. */
export function StreamPlot({
  of: { stream, alarms },
  top,
  from,
  to,
}: {
  readonly of: Watched;
  /** Of all charts of the monitor, so that groups can be compared by eye. */
  readonly top: number;
  readonly from: number;
  readonly to: number;
}) {
  const within = (rate: number): number => Math.min(rate, top);
  const days = stream.soFar.map((day, index) => ({
    from: new Date(day.day),
    to: new Date(Date.parse(stream.soFar[index + 1]?.day ?? '') || Date.parse(day.day) + DAY_MS),
    rate: within(day.rate),
    low: within(day.interval[0]),
    high: within(day.interval[1]),
  }));
  const flags = flagsOf(alarms).map(({ raisedAt, action }) => ({ at: new Date(raisedAt), action }));
  const drawing: Drawing = (width) => ({
    height: isRoomy(width) ? 260 : 180,
    marginLeft: 56,
    marginRight: 28,
    marginTop: 28,
    marginBottom: 28,
    x: {
      type: 'utc',
      label: null,
      domain: [new Date(from), new Date(to)],
      ticks: Math.min((to - from) / DAY_MS, isRoomy(width) ? 6 : 2),
      tickFormat: '%-d %b',
    },
    y: {
      label: null,
      domain: [0, top],
      grid: true,
      ticks: isRoomy(width) ? 4 : 3,
      tickFormat: (tick: number) => share(tick),
    },
    marks: [
      Plot.rectY(days, {
        x1: 'from',
        x2: 'to',
        y1: 'low',
        y2: 'high',
        fill: 'var(--advise)',
        fillOpacity: 0.22,
      }),
      Plot.ruleY(days, { x1: 'from', x2: 'to', y: 'rate', stroke: 'var(--ink)', strokeWidth: 2.5 }),
      Plot.ruleY([0], { stroke: 'currentColor' }),
      ...(stream.bound === null
        ? []
        : [
            Plot.ruleY([stream.bound], { stroke: 'var(--block)', strokeDasharray: '6 4', strokeWidth: 1.5 }),
            Plot.text([stream.bound], {
              y: (bound: number) => bound,
              text: (bound: number) => `tolerated: ${share(bound)}`,
              frameAnchor: 'right',
              textAnchor: 'end',
              dy: -8,
              fill: 'var(--block)',
              stroke: 'var(--card)',
              strokeWidth: 4,
              fontWeight: 600,
            }),
          ]),
      Plot.ruleX(flags, { x: 'at', stroke: ({ action }: Flag) => COLOURS[action], strokeWidth: 1.5 }),
      Plot.text(flags, {
        x: 'at',
        frameAnchor: 'top',
        textAnchor: 'middle',
        dy: -18,
        text: ({ action }: Flag) => (isRoomy(width) ? `⚑ ${actionInWords(action)}` : '⚑'),
        fill: ({ action }: Flag) => COLOURS[action],
        fontWeight: 600,
      }),
    ],
  });
  return <Drawn drawing={drawing} />;
}

interface Flag {
  readonly at: Date;
  readonly action: keyof typeof COLOURS;
}
