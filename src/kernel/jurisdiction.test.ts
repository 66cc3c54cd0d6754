import { describe, expect, it } from 'vitest';
import { coversJurisdiction, insteadOfJurisdiction } from './jurisdiction.ts';
import { NORM_IDS, norm } from './norms/index.ts';

describe('jurisdictions', () => {
  it.each(['eu', 'eu-de', 'uk', 'us', 'us-ca', 'us-ny-nyc', 'ch', 'jp', 'ca', 'ca-qc'])(
    'takes %s',
    (code) => {
      expect(insteadOfJurisdiction(code)).toBeNull();
    },
  );

  it.each([
    ['de', '`eu-de`, as law of the EU holds there'],
    ['gb', '`uk`'],
    ['ue', 'a code as eu, eu-de, uk or us-ca'],
    ['zz', 'a code as eu, eu-de, uk or us-ca'],
    ['eu-us', 'a code as eu, eu-de, uk or us-ca'],
    ['us-cl', 'a code as eu, eu-de, uk or us-ca'],
    ['', 'a code as eu, eu-de, uk or us-ca'],
  ])('refuses %s', (code, instead) => {
    expect(insteadOfJurisdiction(code)).toBe(instead);
  });

  it('knows those of every norm', () => {
    const codes = NORM_IDS.flatMap((id) => norm(id).jurisdictions);
    expect(codes.filter((code) => insteadOfJurisdiction(code) !== null)).toEqual([]);
  });

  it('holds the law of the whole in its parts, and not the other way round', () => {
    expect(coversJurisdiction('us', 'us-ca')).toBe(true);
    expect(coversJurisdiction('us-ca', 'us')).toBe(false);
    expect(coversJurisdiction('us', 'usx')).toBe(false);
  });
});
