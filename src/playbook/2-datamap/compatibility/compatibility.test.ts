import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SENSITIVE_CATEGORIES, type SensitiveCategory } from '../../../kernel/categories.ts';
import { DATA_CATEGORIES, DATA_USES } from '../../../kernel/taxonomy/index.ts';
import { isPurposeUnder } from '../../../kernel/taxonomy/purpose-line.ts';
import { BASES, ORIGINS } from '../../../kernel/vocabulary.ts';
import { PURPOSE_BARRIERS } from './barriers.ts';
import {
  bestCompatibility,
  type CompatibilityContext,
  type CompatibilityVerdict,
  compatibility,
  SAFEGUARDS,
} from './compatibility.ts';

const context = (rest: Partial<CompatibilityContext> = {}): CompatibilityContext => ({
  basis: 'contract',
  origin: 'provided',
  categories: [],
  dataCategory: 'user.contact.email',
  decision: 'none',
  excludes: false,
  noticeMentions: false,
  expected: false,
  safeguards: [],
  declared: [],
  ...rest,
});

describe('compatibility', () => {
  it.each<[string, string, Partial<CompatibilityContext>, CompatibilityVerdict]>([
    ['essential.service', 'essential.service', {}, 'compatible'],
    ['essential.service', 'essential.service.notifications.email', {}, 'compatible'],
    [
      'marketing',
      'marketing.communications.email',
      { basis: 'consent', categories: ['health'] },
      'compatible',
    ],
    ['essential.service.notifications.email', 'marketing.communications.email', {}, 'incompatible'],
    ['essential.service', 'personalize.content.profiling', {}, 'incompatible'],
    ['essential.service', 'sales', {}, 'incompatible'],
    ['essential.service', 'third_party_sharing', {}, 'incompatible'],
    ['essential.service', 'third_party_sharing.legal_obligation', { noticeMentions: true }, 'assess'],
    ['essential.service', 'essential.fraud_detection', {}, 'assess'],
    [
      'essential.service',
      'essential.fraud_detection',
      { noticeMentions: true, safeguards: ['pseudonymised'] },
      'compatible',
    ],
    ['marketing.advertising.first_party.contextual', 'marketing.advertising.profiling', {}, 'incompatible'],
    [
      'marketing.advertising.first_party.contextual',
      'marketing.advertising.first_party.targeted',
      {},
      'incompatible',
    ],
    ['marketing.advertising.first_party', 'marketing.advertising.third_party.targeted', {}, 'incompatible'],
    ['essential.service.operations.support', 'personalize.system', {}, 'incompatible'],
    [
      'essential.service.operations.support',
      'functional.service.improve',
      { decision: 'notable' },
      'incompatible',
    ],
    ['essential.fraud_detection', 'marketing.communications.sms', {}, 'incompatible'],
    ['analytics', 'sales', {}, 'incompatible'],
    ['analytics.reporting', 'functional.service.improve', { decision: 'significant' }, 'incompatible'],
    [
      'analytics.reporting.campaign_insights',
      'analytics.reporting.ad_performance',
      { noticeMentions: true },
      'compatible',
    ],
    [
      'marketing.communications.email',
      'marketing.communications.sms',
      { noticeMentions: true },
      'compatible',
    ],
    ['marketing.communications.email', 'marketing.communications.sms', { basis: 'consent' }, 'incompatible'],
    ['functional.service', 'functional.service.improve', { categories: ['health'] }, 'compatible'],
    [
      'functional.service',
      'personalize.content.limited',
      { categories: ['health'], expected: true },
      'incompatible',
    ],
    [
      'functional.service',
      'personalize.content.limited',
      { categories: ['fin_distress'], expected: true },
      'incompatible',
    ],
    ['functional.service', 'personalize.content.limited', { expected: true }, 'assess'],
    ['functional.service', 'train_ai_system', { expected: true, safeguards: [...SAFEGUARDS] }, 'assess'],
    ['train_ai_system', 'train_ai_system', {}, 'compatible'],
    [
      'functional.service',
      'personalize.content',
      { origin: 'third-party', decision: 'significant' },
      'incompatible',
    ],
    ['essential.service', 'club', { declared: [{ key: 'club', under: 'marketing' }] }, 'incompatible'],
    ['club', 'club.letter', { declared: [{ key: 'club', under: 'marketing' }] }, 'compatible'],
  ])('%s → %s %j is %s', (collected, next, rest, expected) => {
    const answer = compatibility(collected, next, context(rest));
    expect(answer.verdict, answer.because).toBe(expected);
    expect(answer.because).not.toBe('');
  });

  it('takes the purpose that lets most through', () => {
    const best = bestCompatibility(
      ['essential.service', 'marketing'],
      'marketing.communications.email',
      context(),
    );
    expect(best).toMatchObject({ collected: 'marketing', verdict: 'compatible' });
    expect(bestCompatibility([], 'marketing', context())).toBeNull();
  });

  it('has barriers only between purposes that exist', () => {
    for (const { from, to, except = [] } of PURPOSE_BARRIERS)
      for (const key of [...from, ...to, ...except]) expect(Object.keys(DATA_USES)).toContain(key);
  });
});

