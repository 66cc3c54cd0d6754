import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import {
  adviceOf,
  audienceFact,
  audiencePart,
  cardFact,
  fieldUse,
  run,
} from '../../../../check/testing/builders.ts';
import check from './check.ts';

// Tests judge at 2026-11-20T09:00:00Z.
const sick = fieldUse('crm.people.diagnosis', { sensitive: ['health'] });
const judge = (card: Partial<UseCard>, fields = [fieldUse('shop.orders.total')]) =>
  run(check, {
    card: cardFact(card),
    audience: audienceFact(audiencePart(fields)),
    usedFields: { used: [] },
  });

describe('use-expiry', () => {
  it.each<[string, Partial<UseCard>, ReturnType<typeof fieldUse>[] | undefined, string[]]>([
    ['no end', {}, undefined, ['no-end']],
    ['within a year', { expires: '2027-11-20' }, undefined, []],
    ['more than a year', { expires: '2027-11-22' }, undefined, ['too-long']],
    ['ended yesterday', { expires: '2026-11-19' }, undefined, ['ended']],
    ['near miss: ends today', { expires: '2026-11-20' }, undefined, []],
    ['ended an hour ago', { expires: '2026-11-20T08:00:00Z' }, undefined, ['ended']],
    ['sensitive data for a year', { expires: '2027-11-20' }, [sick], ['too-long']],
    ['sensitive data for a month', { expires: '2026-12-20' }, [sick], []],
    [
      'near miss: sensitive data that is only sent along',
      { expires: '2027-11-20' },
      [{ ...sick, role: 'output' }],
      [],
    ],
    [
      'a significant decision for a year',
      { expires: '2027-11-20', automation: { decision: 'significant' } },
      undefined,
      ['too-long'],
    ],
    ['a pricing rule for a year', { kind: 'pricing', expires: '2027-11-20' }, undefined, ['too-long']],
  ])('%s', (_, card, fields, expected) => expect(adviceOf(judge(card, fields))).toEqual(expected));

  it('advises, and asks to look at what has ended', () => {
    expect(judge({}).found[0]?.gravity).toBe('advise');
    expect(judge({ expires: '2026-11-19' }).found[0]?.gravity).toBe('review');
    expect(judge({ expires: '2027-11-20' }, [sick]).found[0]?.what).toContain(
      '90 is the limit here, as sensitive data decides',
    );
  });

  it('cannot tell without the audience', () => {
    expect(run(check, { card: cardFact() }).notAssessed[0]?.missing).toEqual(['audience', 'usedFields']);
  });
});
