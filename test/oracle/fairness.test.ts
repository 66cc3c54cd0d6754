import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Warehouse } from '../../src/kernel/ports/warehouse.ts';
import type { AuditReport } from '../../src/playbook/4-harm/fairness/report.ts';
import { runAudit } from '../../src/playbook/4-harm/fairness/run-audit.ts';
import type { AuditSpec } from '../../src/playbook/4-harm/fairness/spec.ts';
import { openDuckDb } from '../../src/stores/warehouse/duckdb.ts';

/** Public data sets that nobody here wrote; the project holds no copy. */
const FOLDER = new URL('../../../shared/data/fairness/', import.meta.url).pathname;
const present = existsSync(FOLDER);
if (!present) console.warn('3 data sets of ../shared/data/fairness are absent: their tests are skipped');

describe.skipIf(!present)('public data sets', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    const names = ['compas_for_aequitas.csv', 'adult.csv', 'UCBAdmissions.csv'];
    const opened = await openDuckDb({
      allowedPaths: names.map((name) => FOLDER + name),
      queryTimeoutMs: 30_000,
    });
    if (!opened.ok) throw new Error(opened.problem.message);
    warehouse = opened.value;
  });
  afterAll(() => warehouse?.close());

  async function run(name: string, spec: Omit<AuditSpec, 'source'>): Promise<AuditReport> {
    const result = await runAudit(warehouse, {
      source: { kind: 'file', path: FOLDER + name, format: 'csv' },
      ...spec,
    });
    if (!result.ok) throw new Error(result.problem.message);
    return result.value;
  }
  const row = (report: AuditReport, value: string) =>
    report.groups.find(({ by }) => Object.values(by).includes(value))!;

  it('COMPAS by race: rates of Aequitas, disparities of fairlearn', async () => {
    const report = await run('compas_for_aequitas.csv', {
      groups: ['race'],
      decision: 'score',
      favourable: '1.0',
      label: 'label_value',
    });
    const sixDigits = (value: string) => {
      const { n, selectionRate, truePositiveRate, falsePositiveRate, falseNegativeRate, falseDiscoveryRate } =
        row(report, value);
      return [
        n,
        ...[selectionRate, truePositiveRate, falsePositiveRate, falseNegativeRate, falseDiscoveryRate].map(
          (rate) => Number(rate!.toFixed(6)),
        ),
      ];
    };
    expect(sixDigits('African-American')).toEqual([3696, 0.588203, 0.720147, 0.448468, 0.279853, 0.370285]);
    expect(sixDigits('Caucasian')).toEqual([2454, 0.348003, 0.522774, 0.234543, 0.477226, 0.408665]);
    expect([row(report, 'Asian').n, row(report, 'Native American').n]).toEqual([32, 18]);
    expect(report.spread.selectionRateDifference).toBeCloseTo(0.4571175950486295, 12);
    expect(report.spread.selectionRateRatio).toBeCloseTo(0.31432360742705573, 12);
    expect(report.spread.equalizedOddsDifference).toBeCloseTo(0.5766917293233083, 12);
    expect(report).toMatchObject({ verdict: 'review', reference: { race: 'African-American' } });
  });

  it('COMPAS: the false-positive rates of two groups differ by a p-value of 5e-38', async () => {
    const sql = `SELECT * FROM read_csv('${FOLDER}compas_for_aequitas.csv', all_varchar = true) WHERE race IN ('African-American', 'Caucasian')`;
    const result = await runAudit(warehouse, {
      source: { kind: 'query', sql },
      groups: ['race'],
      decision: 'score',
      favourable: '1.0',
      label: 'label_value',
    });
    if (!result.ok) throw new Error(result.problem.message);
    const found = result.value.metrics.find(({ metric }) => metric === 'falsePositiveRate');
    expect(found!.pValue! / 5e-38).toBeGreaterThan(0.9);
    expect(found!.pValue! / 5e-38).toBeLessThan(1.1);
  });

  it('COMPAS by race and sex: two women do not become the measure of all', async () => {
    const report = await run('compas_for_aequitas.csv', {
      groups: ['race', 'sex'],
      decision: 'score',
      favourable: '1.0',
      marginals: true,
    });
    expect(report.groups.some(({ n }) => n === 2)).toBe(true);
    expect(report.spread.selectionRateRatio).toBe(0);
    expect(report.reference).toEqual({ race: 'African-American', sex: 'Male' });
    expect(report.marginals).toHaveLength(8);
  });

  it('Adult: income by sex, and what stands in for sex', async () => {
    const proxies = [
      'relationship',
      'marital-status',
      'occupation',
      'workclass',
      'education',
      'hours-per-week',
    ];
    const report = await run('adult.csv', {
      groups: ['sex'],
      decision: 'income-per-year',
      favourable: '>50K',
      proxies,
    });
    expect(report.comparisons[0]).toMatchObject({ by: { sex: 'Female' }, reference: { sex: 'Male' } });
    expect(report.comparisons[0]?.ratio).toBeCloseTo(0.3580225496813511, 12);
    expect(report.comparisons[0]?.difference).toBeCloseTo(-0.19627598779361352, 12);
    const auc = (input: string) => report.proxies!.single.find(({ inputs }) => inputs[0] === input)!.auc!;
    expect(auc('relationship')).toBeCloseTo(0.867, 2);
    expect(auc('marital-status')).toBeCloseTo(0.761, 2);
    expect(auc('occupation')).toBeCloseTo(0.752, 2);
    expect(report.proxies!.joint[0]!.auc).toBeCloseTo(0.928, 1);
    const without = report.proxies!.without.find(({ dropped }) => dropped === 'relationship')!.auc!;
    expect(without).toBeGreaterThan(0.84);
    expect(without).toBeLessThan(0.88);
  });

  it('UCB admissions: the sign flips within departments', async () => {
    const report = await run('UCBAdmissions.csv', {
      groups: ['Gender'],
      decision: 'Admit',
      favourable: 'Admitted',
      weight: 'Freq',
      control: ['Dept'],
    });
    expect(report.comparisons[0]?.ratio).toBeCloseTo(0.6818298435630683, 12);
    expect(report.conditional).toMatchObject({ strata: 6, by: { Gender: 'Female' }, signFlips: true });
    expect(report.conditional?.oddsRatio).toBeCloseTo(1.1053426615022164, 12);
    expect(report.conditional?.cmh).toBeCloseTo(1.524606660443435, 12);
    expect(report.conditional?.breslowDay).toBeCloseTo(18.825513705236244, 10);
    expect(report.conditional?.conditionalDisparity).toBeCloseTo(-0.019283267035269232, 12);
    expect(report.conditional?.unconditionalDisparity).toBeCloseTo(0.1438, 4);
  });
});
