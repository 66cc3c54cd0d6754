import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditReport, RateName } from '../../src/playbook/4-harm/fairness/report.ts';
import { runAudit } from '../../src/playbook/4-harm/fairness/run-audit.ts';
import { openDuckDb } from '../../src/stores/warehouse/duckdb.ts';

type Ends = readonly [number, number];
interface Frozen {
  readonly csv: string;
  readonly median: number;
  readonly groups: Readonly<
    Record<
      string,
      { readonly [Name in RateName]?: number } & {
        readonly n: number;
        readonly meanScore: number;
        readonly auc: number;
        readonly interval: Ends;
      }
    >
  >;
  readonly reference: string;
  readonly comparisons: Readonly<
    Record<
      string,
      {
        readonly ratio: number;
        readonly difference: number;
        readonly p: number;
        readonly adjusted: number;
        readonly falsePositiveP: number;
        readonly falsePositiveAdjusted: number;
        readonly ratioInterval: Ends;
        readonly differenceInterval: Ends;
      }
    >
  >;
  readonly conditional: Readonly<
    Record<
      string,
      {
        readonly oddsRatio: number;
        readonly interval: Ends;
        readonly cmh: number;
        readonly breslowDay: number;
      }
    >
  >;
  readonly spread: AuditReport['spread'];
}
const frozen = JSON.parse(readFileSync(new URL('./fairness.json', import.meta.url), 'utf8')) as Frozen;

const near = (actual: number | null | undefined, expected: number, tolerance: number, what: string): void =>
  expect(
    Math.abs((actual ?? Number.NaN) - expected) / Math.max(1e-300, Math.abs(expected)),
    `${what}: ${actual} for ${expected}`,
  ).toBeLessThanOrEqual(tolerance);
const ends = (
  actual: readonly number[] | null | undefined,
  expected: Ends,
  tolerance: number,
  what: string,
): void => {
  near(actual?.[0], expected[0], tolerance, `low ${what}`);
  near(actual?.[1], expected[1], tolerance, `high ${what}`);
};

describe('an audit against fairlearn, scikit-learn, scipy and statsmodels', () => {
  let report: AuditReport;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scruple-oracle-'));
    const path = join(folder, 'decisions.csv');
    await writeFile(path, frozen.csv);
    const opened = await openDuckDb({ allowedPaths: [path], queryTimeoutMs: 20_000 });
    if (!opened.ok) throw new Error(opened.problem.message);
    const result = await runAudit(opened.value, {
      source: { kind: 'file', path, format: 'csv' },
      groups: ['origin'],
      decision: 'decision',
      label: 'label',
      score: 'score',
      control: ['branch'],
    });
    await opened.value.close();
    if (!result.ok) throw new Error(result.problem.message);
    report = result.value;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('gives every rate, mean and interval to 12 digits', () => {
    expect(report.groups.map(({ by }) => by.origin)).toEqual(Object.keys(frozen.groups));
    for (const row of report.groups) {
      const name = row.by.origin!;
      const { n, auc, interval, meanScore, ...rates } = frozen.groups[name]!;
      expect(row.n).toBe(n);
      for (const [rate, value] of Object.entries(rates))
        near(row[rate as RateName], value, 1e-12, `${rate} of ${name}`);
      near(row.meanScore, meanScore, 1e-12, `mean score of ${name}`);
      ends(row.interval.selectionRate, interval, 1e-12, `selection of ${name}`);
      near(report.scores?.auc.find(({ by }) => by.origin === name)?.auc, auc, 1e-12, `AUC of ${name}`);
    }
    expect(report.scores).toMatchObject({ median: frozen.median, exact: true });
  });
  it('tests and compares alike, to 9 digits', () => {
    expect(report.reference).toEqual({ origin: frozen.reference });
    expect(report.comparisons).toHaveLength(Object.keys(frozen.comparisons).length);
    for (const row of report.comparisons) {
      const name = row.by.origin!;
      const expected = frozen.comparisons[name]!;
      near(row.ratio, expected.ratio, 1e-12, `ratio of ${name}`);
      near(row.difference, expected.difference, 1e-12, `difference of ${name}`);
      near(row.pValue, expected.p, 1e-9, `p of ${name}`);
      near(row.adjustedPValue, expected.adjusted, 1e-9, `adjusted p of ${name}`);
      ends(row.interval.ratio, expected.ratioInterval, 1e-9, `ratio of ${name}`);
      ends(row.interval.difference, expected.differenceInterval, 1e-9, `difference of ${name}`);
      const error = report.metrics.find(
        ({ metric, by }) => metric === 'falsePositiveRate' && by.origin === name,
      );
      near(error?.pValue, expected.falsePositiveP, 1e-9, `p of the false-positive rate of ${name}`);
      near(
        error?.adjustedPValue,
        expected.falsePositiveAdjusted,
        1e-9,
        `adjusted p of the false-positive rate of ${name}`,
      );
    }
  });
  it('stratifies alike', () => {
    for (const row of report.conditional!.all) {
      const expected = frozen.conditional[row.by.origin!]!;
      near(row.oddsRatio, expected.oddsRatio, 1e-12, 'odds ratio');
      ends(row.interval, expected.interval, 1e-9, 'odds ratio');
      near(row.cmh, expected.cmh, 1e-9, 'cmh');
      near(row.breslowDay, expected.breslowDay, 1e-9, 'Breslow–Day');
    }
  });
  it('spreads as fairlearn does', () => {
    for (const name of ['selectionRateDifference', 'selectionRateRatio', 'equalizedOddsDifference'] as const)
      near(report.spread[name], frozen.spread[name]!, 1e-12, name);
  });
});
