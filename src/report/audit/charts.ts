import type { Markup } from '../html/markup.ts';
import { areaBounds } from './area-chart.ts';
import { count, decimal, percent, range, valuesOf } from './numbers.ts';
import { type Chart, cut, marginFor, markupOf, type Tools, WIDTH } from './plotting.ts';
import type { AuditJson, ByJson } from './schema.ts';
import { thresholdOf } from './threshold-of.ts';

const MOST_GROUPS = 24;

/** Every chart that the data carry, drawn on this side: what arrives is a picture without a script. */
export async function chartsOf(audit: AuditJson): Promise<Chart[]> {
  const groups = shownGroups(audit);
  if (groups.length === 0 && audit.areas === null) return [];
  const [plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const tools: Tools = { plot, document: parseHTML('<!doctype html><html><body></body></html>').document };
  return [
    groups.length === 0 ? null : rates(audit, groups, tools),
    areaBounds(audit, tools),
    ratios(audit, groups, tools),
    rules(audit, tools),
    alternatives(audit, tools),
    thresholds(audit, tools),
  ].filter((chart) => chart !== null);
}

interface ShownGroup {
  readonly name: string;
  readonly by: ByJson;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly isReview: boolean;
  readonly isReference: boolean;
}

const key = (by: ByJson): string => JSON.stringify(by);

/** The groups of a chart, in one order for all charts; of many those that matter most. */
function shownGroups(audit: AuditJson): ShownGroup[] {
  const compared = new Map(audit.comparisons.map((row) => [key(row.by), row]));
  const rows = audit.groups.flatMap((group): ShownGroup[] =>
    group.selectionRate === null || group.n === null
      ? []
      : [
          {
            name: cut(valuesOf(group.by), 32),
            by: group.by,
            rate: group.selectionRate,
            low: group.interval.selectionRate?.[0] ?? group.selectionRate,
            high: group.interval.selectionRate?.[1] ?? group.selectionRate,
            n: group.n,
            isReview: compared.get(key(group.by))?.review === true,
            isReference: audit.reference !== null && key(audit.reference) === key(group.by),
          },
        ],
  );
  if (rows.length <= MOST_GROUPS) return distinct(rows);
  const weight = (group: ShownGroup): number =>
    (group.isReference ? 1e18 : 0) +
    (group.isReview ? 1e15 : 0) +
    (compared.get(key(group.by))?.shortfall ?? 0);
  const kept = new Set([...rows].sort((a, b) => weight(b) - weight(a) || b.n - a.n).slice(0, MOST_GROUPS));
  return distinct(rows.filter((row) => kept.has(row)));
}

/** Two groups that are cut to the same name stay two. */
function distinct(rows: readonly ShownGroup[]): ShownGroup[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const times = (seen.get(row.name) ?? 0) + 1;
    seen.set(row.name, times);
    return times === 1 ? row : { ...row, name: `${row.name} (${times})` };
  });
}

const left = (audit: AuditJson, shown: number): string => {
  const more = audit.groups.filter(({ suppressed }) => !suppressed).length - shown;
  return more > 0 ? ` ${count(more)} more groups are in the tables and in --format json.` : '';
};

const color = (group: ShownGroup): string =>
  group.isReview ? 'var(--review)' : group.isReference ? 'var(--ink)' : 'var(--advise)';

function rates(audit: AuditJson, groups: readonly ShownGroup[], { plot, document }: Tools): Chart {
  const top = Math.min(1, 1.12 * Math.max(0.02, ...groups.map(({ high }) => high)));
  const svg = plot.plot({
    document,
    width: WIDTH,
    marginBottom: 46,
    height: 72 + 28 * groups.length,
    marginLeft: marginFor(groups.map(({ name }) => name)),
    marginRight: 180,
    x: {
      label: 'selected',
      percent: true,
      domain: [0, 100 * top],
      grid: true,
      tickFormat: (tick: number) => `${tick} %`,
      ticks: 6,
    },
    y: { label: null, domain: groups.map(({ name }) => name), type: 'band' },
    marks: [
      plot.ruleY(groups, {
        y: 'name',
        x1: 'low',
        x2: 'high',
        strokeWidth: 9,
        stroke: color,
        strokeOpacity: 0.35,
      }),
      plot.dot(groups, { y: 'name', x: 'rate', r: 4.5, fill: color }),
      plot.text(groups, {
        y: 'name',
        frameAnchor: 'right',
        dx: 10,
        textAnchor: 'start',
        text: (group: ShownGroup) =>
          `${percent(group.rate)} of ${count(group.n)}${group.isReference ? ' ◂ reference' : ''}`,
      }),
    ],
  });
  return {
    title: 'Rate by group',
    says: `Share selected with its 95 % interval. ${groups
      .slice(0, 12)
      .map((group) => `${group.name} ${percent(group.rate)} (${range([group.low, group.high])})`)
      .join('; ')}.${left(audit, groups.length)}`,
    svg: markupOf(svg),
  };
}

