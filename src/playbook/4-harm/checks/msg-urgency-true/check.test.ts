import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../check/facts/claim.ts';
import { known } from '../../../../check/facts/index.ts';
import { runCheck } from '../../../../check/run.ts';
import { adviceOf, cardFact, NOW, run } from '../../../../check/testing/builders.ts';
import { testClaimCheck } from '../../claims/testing/claim-check.ts';
import { claim, claimFacts } from '../../claims/testing/claims-fact.ts';
import check from './check.ts';

const said = (given: Partial<Claim>): Claim => claim({ topic: 'deadline', ...given });

describe('msg-urgency-true', () => {
  testClaimCheck(check, 'deadline', 'stock');

  it.each<[string, Partial<Claim>, string[]]>([
    ['a deadline that is over', { state: 'passed' }, ['passed']],
    ['a deadline that moved', { state: 'moved' }, ['moved']],
  ])('%s', (_, given, expected) => expect(adviceOf(run(check, claimFacts([said(given)])))).toEqual(expected));

  it('shows the history of a deadline that moved', () => {
    const history = [{ value: '2026-11-29T23:59:00Z', where: 'facts.yaml at 0123456789 of 2026-11-01' }];
    const outcome = runCheck(check, {
      kind: 'campaign',
      facts: Object.fromEntries(
        Object.entries({ card: cardFact(), ...claimFacts([said({ state: 'moved', history })]) }).map(
          ([name, value]) => [name, known(value)],
        ),
      ),
      jurisdictions: ['eu'],
      now: NOW,
    });
    expect(outcome?.findings[0]?.evidence).toMatchObject([
      { type: 'text', quote: 'ends Sunday' },
      { type: 'field', pointer: '/claims/0', value: 'sale-end' },
      { type: 'path', hops: ['2026-11-29T23:59:00Z (facts.yaml at 0123456789 of 2026-11-01)'] },
    ]);
  });

  it('cannot tell whether a deadline moved where no history is read, and does not require it', () => {
    const facts = claimFacts([said({ offer: 'SPRING26' })], { historyRead: false });
    expect(run(check, facts).notAssessed).toMatchObject([
      { required: false, missing: ['history of deadlines'] },
    ]);
    expect(
      run(check, claimFacts([said({ state: 'unbound', binding: null })], { historyRead: false })).notAssessed,
    ).toEqual([]);
  });
});
