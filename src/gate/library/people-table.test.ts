import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerAcross, answerTo } from '../../playbook/6-control/ledger/answer.ts';
import { type ChoiceState, keyOf } from '../../playbook/6-control/ledger/choice-state.ts';
import { question, subjectNamed } from '../../playbook/6-control/testing/choices.ts';
import { type KnownPerson, knownPerson } from '../known-person.ts';
import type { PersonFacts } from '../person-facts.ts';
import { PeopleTable } from './people-table.ts';
import { SubjectTable } from './subject-table.ts';

const NOW = 1_000;
const at = fc.integer({ min: 0, max: 2 * NOW });
const end = fc.option(at);
const purpose = fc.constantFrom(null, 'marketing', 'marketing.communications.email', 'personalize');
const channel = fc.constantFrom(null, 'email', 'sms');
const state = fc
  .array(
    fc.tuple(
      fc.constantFrom('yes', 'objected', 'withdrawn', 'paused', 'lapsed'),
      purpose,
      channel,
      fc.tuple(at, end),
    ),
    { maxLength: 5 },
  )
  .map((entries) =>
    Object.fromEntries(
      entries.map(([slot, aPurpose, aChannel, times]) => [
        keyOf(
          slot as Parameters<typeof keyOf>[0],
          { purpose: aPurpose, channel: aChannel as 'email' | null, topic: null },
          null,
        ),
        times,
      ]),
    ),
  );
const person: fc.Arbitrary<KnownPerson> = fc.record({
  subject: fc.constantFrom(...Array.from({ length: 12 }, (_, index) => subjectNamed(`p${index}`))),
  choices: fc.option(fc.array(state, { maxLength: 2 }), { freq: 8 }),
  rests: fc.option(
    fc.array(fc.tuple(fc.constantFrom(null, 'spring'), purpose, channel, at), { maxLength: 2 }),
    {
      freq: 8,
    },
  ),
  suppressions: fc.option(
    fc.array(fc.tuple(fc.constant('debt'), purpose, channel, fc.constant(null), end, fc.boolean()), {
      maxLength: 2,
    }),
    { freq: 8 },
  ),
  rhythm: fc.constantFrom('any' as const, 'weekly' as const, null),
  age: fc.constantFrom('adult' as const, 'unknown' as const),
  zones: fc.constantFrom([], ['Europe/Berlin']),
  places: fc.constantFrom([], ['eu-de'], ['eu-de', 'us-ca']),
});

/** What a known person comes to where nothing is made small. */
const plain = ({ choices, rests, suppressions }: KnownPerson) => ({
  states:
    choices?.map(
      (one): ChoiceState =>
        Object.fromEntries(
          Object.entries(one).map(([key, [since, until]]) => [key, { at: since, until, id: '' }]),
        ),
    ) ?? null,
  rests: rests?.map(([use, aPurpose, aChannel, until]) => ({
    use,
    scope: { purpose: aPurpose, channel: aChannel },
    until: new Date(until),
  })),
  suppressions: suppressions?.map(([list, aPurpose, aChannel, topic, until, isProtected]) => ({
    list,
    scope: { purpose: aPurpose, channel: aChannel, topic },
    until: until === null ? null : new Date(until),
    isProtected,
  })),
});

const saidBy = (states: readonly ChoiceState[] | null) =>
  states === null ? null : answerAcross(states.map((one) => answerTo(one, question(), new Date(NOW))));

describe('the table of people', () => {
  it('answers as what was last told of each person does, in however little memory it is kept', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 60 }), (told) => {
        const table = new PeopleTable(3);
        for (const one of told) table.set(one);
        const last = new Map(told.map((one) => [one.subject, one]));
        expect(table.size).toBe(last.size);
        for (const [subject, one] of last) {
          const expected = plain(one);
          const facts = table.factsOf(subject as PersonFacts['subject'], new Date(NOW));
          expect(facts).toMatchObject({
            subject,
            rhythm: one.rhythm,
            age: one.age,
            zones: one.zones,
            places: one.places,
          });
          expect(facts.rests).toEqual(expected.rests ?? null);
          expect(facts.suppressions).toEqual(expected.suppressions ?? null);
          expect(saidBy(facts.choices?.map(({ state: kept }) => kept) ?? null)).toEqual(
            saidBy(expected.states),
          );
        }
      }),
    );
  });

  it('keeps ends apart through many changes, in room that does not grow for ever', () => {
    const table = new PeopleTable();
    const told = (name: string, until: number | null): KnownPerson => ({
      ...knownPerson(table.factsOf(subjectNamed(name), new Date(0))),
      choices: [{ 'yes|marketing|email||': [0, until] }],
    });
    for (let round = 0; round < 3_000; round += 1) {
      table.set(told('ann', round % 2 === 0 ? null : round));
      table.set(told('lee', round));
    }
    const until = (name: string) =>
      table.factsOf(subjectNamed(name), new Date(0)).choices?.[0]?.state['yes|marketing|email||']?.until;
    expect([until('ann'), until('lee')]).toEqual([2_999, 2_999]);
    expect(table.bytes).toBeLessThan(100_000);
  });

  it('says of whoever is not known that they never said anything', () => {
    const facts = new PeopleTable().factsOf(subjectNamed('nobody'), new Date(NOW));
    expect(facts).toMatchObject({
      choices: [],
      rests: [],
      suppressions: [],
      age: 'unknown',
      zones: [],
      places: [],
    });
  });
});

describe('the table of keys', () => {
  it('gives each key a row of its own and finds it again', () => {
    const table = new SubjectTable();
    const keys = Array.from({ length: 5_000 }, (_, index) => subjectNamed(`k${index}`));
    expect(keys.map((key) => table.rowFor(key))).toEqual(keys.map((_, index) => index));
    expect(keys.map((key) => table.rowOf(key))).toEqual(keys.map((_, index) => index));
    expect(table.rowOf(subjectNamed('other'))).toBe(-1);
    expect(table.size).toBe(5_000);
  });

  it('tells keys apart that differ in one of their first 128 bits', () => {
    const key = subjectNamed('ann');
    for (let place = 8; place < 8 + 21; place += 1) {
      const table = new SubjectTable();
      table.rowFor(key);
      const other = key.slice(0, place) + (key[place] === 'A' ? 'B' : 'A') + key.slice(place + 1);
      expect(table.rowOf(other), `character ${place}`).toBe(-1);
    }
  });
});
