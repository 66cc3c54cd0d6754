import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { logBenjaminiHochberg } from '../../src/kernel/statistics/benjamini-hochberg.ts';
import { binomialCdf } from '../../src/kernel/statistics/binomial.ts';
import { logChiSquareTail } from '../../src/kernel/statistics/chi-square.ts';
import { logFisherExact } from '../../src/kernel/statistics/fisher-exact.ts';
import { regularisedBeta } from '../../src/kernel/statistics/incomplete-beta.ts';
import { logFactorial, logGamma } from '../../src/kernel/statistics/log-gamma.ts';
import { stratifiedOdds } from '../../src/kernel/statistics/mantel-haenszel.ts';
import { meanInterval, welchDifference } from '../../src/kernel/statistics/mean-interval.ts';
import { logNormalTail, normalQuantile } from '../../src/kernel/statistics/normal.ts';
import {
  katzRatio,
  newcombeDifference,
  wilsonInterval,
} from '../../src/kernel/statistics/proportion-interval.ts';
import { studentQuantile } from '../../src/kernel/statistics/student.ts';

type Row = readonly number[];
interface Frozen {
  readonly logGamma: readonly Row[];
  readonly logFactorial: readonly Row[];
  readonly logNormalTail: readonly Row[];
  readonly normalQuantile: readonly Row[];
  readonly logChiSquareTail: readonly Row[];
  readonly regularisedBeta: readonly Row[];
  readonly studentQuantile: readonly Row[];
  readonly binomialCdf: readonly Row[];
  readonly logFisherExact: readonly Row[];
  readonly wilson: readonly Row[];
  readonly newcombe: readonly Row[];
  readonly katz: readonly Row[];
  readonly benjaminiHochberg: ReadonlyArray<readonly [Row, Row]>;
  readonly stratified: ReadonlyArray<{
    readonly tables: readonly Row[];
    readonly oddsRatio: number;
    readonly interval: Row;
    readonly cmh: number;
    readonly p: number;
    readonly cmhCorrected: number;
    readonly breslowDay: number;
    readonly breslowDayP: number;
    readonly tarone: number;
  }>;
  readonly welch: ReadonlyArray<{
    readonly a: Row;
    readonly b: Row;
    readonly p: number;
    readonly low: number;
    readonly high: number;
  }>;
}

const frozen = JSON.parse(readFileSync(new URL('./statistics.json', import.meta.url), 'utf8')) as Frozen;

/** Relative for large values, absolute around zero. */
function near(actual: number | null | undefined, expected: number, tolerance: number, what = ''): void {
  const error = Math.abs((actual ?? Number.NaN) - expected) / Math.max(1, Math.abs(expected));
  expect(error, `${what}: ${actual} for ${expected}`).toBeLessThanOrEqual(tolerance);
}
const relative = (actual: number, expected: number, tolerance: number, what: string): void =>
  expect(Math.abs(actual / expected - 1), `${what}: ${actual} for ${expected}`).toBeLessThanOrEqual(
    tolerance,
  );

