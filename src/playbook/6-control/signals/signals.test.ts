import { describe, expect, it } from 'vitest';
import type { GppConsent, TcfConsent } from '../../../kernel/ports/consent-strings.ts';
import { choicesOfGpp, choicesOfTcf, GPP_SENSITIVE, TCF_PURPOSES } from './consent-string-choices.ts';
import { gpcSupport, REFUSED_BY_SIGNAL, saysGlobalPrivacyControl } from './global-privacy-control.ts';

describe('Global Privacy Control', () => {
  it.each<[readonly string[] | undefined, boolean]>([
    [['1'], true],
    [['0', '1'], true],
    [['1', '0'], true],
    [['1', '1'], true],
    [['0'], false],
    [['0, 1'], false],
    [['1, 1'], false],
    [['1 '], false],
    [['true'], false],
    [['01'], false],
    [[''], false],
    [[], false],
    [undefined, false],
  ])('by the values %j: %s', (values, says) => {
    expect(saysGlobalPrivacyControl(values)).toBe(says);
  });

  it('is told as the specification has it', () => {
    expect(gpcSupport(new Date('2026-11-24T09:00:00Z'))).toEqual({ gpc: true, lastUpdate: '2026-11-24' });
  });

  it('refuses sale and advertising across contexts, everywhere', () => {
    expect(REFUSED_BY_SIGNAL.every(({ channel, topic }) => channel === null && topic === null)).toBe(true);
    expect(REFUSED_BY_SIGNAL.map(({ purpose }) => purpose)).toContain('third_party_sharing');
  });
});

const TCF: TcfConsent = {
  version: 2,
  policyVersion: 5,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  language: 'EN',
  purposesConsented: new Set([1, 3]),
  purposesNotObjected: new Set([2, 4]),
  vendorsConsented: new Set([755]),
  vendorsDisclosed: new Set([755, 12]),
};
const saysOf = (consent: TcfConsent, vendor: number) =>
  Object.fromEntries(choicesOfTcf(consent, vendor).choices.map(({ scope, says }) => [scope.purpose, says]));

describe('a TC string', () => {
  it('is a yes for purposes that were agreed to, for a vendor that was disclosed and agreed to', () => {
    const says = saysOf(TCF, 755);
    expect(Object.keys(says)).toHaveLength(Object.keys(TCF_PURPOSES).length);
    expect(says).toMatchObject({
      'functional.storage': 'yes',
      'marketing.advertising.profiling': 'yes',
      // A legitimate interest is none here, and for profiling none there.
      'marketing.advertising.third_party.targeted': 'no',
    });
  });

  it.each<[string, TcfConsent, number, string]>([
    ['a vendor that was not agreed to', TCF, 12, 'no'],
    ['a vendor that was not disclosed', TCF, 99, 'unknown'],
    ['a string that tells of no disclosed vendors', { ...TCF, vendorsDisclosed: null }, 755, 'unknown'],
  ])('is no yes for %s', (_, consent, vendor, expected) => {
    expect(saysOf(consent, vendor)['marketing.advertising.profiling']).toBe(expected);
  });
});

describe('a GPP string', () => {
  const us = (over: Partial<GppConsent['us'][number]>): GppConsent => ({
    sections: ['usnat'],
    tcf: null,
    us: [
      {
        section: 'usnat',
        version: 2,
        saleOptOut: 2,
        sharingOptOut: 2,
        targetedAdvertisingOptOut: 2,
        sensitiveData: [],
        gpc: false,
        ...over,
      },
    ],
  });

  it.each<[string, Partial<GppConsent['us'][number]>, number]>([
    ['nobody opted out', {}, 0],
    ['nothing applies', { saleOptOut: 0, sharingOptOut: null, targetedAdvertisingOptOut: 0 }, 0],
    ['the sale was opted out of', { saleOptOut: 1 }, 3],
    ['sharing was opted out of', { sharingOptOut: 1 }, 3],
    ['targeted advertising was opted out of', { targetedAdvertisingOptOut: 1 }, 3],
    ['the browser says GPC', { gpc: true }, 3],
  ])('where %s', (_, over, noes) => {
    const { choices } = choicesOfGpp(us(over), 755);
    expect(choices.filter(({ says }) => says === 'no')).toHaveLength(noes);
    // That somebody did not opt out is no consent.
    expect(choices.some(({ says }) => says === 'yes')).toBe(false);
  });

  it('knows 16 kinds of sensitive data, in the order of the section', () => {
    expect(GPP_SENSITIVE).toHaveLength(16);
    expect([GPP_SENSITIVE[2], GPP_SENSITIVE[7], GPP_SENSITIVE[15]]).toEqual([
      'health',
      'precise geolocation',
      'transgender or nonbinary status',
    ]);
  });
});
