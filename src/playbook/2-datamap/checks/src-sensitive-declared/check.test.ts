import { describe, expect, it } from 'vitest';
import type { DataMapField } from '../../../../check/facts/data-map.ts';
import { adviceOf, dataMapFact, dataMapField, run, somewhere } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const faith = dataMapField('crm.customers.faith', {
  declaredSensitive: ['religion_belief'],
  seenSensitive: ['religion_belief'],
});
const judge = (entry: Partial<DataMapField>, others: DataMapField[] = [faith]) => {
  const field = dataMapField('crm.customers.x', entry);
  return run(check, {
    dataMap: dataMapFact([...others, field]),
    usedFields: {
      used: [{ name: field.name, entry: field, where: 'audience', decides: true, at: somewhere() }],
    },
  });
};

describe('src-sensitive-declared', () => {
  it.each<[string, ReturnType<typeof judge>, string[]]>([
    ['nothing sensitive', judge({}), []],
    ['declared', judge({ declaredSensitive: ['health'], seenSensitive: ['health'] }), []],
    ['near miss: declared, and not to be seen', judge({ declaredSensitive: ['health'] }), []],
    ['seen and not declared', judge({ seenSensitive: ['health'] }), ['by-name']],
    [
      'near miss: a key of a sensitive table',
      judge({ category: 'user.unique_id', seenSensitive: ['religion_belief'] }),
      [],
    ],
    [
      'declared as something else',
      judge({ declaredSensitive: ['emotion'], seenSensitive: ['health'] }),
      ['by-name'],
    ],
    [
      'computed from a sensitive field',
      judge({ derivedFrom: ['crm.customers.faith'], seenSensitive: ['religion_belief'] }),
      ['by-origin'],
    ],
    [
      'computed from another, and sensitive by its own name',
      judge({ derivedFrom: ['crm.customers.faith'], seenSensitive: ['health'] }),
      ['by-name'],
    ],
  ])('%s', (_, ran, expected) => expect(adviceOf(ran)).toEqual(expected));

  it('names the code to write', () => {
    const [found] = judge({ seenSensitive: ['fin_distress'] }).found;
    expect(found?.instead).toContain('`sensitive: [fin_distress]`');
    expect(found).toMatchObject({ gravity: 'review', quote: 'crm.customers.x' });
  });

  it('cannot tell without the fields', () => expect(run(check, {}).status).toBe('not-assessed'));
});