describe('statistics against mpmath, scipy and statsmodels', () => {
  it('log-gamma and log-factorial', () => {
    for (const [x, value] of frozen.logGamma) near(logGamma(x!), value!, 1e-14, `logGamma ${x}`);
    for (const [n, value] of frozen.logFactorial) near(logFactorial(n!), value!, 1e-14, `logFactorial ${n}`);
  });
  it('normal and chi-square tails as logarithms', () => {
    for (const [z, value] of frozen.logNormalTail) near(logNormalTail(z!), value!, 3e-14, `tail ${z}`);
    for (const [p, z] of frozen.normalQuantile) near(normalQuantile(p!), z!, 1e-13, `quantile ${p}`);
    for (const [x, k, value] of frozen.logChiSquareTail)
      near(logChiSquareTail(x!, k!), value!, 1e-12, `χ² ${x}, ${k}`);
  });
  it('beta, Student and binomial', () => {
    for (const [x, a, b, value] of frozen.regularisedBeta)
      near(regularisedBeta(x!, a!, b!), value!, 1e-12, `I ${x}`);
    for (const [level, k, t] of frozen.studentQuantile)
      relative(studentQuantile(level!, k!), t!, 1e-9, `t ${k}`);
    for (const [x, n, p, value] of frozen.binomialCdf)
      near(binomialCdf(x!, n!, p!), value!, 1e-12, `binomial ${x}`);
  });
  it('Fisher exact, as a relative error of the p-value', () => {
    for (const [hits, size, allHits, all, logP] of frozen.logFisherExact) {
      const ours = logFisherExact({ hits: hits!, size: size!, allHits: allHits!, all: all! });
      expect(
        Math.abs(Math.expm1(ours - logP!)),
        `${hits}/${size} of ${allHits}/${all}: ${ours} for ${logP}`,
      ).toBeLessThanOrEqual(1e-9);
    }
  });
  it('intervals', () => {
    for (const [hits, size, low, high] of frozen.wilson) {
      near(wilsonInterval(hits!, size!)[0], low!, 1e-12);
      near(wilsonInterval(hits!, size!)[1], high!, 1e-12);
    }
    for (const [a, n, b, m, low, high] of frozen.newcombe) {
      near(newcombeDifference(a!, n!, b!, m!)[0], low!, 1e-12);
      near(newcombeDifference(a!, n!, b!, m!)[1], high!, 1e-12);
    }
    for (const [a, n, b, m, low, high] of frozen.katz) {
      near(katzRatio(a!, n!, b!, m!)![0], low!, 1e-12);
      near(katzRatio(a!, n!, b!, m!)![1], high!, 1e-12);
    }
  });
  it('Benjamini–Hochberg', () => {
    for (const [p, adjusted] of frozen.benjaminiHochberg) {
      const ours = logBenjaminiHochberg(p.map(Math.log)).map(Math.exp);
      for (const [index, value] of adjusted.entries()) relative(ours[index]!, value, 1e-12, `BH ${index}`);
    }
  });
  it('Mantel–Haenszel, CMH, Breslow–Day and Tarone', () => {
    for (const { tables, ...expected } of frozen.stratified) {
      const ours = stratifiedOdds(
        tables.map(([hits, size, allHits, all]) => ({
          hits: hits!,
          size: size!,
          allHits: allHits!,
          all: all!,
        })),
      );
      near(ours.oddsRatio, expected.oddsRatio, 1e-12, 'odds ratio');
      near(ours.interval![0], expected.interval[0]!, 1e-9, 'low');
      near(ours.interval![1], expected.interval[1]!, 1e-9, 'high');
      near(ours.cmh, expected.cmh, 1e-10, 'cmh');
      near(ours.cmhCorrected, expected.cmhCorrected, 1e-10, 'corrected');
      near(ours.breslowDay, expected.breslowDay, 1e-10, 'Breslow–Day');
      near(ours.tarone, expected.tarone, 1e-10, 'Tarone');
      relative(Math.exp(ours.logP!), expected.p, 1e-9, 'p');
      relative(Math.exp(ours.breslowDayLogP!), expected.breslowDayP, 1e-9, 'p of Breslow–Day');
    }
  });
  it('Welch', () => {
    const moments = ([n, mean, variance]: Row) => ({ n: n!, mean: mean!, variance: variance! });
    for (const { a, b, p, low, high } of frozen.welch) {
      const ours = welchDifference(moments(a), moments(b))!;
      relative(ours.pValue, p, 1e-9, 'p');
      near(ours.interval[0], low, 1e-9, 'low');
      near(ours.interval[1], high, 1e-9, 'high');
      expect(meanInterval({ n: 1, mean: 3, variance: 0 })).toBeNull();
    }
  });
});
