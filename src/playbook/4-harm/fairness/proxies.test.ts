import { describe, expect, it } from 'vitest';
import type { ProxyCell } from './cells.ts';
import { fitLogistic, predictLogistic } from './logistic.ts';
import { proxyReport } from './proxies.ts';

const cells = (rows: ReadonlyArray<readonly [sex: string, inputs: string[], people: number]>): ProxyCell[] =>
  rows.map(([sex, inputs, people]) => ({ by: [sex], inputs, rows: people }));

describe('proxies', () => {
  it('an input that decides the attribute has an AUC of 1 and holds all of it', () => {
    const [found] = proxyReport(
      cells([
        ['f', ['wife'], 400],
        ['m', ['husband'], 600],
      ]),
      ['sex'],
      ['relation'],
      1,
    ).single;
    expect(found).toMatchObject({ attribute: 'sex', value: 'f', inputs: ['relation'], auc: 1 });
    expect(found!.uncertaintyShare).toBeCloseTo(1, 12);
    expect(found!.mutualInformation).toBeCloseTo(-(0.4 * Math.log(0.4) + 0.6 * Math.log(0.6)), 12);
  });
  it('an input that is independent tells nothing', () => {
    const [found] = proxyReport(
      cells([
        ['f', ['x'], 4000],
        ['f', ['y'], 4000],
        ['m', ['x'], 6000],
        ['m', ['y'], 6000],
      ]),
      ['sex'],
      ['coin'],
      1,
    ).single;
    expect(found!.auc).toBeGreaterThan(0.47);
    expect(found!.auc).toBeLessThan(0.53);
    expect(found!.mutualInformation).toBeCloseTo(0, 12);
  });
  it('two weak inputs are strong together, and dropping one does not help where another says the same', () => {
    const rows: Array<[string, string[], number]> = [];
    for (const a of ['0', '1'])
      for (const c of ['0', '1']) {
        const score = Number(a) + Number(c);
        rows.push(['f', [a, a, c], 100 + 400 * score], ['m', [a, a, c], 100 + 400 * (2 - score)]);
      }
    const report = proxyReport(cells(rows), ['sex'], ['a', 'copy of a', 'c'], 7);
    const joint = report.joint[0]!.auc!;
    expect(joint).toBeGreaterThan(report.single[0]!.auc! + 0.05);
    const without = new Map(report.without.map(({ dropped, auc }) => [dropped, auc!]));
    expect(joint - without.get('a')!).toBeLessThan(0.02);
    expect(joint - without.get('c')!).toBeGreaterThan(0.05);
  });
  it('is the same for the same seed', () => {
    const list = cells([
      ['f', ['x'], 300],
      ['f', ['y'], 100],
      ['m', ['x'], 250],
      ['m', ['y'], 300],
    ]);
    expect(proxyReport(list, ['sex'], ['i'], 5)).toEqual(proxyReport(list, ['sex'], ['i'], 5));
  });
  it('cuts a number with many values into ranges', () => {
    const list = Array.from(
      { length: 300 },
      (_, age): ProxyCell => ({ by: [age > 150 ? 'f' : 'm'], inputs: [`${age}`], rows: 5 }),
    );
    expect(proxyReport(list, ['sex'], ['age'], 1).single[0]!.auc).toBeGreaterThan(0.98);
  });
});

describe('logistic regression', () => {
  it('fits the odds of a single category, up to the penalty', () => {
    const beta = fitLogistic(
      [
        { columns: [0], positives: 8000, total: 10_000 },
        { columns: [1], positives: 2000, total: 10_000 },
      ],
      2,
      1e-3,
    );
    expect(predictLogistic(beta, [0])).toBeCloseTo(0.8, 3);
    expect(predictLogistic(beta, [1])).toBeCloseTo(0.2, 3);
  });
  it('stays finite where a category decides', () => {
    const beta = fitLogistic(
      [
        { columns: [0], positives: 100, total: 100 },
        { columns: [1], positives: 0, total: 100 },
      ],
      2,
    );
    expect([...beta].every(Number.isFinite)).toBe(true);
    expect(predictLogistic(beta, [0])).toBeGreaterThan(0.9);
  });
});