describe('laws', () => {
  const purpose = fc.constantFrom(...Object.keys(DATA_USES));
  const category = fc.constantFrom(...(Object.keys(SENSITIVE_CATEGORIES) as SensitiveCategory[]));
  const contexts: fc.Arbitrary<CompatibilityContext> = fc.record({
    basis: fc.option(fc.constantFrom(...BASES)),
    origin: fc.option(fc.constantFrom(...ORIGINS)),
    categories: fc.array(category, { maxLength: 2 }),
    dataCategory: fc.option(fc.constantFrom(...Object.keys(DATA_CATEGORIES))),
    decision: fc.constantFrom('none', 'notable', 'significant'),
    excludes: fc.boolean(),
    noticeMentions: fc.boolean(),
    expected: fc.boolean(),
    safeguards: fc.subarray([...SAFEGUARDS]),
    declared: fc.constant([]),
  });
  const rank = (verdict: CompatibilityVerdict): number =>
    ['compatible', 'assess', 'incompatible'].indexOf(verdict);

  it('a narrower purpose is always compatible', () => {
    fc.assert(
      fc.property(purpose, purpose, contexts, (a, b, given) => {
        if (isPurposeUnder(b, a)) expect(compatibility(a, b, given).verdict).toBe('compatible');
      }),
    );
  });

  it('no safeguard takes a barrier away', () => {
    fc.assert(
      fc.property(purpose, purpose, contexts, (a, b, given) => {
        const bare = compatibility(a, b, { ...given, safeguards: [] });
        const safe = compatibility(a, b, { ...given, safeguards: [...SAFEGUARDS] });
        expect(rank(safe.verdict)).toBeLessThanOrEqual(rank(bare.verdict));
        if (bare.verdict !== 'compatible' && !bare.because.startsWith('the five factors'))
          expect(safe.verdict).toBe(bare.verdict);
      }),
    );
  });

  it('one more sensitive category never lowers the risk', () => {
    fc.assert(
      fc.property(purpose, purpose, contexts, category, (a, b, given, more) => {
        const before = compatibility(a, b, given);
        const after = compatibility(a, b, { ...given, categories: [...given.categories, more] });
        expect(after.risk).toBeGreaterThanOrEqual(before.risk);
        expect(rank(after.verdict)).toBeGreaterThanOrEqual(rank(before.verdict));
      }),
    );
  });

  it('evidence that people expect it never makes it worse, a graver decision never better', () => {
    fc.assert(
      fc.property(purpose, purpose, contexts, (a, b, given) => {
        const plain = compatibility(a, b, given);
        expect(rank(compatibility(a, b, { ...given, expected: true }).verdict)).toBeLessThanOrEqual(
          rank(plain.verdict),
        );
        const graver = compatibility(a, b, { ...given, decision: 'significant', excludes: true });
        expect(rank(graver.verdict)).toBeGreaterThanOrEqual(rank(plain.verdict));
      }),
    );
  });
});
