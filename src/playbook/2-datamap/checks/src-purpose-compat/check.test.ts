import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { DataMapField } from '../../../../check/facts/data-map.ts';
import type { UsedField } from '../../../../check/facts/field-use.ts';
import {
  adviceOf,
  audienceFact,
  audiencePart,
  cardFact,
  dataMapField,
  fieldUse,
  pathsFact,
  run,
  somewhere,
} from '../../../../check/testing/builders.ts';
import check from './check.ts';

const place = somewhere('uses/test/segment.sql');
const mail: Partial<UseCard> = { purpose: 'marketing.communications.email', basis: 'legitimate-interest' };
const used = (entry: Partial<DataMapField>, where: UsedField['where'] = 'audience'): UsedField => ({
  name: 'crm.customers.x',
  entry: dataMapField('crm.customers.x', { basis: 'contract', ...entry }),
  where,
  decides: where === 'audience',
  at: place,
});
const judge = (
  card: Partial<UseCard>,
  field: UsedField,
  audience = audienceFact(audiencePart([fieldUse('crm.customers.x', { at: place })])),
) => run(check, { card: cardFact(card), audience, usedFields: { used: [field] } });
const excluded = audienceFact(audiencePart([fieldUse('crm.customers.x', { role: 'exclude', at: place })]));
const sufficient = { ref: 'LIA-9', outcome: 'pass', expires: '2027-10-01' } as const;

const denied = audienceFact(audiencePart([fieldUse('crm.customers.x', { values: ['false'], at: place })]));

describe('src-purpose-compat', () => {
  it.each<[string, ReturnType<typeof judge>, string[]]>([
    [
      'the purpose of the collection',
      judge(mail, used({ collectedFor: ['marketing.communications.email'] })),
      [],
    ],
    ['a narrower one', judge(mail, used({ collectedFor: ['marketing'] })), []],
    [
      'service data for marketing',
      judge(mail, used({ collectedFor: ['essential.service'] })),
      ['incompatible'],
    ],
    [
      'one of several purposes fits',
      judge(mail, used({ collectedFor: ['essential.service', 'marketing'] })),
      [],
    ],
    [
      'a field that a message shows',
      judge(mail, used({ collectedFor: ['essential.service'] }, 'message'), audienceFact()),
      ['incompatible'],
    ],
    [
      'a consent on the card alone',
      judge({ ...mail, basis: 'consent' }, used({ collectedFor: ['essential.service'] })),
      ['consent-to-prove'],
    ],
    [
      'a consent that the data map refers to',
      judge({ ...mail, basis: 'consent' }, used({ collectedFor: ['essential.service'], consent: 'C-7' })),
      ['consent-to-prove'],
    ],
    [
      'a near purpose',
      judge(
        { ...mail, purpose: 'functional.service.improve' },
        used({ collectedFor: ['functional.storage'] }),
      ),
      ['to-assess'],
    ],
    [
      'a near purpose, assessed',
      judge(
        { purpose: 'functional.service.improve', records: { lia: sufficient } },
        used({ collectedFor: ['functional.storage'] }),
      ),
      [],
    ],
    [
      'near miss: an assessment that ended',
      judge(
        { purpose: 'functional.service.improve', records: { lia: { ...sufficient, expires: '2026-11-01' } } },
        used({ collectedFor: ['functional.storage'] }),
      ),
      ['to-assess'],
    ],
    [
      'an assessment takes no barrier away',
      judge({ ...mail, records: { lia: sufficient } }, used({ collectedFor: ['essential.service'] })),
      ['incompatible'],
    ],
    [
      'evidence that people expect it',
      judge(
        { purpose: 'functional.service.improve' },
        used({
          collectedFor: ['functional.storage'],
          expected: [{ purpose: 'functional', evidence: 'survey' }],
        }),
      ),
      [],
    ],
    [
      'near miss: support data that spares people',
      judge(mail, used({ collectedFor: ['essential.service.operations.support'] }), excluded),
      [],
    ],
    [
      'support data that picks people',
      judge(mail, used({ collectedFor: ['essential.service.operations.support'] })),
      ['incompatible'],
    ],
    [
      'near miss: those without a complaint',
      judge(mail, used({ collectedFor: ['essential.service.operations.support'] }), denied),
      [],
    ],
    [
      'sensitive data and a consent that the data map refers to',
      judge(
        { ...mail, basis: 'consent' },
        used({ collectedFor: ['essential.service'], declaredSensitive: ['fin_distress'], consent: 'C-7' }),
      ),
      ['consent-to-prove'],
    ],
    [
      'sensitive data and a consent on the card alone',
      judge(
        { ...mail, basis: 'consent' },
        used({ collectedFor: ['essential.service'], declaredSensitive: ['fin_distress'] }),
      ),
      ['incompatible'],
    ],
    [
      'near miss: a key that joins tables',
      judge(mail, used({ collectedFor: ['essential.service'], category: 'user.unique_id' })),
      [],
    ],
    [
      'health data for anything else',
      judge(
        { purpose: 'functional.service.improve' },
        used({ collectedFor: ['functional.storage'], seenSensitive: ['health'] }),
      ),
      ['incompatible'],
    ],
  ])('%s', (_, ran, expected) => expect(adviceOf(ran)).toEqual(expected));

  it.each<[string, Parameters<typeof pathsFact>[0], string[], string[]]>([
    ['owed', { owed: 'a duty' }, ['path-open'], []],
    ['protective', { protective: 'it helps' }, ['path-open'], ['to-assess']],
    ['asked for', { askedFor: 'a mission' }, ['path-open'], ['to-assess']],
  ])('asks instead of blocking where it is %s', (_, open, barred, near) => {
    const judgeOn = (purpose: string, collected: string) => {
      const field = used({ collectedFor: [collected] });
      const facts = { audience: audienceFact(), usedFields: { used: [field] }, paths: pathsFact(open) };
      return run(check, { card: cardFact({ ...mail, purpose }), ...facts });
    };
    const ran = judgeOn('marketing.communications.email', 'essential.service');
    expect(adviceOf(ran)).toEqual(barred);
    expect(ran.found[0]?.gravity).toBe('review');
    expect(adviceOf(judgeOn('functional.service.improve', 'functional.storage'))).toEqual(near);
  });

  it('minds a field that spares people in one place and is shown to them in another', () => {
    const support = used({ collectedFor: ['essential.service.operations.support'] });
    const elsewhere = { ...support, at: somewhere('uses/test/message.txt'), decides: false };
    const judgeAll = (...fields: UsedField[]) =>
      adviceOf(run(check, { card: cardFact(mail), audience: excluded, usedFields: { used: fields } }));
    expect(judgeAll(support, { ...elsewhere, where: 'declared' })).toEqual([]);
    expect(
      judgeAll({ ...elsewhere, where: 'declared' }, support, { ...elsewhere, where: 'message' }),
    ).toEqual(['incompatible']);
  });

  it('says which purposes do not fit, and why', () => {
    const [found] = judge(mail, used({ collectedFor: ['essential.service'] })).found;
    expect(found).toMatchObject({ gravity: 'block', quote: 'crm.customers.x' });
    expect(found?.what).toContain(
      'collected for `essential.service` and is used for `marketing.communications.email`',
    );
  });

  it('cannot tell without a purpose on either side', () => {
    expect(judge({}, used({ collectedFor: ['marketing'] })).notAssessed[0]?.missing).toEqual([
      'the purpose of the use',
    ]);
    expect(judge(mail, used({})).notAssessed[0]?.missing).toEqual([
      'what `crm.customers.x` was collected for',
    ]);
  });
});
