import { describe, expect, it } from 'vitest';
import { audit } from '../fairness/audit.ts';
import type { DecisionCell } from '../fairness/cells.ts';
import { AUDIT_PACKS, findPack } from '../fairness/packs.ts';
import type { AuditSpec } from '../fairness/spec.ts';
import { packAnswer } from './pack-answer.ts';
import { REQUIREMENTS } from './requirements.ts';

const cell = (by: Array<string | null>, decision: string, rows: number): DecisionCell => ({
  by,
  decision,
  label: null,
  stratum: [],
  rules: [],
  rows,
  weight: null,
  score: null,
  outcomes: [],
});
const CELLS = [
  cell(['a', 'f'], '1', 400),
  cell(['a', 'f'], '0', 600),
  cell(['b', 'f'], '1', 200),
  cell(['b', 'f'], '0', 800),
  cell(['c', 'f'], '1', 15),
  cell(['c', 'f'], '0', 5),
  cell([null, 'f'], '0', 7),
];

function answerOf(id: string, more: Partial<AuditSpec> = {}) {
  const pack = findPack(id);
  if (!pack.ok) throw new Error(pack.problem.message);
  const spec: AuditSpec = {
    source: { kind: 'file', path: 'd.csv', format: 'csv' },
    groups: ['race', 'sex'],
    decision: 'hired',
    marginals: true,
    pack: pack.value,
    ...more,
  };
  const report = audit({ decisions: CELLS }, spec);
  if (!report.ok) throw new Error(report.problem.message);
  return packAnswer(pack.value, spec, report.value);
}

describe('what a pack asks of an audit', () => {
  it('has questions for every pack, none of them as law that nobody read', () => {
    expect(Object.keys(REQUIREMENTS).sort()).toEqual(AUDIT_PACKS.map(({ id }) => id).sort());
    expect(
      Object.values(REQUIREMENTS)
        .flat()
        .every(({ verified }) => !verified),
    ).toBe(true);
  });

  it('leaves categories below two percent out of the highest rate, and marks them', () => {
    const race = answerOf('us-nyc-ll144').impactRatios.filter(({ by }) => 'race' in by && !('sex' in by));
    expect(race.map(({ by, impactRatio, leftOut }) => [by.race, impactRatio, leftOut])).toEqual([
      ['a', 1, false],
      ['b', 0.5, false],
      ['c', 0.75 / 0.4, true],
    ]);
  });

  it('says what is in the report, what is missing, and what no file can tell', () => {
    const met = (id: string, more: Partial<AuditSpec> = {}) =>
      answerOf(id, more).requirements.map((one) => one.met);
    expect(met('us-nyc-ll144')).toEqual([true, null, null, true]);
    expect(met('us-nyc-ll144', { marginals: false })).toEqual([false, null, null, true]);
    expect(met('eu')).toEqual([true, null]);
    expect(answerOf('us-nyc-ll144').requirements[3]!.because).toBe('7 people');
  });

  it.each([
    ['self-reported at application', true],
    ['imputed from surnames and postcodes', false],
    ['BISG', false],
  ])('refuses imputed attributes: %s', (source, met) => {
    const record = { ground: 'monitoring', source, collectedOn: '2026-01-01', retention: 'P1Y' };
    const { vault } = {
      vault: {
        source: { kind: 'table', name: ['v'] },
        key: 'k',
        records: { race: record, sex: record },
      } as const,
    };
    const pack = findPack('us-nyc-ll144');
    if (!pack.ok) throw new Error(pack.problem.message);
    const spec: AuditSpec = {
      source: { kind: 'table', name: ['d'] },
      groups: ['race', 'sex'],
      decision: 'hired',
      marginals: true,
    };
    const report = audit({ decisions: CELLS }, spec);
    if (!report.ok) throw new Error(report.problem.message);
    expect(packAnswer(pack.value, { ...spec, vault }, report.value).requirements[2]!.met).toBe(met);
  });
});