function ratios(audit: AuditJson, groups: readonly ShownGroup[], { plot, document }: Tools): Chart | null {
  const threshold = thresholdOf(audit);
  const compared = new Map(audit.comparisons.map((row) => [key(row.by), row]));
  const rows = groups.flatMap((group) => {
    const row = compared.get(key(group.by));
    if (row === undefined || row.ratio === null) return [];
    const [low, high] = row.interval.ratio ?? [row.ratio, row.ratio];
    return [{ ...group, ratio: row.ratio, low: low ?? 0, high: high ?? 2 }];
  });
  if (rows.length === 0) return null;
  const most = Math.min(2, Math.max(1.1, ...rows.map(({ high }) => high)));
  const within = rows.map((row) => ({
    ...row,
    ratio: Math.min(row.ratio, most),
    high: Math.min(row.high, most),
    said: row.ratio,
  }));
  const svg = plot.plot({
    document,
    width: WIDTH,
    marginBottom: 46,
    height: 88 + 28 * rows.length,
    marginLeft: marginFor(groups.map(({ name }) => name)),
    marginTop: 32,
    marginRight: 130,
    x: {
      label: `ratio to ${cut(audit.reference === null ? 'the reference' : valuesOf(audit.reference), 32)}`,
      domain: [0, most],
      grid: true,
      ticks: 6,
    },
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
      plot.ruleY(within, {
        y: 'name',
        x1: 'low',
        x2: 'high',
        strokeWidth: 9,
        stroke: color,
        strokeOpacity: 0.35,
      }),
      plot.dot(within, { y: 'name', x: 'ratio', r: 4.5, fill: color }),
      plot.text(within, {
        y: 'name',
        frameAnchor: 'right',
        dx: 10,
        textAnchor: 'start',
        text: (row: { said: number; isReview: boolean }) =>
          `${percent(row.said)}${row.isReview ? ' ◆ review' : ''}`,
      }),
    ],
  });
  const broken = rows.filter(({ isReview }) => isReview);
  return {
    title: 'Ratio against the threshold',
    says: `Rate of each group over that of the reference, with its 95 % interval; the threshold is ${audit.method?.threshold ?? decimal(threshold)}. ${
      broken.length === 0
        ? 'No group lies below it beyond chance.'
        : `Below it beyond chance: ${broken.map((row) => `${row.name} ${percent(row.ratio)}`).join('; ')}.`
    }`,
    svg: markupOf(svg),
  };
}

function rules(audit: AuditJson, { plot, document }: Tools): Chart | null {
  const lacking = new Map(audit.comparisons.map((row) => [key(row.by), row.shortfall ?? 0]));
  const [worst] = (audit.rules?.groups ?? [])
    .filter(({ gap, by }) => gap.now !== null && gap.now > 0 && !Object.values(by).includes(null))
    .sort((a, b) => (lacking.get(key(b.by)) ?? 0) - (lacking.get(key(a.by)) ?? 0));
  if (worst === undefined) return null;
  const rest = worst.gap.withoutRules ?? 0;
  const rows = [
    ...worst.rules.map(({ rule, shapley }) => ({ name: cut(rule, 32), points: 100 * shapley, isRule: true })),
    { name: 'without any rule', points: 100 * rest, isRule: false },
  ].sort((a, b) => b.points - a.points);
  const group = valuesOf(worst.by);
  const svg = plot.plot({
    document,
    width: WIDTH,
    marginBottom: 46,
    height: 72 + 30 * rows.length,
    marginLeft: marginFor(rows.map(({ name }) => name)),
    marginRight: 90,
    x: { label: `points of the gap of ${cut(group, 32)}`, grid: true, ticks: 6, nice: true },
    y: { label: null, domain: rows.map(({ name }) => name) },
    marks: [
      plot.barX(rows, {
        y: 'name',
        x: 'points',
        fill: (row: { isRule: boolean }) => (row.isRule ? 'var(--advise)' : 'var(--none)'),
        insetTop: 3,
        insetBottom: 3,
      }),
      plot.ruleX([0], { stroke: 'currentColor' }),
      plot.text(rows, {
        y: 'name',
        x: (row: { points: number }) => Math.max(0, row.points),
        dx: 8,
        textAnchor: 'start',
        text: (row: { points: number }) => row.points.toFixed(1),
      }),
    ],
  });
  return {
    title: 'What each rule adds to the gap',
    says: `Of ${(100 * worst.gap.now!).toFixed(1)} points between ${group} and ${valuesOf(worst.reference)}: ${rows.map(({ name, points }) => `${name} ${points.toFixed(1)}`).join('; ')}. Shapley values: they add up to the gap.`,
    svg: markupOf(svg),
  };
}

