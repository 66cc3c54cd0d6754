import { GppModel } from '@iabgpp/cmpapi';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iabConsentStrings } from './iab-consent-strings.ts';

const { readGpp, readTcf } = iabConsentStrings;
const US = 'DBABLA~BFQVAAAACQA.YA';

function tcString(purposes: readonly number[], vendors: readonly number[]): string {
  const model = new GppModel();
  model.setFieldValue('tcfeuv2', 'CmpId', 31);
  model.setFieldValue(
    'tcfeuv2',
    'PurposeConsents',
    Array.from({ length: 24 }, (_, index) => purposes.includes(index + 1)),
  );
  model.setFieldValue('tcfeuv2', 'VendorConsents', vendors);
  model.setFieldValue('tcfeuv2', 'VendorsDisclosed', vendors);
  return model.encode();
}
const codeOf = (read: { ok: boolean; problem?: { code: string } }) => (read.ok ? 'read' : read.problem?.code);

describe('strings of the IAB', () => {
  it('of a section for the United States say what was opted out of', () => {
    const read = readGpp(US);
    expect(read.ok && read.value.us).toMatchObject([
      { section: 'usnat', saleOptOut: 1, gpc: true, version: 1 },
    ]);
    expect(read.ok && read.value.us[0]!.sensitiveData).toHaveLength(12);
  });

  it('with several sections are read as a whole, the TCF one as a TC string', () => {
    const model = new GppModel(tcString([1, 3], [12, 755]));
    model.setFieldValue('uspv1', 'OptOutSale', 'Y');
    const read = readGpp(model.encode());
    if (!read.ok) throw new Error('not read');
    expect(read.value.sections).toEqual(['tcfeuv2', 'uspv1']);
    expect([...read.value.tcf!.purposesConsented]).toEqual([1, 3]);
    expect([...read.value.tcf!.vendorsDisclosed!]).toEqual([12, 755]);
    expect(read.value.us[0]!.saleOptOut).toBe(1);
  });

  it('of TCF before 2.3 tell of no disclosed vendors', () => {
    const core = tcString([1], [755]).split('~')[1]!.split('.')[0]!;
    const read = readTcf(core);
    expect(read.ok && [...read.value.purposesConsented]).toEqual([1]);
    expect(read.ok && read.value.vendorsDisclosed).toBeNull();
  });

  it.each([
    '',
    'x',
    'DBABLA',
    'DBABLA~',
    'DBABLA~zzz',
    `${US}~BB`,
    'BOEFEAyOEFEAyAHABDENAI4AAAB9vABAASA',
    '1YNN',
    'null',
  ])('that cannot be decoded are problems: %j', (text) => {
    expect([codeOf(readTcf(text)), codeOf(readGpp(text))]).toEqual([
      'signal.undecodable',
      'signal.undecodable',
    ]);
  });

  it('of any sort never throw, and cut short never say more than they said', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
        for (const read of [readTcf(text), readGpp(text)])
          expect(['read', 'signal.undecodable']).toContain(codeOf(read));
      }),
    );
    const whole = tcString([1, 2, 3, 4, 5], [2, 12, 755]).split('~')[1]!;
    for (let length = 0; length < whole.length; length += 1) {
      const read = readTcf(whole.slice(0, length));
      if (!read.ok) continue;
      for (const purpose of read.value.purposesConsented) expect(purpose).toBeLessThanOrEqual(5);
      for (const vendor of read.value.vendorsConsented) expect([2, 12, 755]).toContain(vendor);
    }
  });
});
