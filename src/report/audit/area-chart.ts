import { areasInOrder, betweenRatios } from './area-sentences.ts';
import { type Chart, cut, marginFor, markupOf, type Tools, WIDTH } from './plotting.ts';
import type { AuditJson } from './schema.ts';
import { thresholdOf } from './threshold-of.ts';

const MOST_GROUPS = 24;
const MOST_RATIO = 2;
const SAYS = { review: '◆ review', insufficient: 'cannot tell', pass: 'not below' } as const;

/** How far the ratio of each group can lie by area statistics; a bar is all that is known, so it has no middle. */
export function areaBounds(audit: AuditJson, { plot, document }: Tools): Chart | null {
  const { areas } = audit;
  if (areas === null) return null;
  const rows = areasInOrder(areas.groups)
    .slice(0, MOST_GROUPS)
    .flatMap(({ group, ratio: [low, high], verdict }) =>
      low === null && high === null
        ? []
        : [
            {
              name: cut(group, 32),
              // A bar that lies beyond the picture shows at its edge.
              low: Math.min(low ?? 0, MOST_RATIO - 0.04),
              high: Math.min(high ?? MOST_RATIO, MOST_RATIO),
              said: betweenRatios([low, high]),
              verdict,
            },
          ],
    );
  if (rows.length === 0) return null;
  const threshold = thresholdOf(audit);
  const most = Math.max(1.1, ...rows.map(({ high }) => high));
  const svg = plot.plot({
    document,
    width: WIDTH,
    marginBottom: 46,
    height: 88 + 28 * rows.length,
    marginLeft: marginFor(rows.map(({ name }) => name)),
    marginTop: 32,
    marginRight: 130,
    x: { label: 'ratio to everybody else', domain: [0, most], grid: true, ticks: 6 },
    y: { label: null, domain: rows.map(({ name }) => name), type: 'band' },
    marks: [
      plot.ruleX([1], { stroke: 'currentColor', strokeOpacity: 0.5 }),
      plot.ruleX([threshold], { stroke: 'var(--block)', strokeWidth: 1.5, strokeDasharray: '5 3' }),
      plot.text([threshold], {
        x: (value: number) => value,
        frameAnchor: 'top',
        dy: -16,
        textAnchor: 'end',
        dx: -4,
        fill: 'var(--block)',
        text: () => `threshold ${audit.method?.threshold ?? ''}`,
      }),
      plot.ruleY(rows, {
        y: 'name',
        x1: 'low',
        x2: 'high',
        strokeWidth: 12,
        stroke: (row: (typeof rows)[number]) =>
          row.verdict === 'review'
            ? 'var(--review)'
            : row.verdict === 'pass'
              ? 'var(--advise)'
              : 'var(--none)',
      }),
      plot.text(rows, {
        y: 'name',
        frameAnchor: 'right',
        dx: 10,
        textAnchor: 'start',
        text: (row: (typeof rows)[number]) => SAYS[row.verdict],
      }),
    ],
  });
  return {
    title: `Bounds by ${areas.column}`,
    says: `Where the ratio of each group to everybody else can lie; within a bar nothing is known. ${rows.map(({ name, said, verdict }) => `${name} ${said}, ${SAYS[verdict].replace('◆ ', '')}`).join('; ')}.`,
    svg: markupOf(svg),
  };
}
