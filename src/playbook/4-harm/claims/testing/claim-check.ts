import { expect, it } from 'vitest';
import type { Check } from '../../../../check/define.ts';
import type { Claim } from '../../../../check/facts/claim.ts';
import { adviceOf, run, somewhere } from '../../../../check/testing/builders.ts';
import { claim, claimFacts } from './claims-fact.ts';

/** What every check of true claims owes, for claims of its `topic` and of another one that it leaves alone. */
export function testClaimCheck(check: Check, topic: Claim['topic'], otherTopic: Claim['topic']): void {
  const said = (given: Partial<Claim>): Claim => claim({ topic, ...given });

  it.each<[string, Partial<Claim>, string[]]>([
    ['a claim that holds', {}, []],
    ['a claim that nothing binds', { state: 'unbound', binding: null }, ['unbound']],
    ['a claim that its fact contradicts', { state: 'contradicted' }, ['contradicted']],
    ['a fact of the owner of the use', { ownedByUse: true }, ['owned']],
    ['a contradicted claim of the owner', { state: 'contradicted', ownedByUse: true }, ['contradicted']],
    ['near miss: a claim of another topic', { topic: otherTopic, state: 'contradicted' }, []],
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
    const entry = { index: 0, says: 'only {n} left', topic, at: somewhere() } as const;
    expect(run(check, claimFacts([], { unused: [entry] })).found).toMatchObject([
      { advice: 'unused', gravity: 'advise', quote: 'only {n} left' },
    ]);
    expect(run(check, claimFacts([], { unused: [{ ...entry, topic: otherTopic }] })).status).toBe('clear');
  });

  it('cannot tell in a language without measured rules', () =>
    expect(run(check, claimFacts([], { unmeasured: ['nl'] })).notAssessed).toMatchObject([
      { required: false, missing: ['uses/test/message.txt: language “nl”'] },
    ]));

  it('is not assessed without claims', () => expect(run(check, {}).status).toBe('not-assessed'));
}
