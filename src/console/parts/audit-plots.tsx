import * as Plot from '@observablehq/plot';
import type { GroupRow, RuleRow } from './audit-words.ts';
import { type Drawing, Drawn, isRoomy } from './drawn.tsx';

const cut = (name: string, most: number): string =>
  name.length > most ? `${name.slice(0, most - 1)}…` : name;

const leftOf = (names: readonly string[], width: number): number =>
  Math.min(width * 0.42, 20 + 7 * Math.max(4, ...names.map(({ length }) => length)));

/** Names on the axis, cut to the room there is. */
const axisOf = (names: readonly string[], width: number) => {
  const left = leftOf(names, width);
  return {
    marginLeft: left,
    y: {
      label: null,
      domain: [...names],
      type: 'band' as const,
      tickSize: 0,
      tickFormat: (name: string) => cut(name, Math.floor((left - 14) / 6.6)),
    },
  };
};

const colour = ({ callsForReview, isReference }: GroupRow): string =>
  callsForReview ? 'var(--review)' : isReference ? 'var(--ink)' : 'var(--advise)';
const symbol = ({ callsForReview, isReference }: GroupRow): Plot.SymbolType =>
  callsForReview ? 'diamond' : isReference ? 'square' : 'circle';

/** Rates, or ratios, with their intervals, a group in each line. */
function intervals(
  rows: readonly GroupRow[],
  width: number,
  {
    of,
    ends,
    top,
    label,
    marks,
  }: {
    readonly of: (row: GroupRow) => number;
    readonly ends: (row: GroupRow) => readonly (number | null)[] | null;
    readonly top: number;
    readonly label: string;
    readonly marks: Plot.Markish[];
  },
): Plot.PlotOptions {
  const within = (value: number): number => 100 * Math.min(top, Math.max(0, value));
  const y = (row: GroupRow) => row.name;
  return {
    ...axisOf(
      rows.map(({ name }) => name),
      width,
    ),
    height: 84 + 30 * rows.length,
    marginTop: 28,
    marginBottom: 44,
    marginRight: isRoomy(width) ? 72 : 12,
    x: {
      label,
      labelArrow: 'none',
      labelAnchor: 'center',
      domain: [0, 100 * top],
      grid: true,
      ticks: isRoomy(width) ? 6 : 3,
      tickFormat: (tick: number) => `${tick} %`,
    },
    marks: [
      ...marks,
      Plot.ruleY(rows, {
        y,
        x1: (row: GroupRow) => within(ends(row)?.[0] ?? 0),
        x2: (row: GroupRow) => within(ends(row)?.[1] ?? top),
        stroke: colour,
        strokeWidth: 8,
        strokeOpacity: 0.35,
      }),
      Plot.dot(rows, {
        y,
        x: (row: GroupRow) => within(of(row)),
        r: 6,
        symbol,
        fill: colour,
        stroke: 'var(--card)',
      }),
      ...(isRoomy(width)
        ? [
            Plot.text(rows, {
              y,
              frameAnchor: 'right',
              dx: 10,
              textAnchor: 'start',
              text: (row: GroupRow) => `${(100 * of(row)).toFixed(1)} %`,
            }),
          ]
        : []),
    ],
  };
}

export function RatePlot({ rows }: { readonly rows: readonly GroupRow[] }) {
  const drawing: Drawing = (width) => {
    const highest = Math.max(0.02, ...rows.map(({ rate, rateInterval }) => rateInterval?.[1] ?? rate ?? 0));
    return intervals(rows, width, {
      of: ({ rate }) => rate!,
      ends: ({ rateInterval }) => rateInterval,
      top: Math.min(1, 1.1 * highest),
      label: isRoomy(width) ? 'share decided for, with 95 % interval' : 'share decided for',
      marks: [],
    });
  };
  return <Drawn drawing={drawing} />;
}

/** Beyond twice the rate of the reference nothing is told apart. */
const MOST_RATIO = 2;

export function RatioPlot({
  rows,
  threshold,
  said,
}: {
  readonly rows: readonly GroupRow[];
  readonly threshold: number;
  readonly said: string;
}) {
  const drawing: Drawing = (width) => {
    const highest = Math.max(
      1.1,
      ...rows.map(({ ratio, ratioInterval }) => ratioInterval?.[1] ?? ratio ?? 0),
    );
    return intervals(rows, width, {
      of: ({ ratio }) => ratio!,
      ends: ({ ratioInterval }) => ratioInterval,
      top: Math.min(MOST_RATIO, highest),
      label: 'of the rate of the reference',
      marks: [
        Plot.ruleX([100], { stroke: 'currentColor', strokeOpacity: 0.5 }),
        Plot.ruleX([100 * threshold], { stroke: 'var(--block)', strokeWidth: 1.5, strokeDasharray: '5 3' }),
        Plot.text([100 * threshold], {
          x: (at: number) => at,
          frameAnchor: 'top',
          dy: -16,
          dx: -4,
          textAnchor: 'end',
          fill: 'var(--block)',
          text: () => `threshold ${said}`,
        }),
      ],
    });
  };
  return <Drawn drawing={drawing} />;
}

export function RulePlot({ rows }: { readonly rows: readonly RuleRow[] }) {
  const drawing: Drawing = (width) => ({
    ...axisOf(
      rows.map(({ rule }) => rule),
      width,
    ),
    height: 64 + 32 * rows.length,
    marginBottom: 44,
    marginRight: 48,
    x: {
      label: 'points of the gap',
      labelArrow: 'none',
      labelAnchor: 'center',
      grid: true,
      nice: true,
      ticks: isRoomy(width) ? 6 : 3,
    },
    marks: [
      Plot.barX(rows, {
        y: 'rule',
        x: 'points',
        fill: ({ heldBack }: RuleRow) => (heldBack === null ? 'var(--none)' : 'var(--advise)'),
        insetTop: 4,
        insetBottom: 4,
      }),
      Plot.ruleX([0], { stroke: 'currentColor' }),
      Plot.text(rows, {
        y: 'rule',
        x: ({ points }: RuleRow) => Math.max(0, points),
        dx: 6,
        textAnchor: 'start',
        text: ({ points }: RuleRow) => points.toFixed(1),
      }),
    ],
  });
  return <Drawn drawing={drawing} />;
}
