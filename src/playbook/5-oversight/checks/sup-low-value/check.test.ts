import { describe, expect, it } from 'vitest';
import type { AudiencePart } from '../../../../check/facts/audience.ts';
import {
  adviceOf,
  audienceFact,
  audiencePart,
  audienceReading,
  cardFact,
  fieldUse,
  run,
} from '../../../../check/testing/builders.ts';
import type { UseKind } from '../../../../kernel/vocabulary.ts';
import check from './check.ts';

const judge = (kind: UseKind, ...parts: AudiencePart[]) =>
  run(check, { card: cardFact({ kind }), audience: audienceFact(...parts) });
const rule = (field: string) => audiencePart([fieldUse(field)], { part: 'rule', pointer: '/rules/0' });

describe('sup-low-value', () => {
  it.each<[string, UseKind, AudiencePart, string[]]>([
    [
      'a suppression by lifetime value',
      'suppression',
      rule('crm.customers.lifetime_value'),
      ['left-out-by-value'],
    ],
    [
      'a queue by cost to serve',
      'service-routing',
      rule('support.people.cost_to_serve'),
      ['left-out-by-value'],
    ],
    [
      'a campaign that excludes by value tier',
      'campaign',
      audiencePart([fieldUse('crm.customers.value_tier', { role: 'exclude' })]),
      ['left-out-by-value'],
    ],
    ['a campaign that includes by spend', 'campaign', audiencePart([fieldUse('crm.customers.ltv')]), []],
    ['a suppression of open disputes', 'suppression', rule('crm.disputes.closed_at'), []],
    [
      'value that is shown alone',
      'suppression',
      audiencePart([fieldUse('crm.customers.ltv', { role: 'output' })]),
      [],
    ],
    ['near miss: a margin of a page', 'suppression', rule('web.pages.margin_top'), []],
  ])('%s', (_, kind, part, expected) => expect(adviceOf(judge(kind, part))).toEqual(expected));

  it('cannot tell where a rule could not be read', () => {
    const part = { ...rule('x'), reading: audienceReading([], { assessed: false }) };
    expect(judge('suppression', part).notAssessed[0]?.required).toBe(true);
  });
});
