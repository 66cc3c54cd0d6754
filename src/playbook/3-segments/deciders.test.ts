import { describe, expect, it } from 'vitest';
import type { AudiencePart } from '../../check/facts/audience.ts';
import type { UseCard } from '../../check/facts/card.ts';
import {
  audienceFact,
  audiencePart,
  cardFact,
  dataMapFact,
  dataMapField,
  fieldUse,
  somewhere,
} from '../../check/testing/builders.ts';
import { decidersOf } from './deciders.ts';

const late = fieldUse('crm.accounts.days_past_due', { sensitive: ['fin_distress'] });
const effects = (card: Partial<UseCard>, ...parts: readonly AudiencePart[]) =>
  decidersOf({ card: cardFact(card), audience: audienceFact(...parts), dataMap: dataMapFact() }).map(
    ({ effect }) => effect,
  );

describe('what a deciding field does to people', () => {
  it.each<[string, Partial<UseCard>, AudiencePart, string[]]>([
    ['chosen by a segment', {}, audiencePart([late]), ['reaches']],
    ['ranked', {}, audiencePart([{ ...late, role: 'rank' }]), ['reaches']],
    ['anti-joined', {}, audiencePart([{ ...late, role: 'exclude' }]), ['spares']],
    ['chosen where it is false', {}, audiencePart([{ ...late, values: ['false'] }]), ['spares']],
    [
      'left out where it is false',
      {},
      audiencePart([{ ...late, role: 'exclude', values: ['0'] }]),
      ['reaches'],
    ],
    ['chosen by an exclusion', {}, audiencePart([late], { part: 'exclude' }), ['spares']],
    ['chosen by a suppression list', { kind: 'suppression' }, audiencePart([late]), ['spares']],
    ['chosen for a price', { kind: 'pricing' }, audiencePart([late]), ['judges']],
    [
      'a suppression rule',
      { rules: [{ name: 'quiet', sql: 'a.sql', type: 'suppression' }] },
      audiencePart([late], { part: 'rule', pointer: '/rules/0' }),
      ['spares'],
    ],
    [
      'an eligibility rule',
      { rules: [{ name: 'who', sql: 'a.sql', type: 'eligibility' }] },
      audiencePart([late], { part: 'rule', pointer: '/rules/0' }),
      ['judges'],
    ],
    ['only shown', {}, audiencePart([{ ...late, role: 'output' }]), []],
  ])('%s', (_, card, part, expected) => expect(effects(card, part)).toEqual(expected));

  it('stands once for each field and effect, with all its places', () => {
    const [decider, ...rest] = decidersOf({
      card: cardFact(),
      audience: audienceFact(audiencePart([late, { ...late, role: 'join', path: ['arrears'] }])),
      dataMap: dataMapFact(),
    });
    expect(rest).toEqual([]);
    expect(decider!.uses).toHaveLength(2);
    expect(decider!.evidence.map(({ type }) => type)).toEqual(['field', 'field', 'path']);
  });

  it('adds what the data map declares, sees and takes for a stand-in', () => {
    const entry = dataMapField('crm.people.x', {
      declaredSensitive: ['health'],
      seenSensitive: ['disability'],
      proxyFor: ['age_older'],
    });
    const [decider] = decidersOf({
      card: cardFact(),
      audience: audienceFact(audiencePart([fieldUse('CRM.People.X')])),
      dataMap: dataMapFact([entry]),
    });
    expect(decider).toMatchObject({ sensitive: ['health', 'disability'], proxyFor: ['age_older'], entry });
  });

  it('takes in the features of a score', () => {
    const feature = {
      name: 'zip3',
      field: null,
      sensitive: [],
      proxyFor: ['race_ethnicity' as const],
      at: somewhere(),
    };
    const models = {
      models: [{ score: { name: 's' }, pointer: '/scores/0', type: null, features: [feature] }],
    };
    const facts = { card: cardFact(), audience: audienceFact(), dataMap: dataMapFact(), models };
    expect(decidersOf(facts)).toMatchObject([{ name: 'zip3', effect: 'judges', uses: [] }]);
  });
});
