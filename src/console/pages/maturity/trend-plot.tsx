import * as Plot from '@observablehq/plot';
import type { Maturity } from '../../api/client.ts';
import { type Drawing, Drawn, isRoomy } from '../../parts/drawn.tsx';
import { LEVELS } from './maturity-words.ts';

const DAY_MS = 86_400_000;
const ROW = 56;

/** One row for each practice, a bar as high as its level for each day, all on one scale. */
export function TrendPlot({ of: { trend, practices } }: { readonly of: Maturity }) {
  const titles = practices.map(({ title }) => title);
  const bars = trend.flatMap(({ day, levels }) =>
    titles.map((practice, index) => ({
      practice,
      from: new Date(day),
      to: new Date(Date.parse(day) + DAY_MS),
      level: levels[index]!,
    })),
  );
  const drawing: Drawing = (width) => ({
    height: ROW * titles.length + 40,
    marginLeft: 32,
    marginRight: isRoomy(width) ? 190 : 12,
    marginTop: isRoomy(width) ? 12 : 24,
    marginBottom: 28,
    x: {
      type: 'utc',
      label: null,
      ticks: Math.min(trend.length, isRoomy(width) ? 6 : 2),
      tickFormat: '%-d %b',
    },
    y: { label: null, domain: [0, LEVELS], ticks: [0, LEVELS], tickFormat: 'd', grid: true },
    fy: { label: null, domain: titles, axis: isRoomy(width) ? 'right' : null, padding: 0.35 },
    marks: [
      Plot.rectY(bars, {
        fy: 'practice',
        x1: 'from',
        x2: 'to',
        y: 'level',
        fill: 'var(--advise)',
        insetLeft: 0.5,
        insetRight: 0.5,
      }),
      Plot.ruleY([0], { stroke: 'currentColor' }),
      ...(isRoomy(width)
        ? []
        : [
            Plot.text(titles, {
              fy: (title: string) => title,
              text: (title: string) => title,
              frameAnchor: 'top-left' as const,
              dy: -14,
              fontWeight: 600,
            }),
          ]),
    ],
  });
  return <Drawn drawing={drawing} />;
}
