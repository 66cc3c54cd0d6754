import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (terms: UseCard['terms']) => run(check, { card: cardFact({ kind: 'offer', terms }) });

describe('ctl-cancel-parity', () => {
  it.each<[string, UseCard['terms'], string[]]>([
    ['renews without an exit', { price: '9 EUR', renews: 'monthly' }, ['no-exit']],
    ['leave by letter', { renews: 'monthly', cancel: 'registered letter' }, ['hard-exit']],
    ['leave by a call', { renews: 'yearly', cancel: 'call our hotline' }, ['hard-exit']],
    ['leave by one click', { renews: 'monthly', cancel: 'one click in the account' }, []],
    ['leave by click or call', { renews: 'monthly', cancel: 'in the app or by phone' }, []],
    ['sold once', { price: '49 EUR' }, []],
    ['near miss: never renews', { price: '49 EUR', renews: 'never' }, []],
    ['no terms', undefined, []],
  ])('%s', (_, terms, expected) => expect(adviceOf(judge(terms))).toEqual(expected));
});
