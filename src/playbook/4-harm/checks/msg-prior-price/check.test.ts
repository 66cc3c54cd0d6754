import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../check/facts/claim.ts';
import { adviceOf, run, somewhere } from '../../../../check/testing/builders.ts';
import { claim, claimFacts } from '../../claims/testing/claims-fact.ts';
import check from './check.ts';

const said = (given: Partial<Claim>): Claim => claim({ topic: 'prior-price', ...given });

describe('msg-prior-price', () => {
  it.each<[string, Partial<Claim>, string[]]>([
    ['a claim that holds', {}, []],
    ['a claim that nothing binds', { state: 'unbound', binding: null }, ['unbound']],
    ['a claim that its fact contradicts', { state: 'contradicted' }, ['contradicted']],
    ['a fact of the owner of the use', { ownedByUse: true }, ['owned']],
    ['a contradicted claim of the owner', { state: 'contradicted', ownedByUse: true }, ['contradicted']],
    ['near miss: a claim of another topic', { topic: 'stock', state: 'contradicted' }, []],
  ])('%s', (_, given, expected) => expect(adviceOf(run(check, claimFacts([said(given)])))).toEqual(expected));

  it('blocks what is untrue, and sends what is unproven to a person', () => {
    const gravity = (given: Partial<Claim>) => run(check, claimFacts([said(given)])).found[0]?.gravity;
    expect(gravity({ state: 'contradicted' })).toBe('block');
    expect(gravity({ state: 'unbound' })).toBe('review');
    expect(gravity({ ownedByUse: true })).toBe('review');
  });

  it('cannot tell where the fact did not answer', () => {
    const ran = run(check, claimFacts([said({ state: 'unknown', because: 'facts were not asked' })]));
    expect(ran).toMatchObject({ status: 'not-assessed', found: [] });
    expect(ran.notAssessed).toMatchObject([
      { required: true, missing: [expect.stringContaining('facts were not asked')] },
    ]);
  });

  it('advises on an entry that no message says', () => {
    const entry = { index: 0, says: 'only {n} left', topic: 'prior-price', at: somewhere() } as const;
    expect(run(check, claimFacts([], { unused: [entry] })).found).toMatchObject([
      { advice: 'unused', gravity: 'advise', quote: 'only {n} left' },
    ]);
    expect(run(check, claimFacts([], { unused: [{ ...entry, topic: 'stock' }] })).status).toBe('clear');
  });

  it('is not assessed without claims', () => expect(run(check, {}).status).toBe('not-assessed'));
});