function alternatives(audit: AuditJson, tools: Tools): Chart | null {
  const rows = (audit.rules?.alternatives ?? []).flatMap(({ dropped, restored, worstRatio }) =>
    worstRatio === null
      ? []
      : [
          {
            x: restored,
            y: worstRatio,
            name: cut(dropped.length === 0 ? 'as it is' : `without ${dropped.join(', ')}`, 40),
          },
        ],
  );
  if (rows.length < 2) return null;
  return {
    title: 'Alternatives: dropping rules',
    says: `People restored against the lowest ratio; no other choice is better in both. ${rows.map((row) => `${row.name}: ${count(row.x)} people, ratio ${decimal(row.y)}`).join('; ')}.`,
    svg: front(audit, rows, 'people restored', tools),
  };
}

function thresholds(audit: AuditJson, tools: Tools): Chart | null {
  const rows = (audit.scores?.thresholds ?? []).flatMap(({ selected, worstRatio, threshold, pareto }) =>
    worstRatio === null || !pareto
      ? []
      : [{ x: selected, y: worstRatio, name: `≥ ${decimal(threshold, 2)}` }],
  );
  if (rows.length < 2) return null;
  const ordered = rows.sort((a, b) => a.x - b.x);
  return {
    title: 'Alternatives: another threshold of the score',
    says: `People selected against the lowest ratio; no other threshold is better in both. ${ordered
      .filter((_, index) => index % Math.ceil(ordered.length / 6) === 0 || index === ordered.length - 1)
      .map((row) => `${row.name}: ${count(row.x)} people, ratio ${decimal(row.y)}`)
      .join('; ')}.`,
    svg: front(audit, ordered, 'people selected', tools),
  };
}

function front(
  audit: AuditJson,
  rows: ReadonlyArray<{ readonly x: number; readonly y: number; readonly name: string }>,
  label: string,
  { plot, document }: Tools,
): Markup {
  const threshold = thresholdOf(audit);
  const named = rows.length <= 8 ? rows : rows.filter((_, index) => index % Math.ceil(rows.length / 6) === 0);
  return markupOf(
    plot.plot({
      document,
      width: WIDTH,
      marginBottom: 46,
      height: 300,
      marginLeft: 56,
      marginRight: 150,
      marginTop: 28,
      x: { label, grid: true, ticks: 6, nice: true },
      y: { label: 'lowest ratio', domain: [0, 1.05], grid: true, ticks: 6 },
      marks: [
        plot.ruleY([threshold], { stroke: 'var(--block)', strokeWidth: 1.5, strokeDasharray: '5 3' }),
        plot.text([threshold], {
          y: (value: number) => value,
          frameAnchor: 'right',
          dx: 8,
          textAnchor: 'start',
          fill: 'var(--block)',
          text: () => `threshold ${audit.method?.threshold ?? ''}`,
        }),
        plot.line(rows, { x: 'x', y: 'y', stroke: 'var(--advise)', strokeWidth: 2, curve: 'step-after' }),
        plot.dot(rows, { x: 'x', y: 'y', r: 4.5, fill: 'var(--advise)' }),
        plot.text(named, { x: 'x', y: 'y', dy: 16, dx: 4, textAnchor: 'start', text: 'name' }),
      ],
    }),
  );
}
