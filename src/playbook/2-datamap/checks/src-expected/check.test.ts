import { describe, expect, it } from 'vitest';
import type { DataMapField } from '../../../../check/facts/data-map.ts';
import { adviceOf, cardFact, dataMapField, run, somewhere } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (
  entry: Partial<DataMapField>,
  rest: { decides?: boolean; purpose?: string | undefined } = {},
) => {
  const field = dataMapField('crm.customers.churn_risk', {
    origin: 'inferred',
    notice: 'club-2026',
    ...entry,
  });
  const { purpose = 'marketing.communications.email' } = rest;
  return run(check, {
    card: cardFact(purpose === '' ? {} : { purpose }),
    usedFields: {
      used: [
        { name: field.name, entry: field, where: 'audience', decides: rest.decides ?? true, at: somewhere() },
      ],
    },
  });
};
const shown = (evidence: string, purpose = 'marketing') => ({ expected: [{ purpose, evidence }] });

describe('src-expected', () => {
  it.each<[string, ReturnType<typeof judge>, string[]]>([
    ['an inference that decides', judge({}), ['no-evidence']],
    ['a bought field', judge({ origin: 'third-party' }), ['no-evidence']],
    ['a field from public places', judge({ origin: 'public' }), ['no-evidence']],
    ['a survey', judge(shown('survey-2026-04')), []],
    ['a survey on another purpose', judge(shown('survey-2026-04', 'analytics')), ['no-evidence']],
    ['the notice of the field', judge(shown('club-2026')), ['notice-only']],
    ['a privacy policy', judge(shown('privacy policy 2026')), ['notice-only']],
    [
      'a notice and a survey',
      judge({
        expected: [
          { purpose: 'marketing', evidence: 'club-2026' },
          { purpose: 'marketing', evidence: 'why-page taps' },
        ],
      }),
      [],
    ],
    ['near miss: a notice test is evidence', judge(shown('notice test, May')), []],
    ['near miss: given by the person', judge({ origin: 'provided' }), []],
    ['near miss: it is only shown', judge({}, { decides: false }), []],
    ['near miss: it serves the person', judge({}, { purpose: 'essential.fraud_detection' }), []],
    ['near miss: no purpose, of which others speak', judge({}, { purpose: '' }), []],
  ])('%s', (_, ran, expected) => expect(adviceOf(ran)).toEqual(expected));

  it('leaves the last word to a person', () => {
    expect(check.decidedBy).toBe('person');
    expect(judge({}).found[0]).toMatchObject({ gravity: 'review', quote: 'crm.customers.churn_risk' });
  });

  it('cannot tell without the fields', () => expect(run(check, {}).status).toBe('not-assessed'));
});
