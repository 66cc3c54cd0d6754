import { describe, expect, it } from 'vitest';
import type { RecordReference, UseCard } from '../../../../check/facts/card.ts';
import {
  adviceOf,
  audienceFact,
  audiencePart,
  audienceReading,
  cardFact,
  fieldUse,
  pathsFact,
  run,
} from '../../../../check/testing/builders.ts';
import check from './check.ts';

const passed = { ref: 'LIA-9', outcome: 'pass', approved: '2026-10-01', expires: '2027-10-01' } as const;
const judge = (
  lia: RecordReference | undefined,
  rest: {
    card?: Partial<UseCard>;
    fields?: ReturnType<typeof fieldUse>[];
    part?: 'segment' | 'exclude';
    asked?: string;
  } = {},
) =>
  run(check, {
    card: cardFact({
      basis: 'legitimate-interest',
      ...(lia === undefined ? {} : { records: { lia } }),
      ...rest.card,
    }),
    audience: audienceFact(audiencePart(rest.fields ?? [], { part: rest.part ?? 'segment' })),
    usedFields: { used: [] },
    paths: pathsFact(rest.asked === undefined ? {} : { askedFor: rest.asked }),
  });
const sick = fieldUse('crm.people.diagnosis', { sensitive: ['health'] });

describe('use-lia-complete', () => {
  it.each<[string, ReturnType<typeof judge>, string[]]>([
    ['a passed one', judge(passed), []],
    ['none', judge(undefined), ['missing']],
    ['a failed one', judge({ ...passed, outcome: 'fail' }), ['failed']],
    ['one that ended', judge({ ...passed, expires: '2026-11-19' }), ['expired']],
    ['near miss: one that ends today', judge({ ...passed, expires: '2026-11-20' }), []],
    ['a bare reference', judge('LIA-9'), ['unclear']],
    ['one under conditions', judge({ ...passed, outcome: 'conditional' }), ['conditional']],
    ['another basis', judge(undefined, { card: { basis: 'consent' } }), []],
    ['health data that decides', judge(passed, { fields: [sick] }), ['never-fits']],
    [
      'children who are picked',
      judge(passed, { fields: [fieldUse('crm.people.age', { sensitive: ['age_minor'] })] }),
      ['never-fits'],
    ],
    [
      'near miss: children who are left out',
      judge(passed, { fields: [fieldUse('crm.people.age', { sensitive: ['age_minor'] })], part: 'exclude' }),
      [],
    ],
    [
      'near miss: older people, who are no special data',
      judge(passed, { fields: [fieldUse('crm.people.age', { sensitive: ['age_older'] })] }),
      [],
    ],
    [
      'near miss: health data that is only sent along',
      judge(passed, { fields: [{ ...sick, role: 'output' }] }),
      [],
    ],
    ['a mission', judge(passed, { fields: [sick], asked: 'it is the mission' }), ['path-open']],
  ])('%s', (_, ran, expected) => expect(adviceOf(ran)).toEqual(expected));

  it('blocks what is missing, and asks about what is unclear', () => {
    expect(judge(undefined).found[0]?.gravity).toBe('block');
    expect(judge('LIA-9').found[0]).toMatchObject({
      gravity: 'review',
      what: expect.stringContaining('`outcome`, `approved`, `expires`'),
    });
    expect(judge(passed, { fields: [sick], asked: 'it is the mission' }).found[0]?.gravity).toBe('review');
  });

  it('cannot tell where the audience could not be read', () => {
    const ran = run(check, {
      card: cardFact({ basis: 'legitimate-interest', records: { lia: passed } }),
      audience: audienceFact(audiencePart([], { reading: audienceReading([], { assessed: false }) })),
      usedFields: { used: [] },
    });
    expect(ran.notAssessed[0]?.required).toBe(true);
  });
});
