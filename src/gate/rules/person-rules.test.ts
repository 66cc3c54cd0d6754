import { describe, expect, it } from 'vitest';
import type { PersonFacts, Suppression } from '../person-facts.ts';
import type { ToldFacts } from '../question.ts';
import { answer } from '../testing/answers.ts';
import { hoursAfter, NOON, person, sending, use } from '../testing/moments.ts';
import type { UseState } from '../use-state.ts';

const EVERYTHING = { purpose: null, channel: null, topic: null };
const row = (over: Partial<Suppression> = {}): Suppression => ({
  list: 'unpaid-orders',
  scope: EVERYTHING,
  until: hoursAfter(1),
  isProtected: false,
  ...over,
});

describe('a suppression list', () => {
  it.each<[string, readonly Suppression[] | null, string]>([
    ['in force', [row()], 'hold suppressed'],
    ['that has ended', [row({ until: NOON })], 'permit'],
    ['whose end is no time', [row({ until: new Date('soon') })], 'hold suppressed'],
    ['of another channel', [row({ scope: { ...EVERYTHING, channel: 'sms' } })], 'permit'],
    ['of a no, which never ends', [row({ until: null })], 'deny suppressed'],
    ['that would tell something', [row({ isProtected: true })], 'hold protected'],
    ['that cannot be read', null, 'deny suppression-unknown'],
  ])('%s', (_, suppressions, expected) =>
    expect(answer({ person: person({ suppressions }) })).toBe(expected),
  );
});

describe('a suppression list of marketing, where something is personalised', () => {
  it.each([
    ['stops it where it stands for a no', null, 'deny suppressed'],
    ['stops marketing alone where it does not', hoursAfter(1), 'permit'],
  ])('%s', (_, until, expected) => {
    const scope = { ...EVERYTHING, purpose: 'marketing' };
    const state = use({ purpose: 'personalize.content.limited', basis: 'contract' });
    expect(answer({ use: state, person: person({ suppressions: [row({ scope, until })] }) })).toBe(expected);
  });
});

describe('age', () => {
  it.each<[UseState['adultsOnly'], PersonFacts['age'], string]>([
    [true, 'adult', 'permit'],
    [true, 'unknown', 'deny age-unknown'],
    [false, 'unknown', 'permit'],
  ])('for adults only: %s, and the person is: %s', (adultsOnly, age, expected) =>
    expect(answer({ use: use({ adultsOnly }), person: person({ age }) })).toBe(expected),
  );
});

describe('the place', () => {
  it.each<[string, readonly string[], readonly string[], ToldFacts, string]>([
    ['is cleared', ['eu'], ['eu-de'], {}, 'permit'],
    ['is another state', ['us-ca'], ['us-tx'], {}, 'deny place-not-cleared'],
    ['is a country of which only one state is cleared', ['us-ca'], ['us'], {}, 'deny place-not-cleared'],
    ['may be one of two, both cleared', ['eu', 'us'], ['eu-de', 'us-ny'], {}, 'permit'],
    ['may be one of two, one cleared', ['eu'], ['eu-de', 'us-ny'], {}, 'deny place-not-cleared'],
    ['is not known', ['eu'], [], {}, 'deny place-unknown'],
    ['is told, and known by nobody', ['eu'], [], { jurisdiction: 'eu-de' }, 'deny place-unknown'],
    ['is told to be elsewhere', ['eu'], ['eu-de'], { jurisdiction: 'jp' }, 'deny place-not-cleared'],
    ['is told to be nowhere', ['eu'], ['eu-de'], { jurisdiction: 'atlantis' }, 'deny place-unknown'],
  ])('%s', (_, jurisdictions, places, told, expected) =>
    expect(
      answer({ use: use({ jurisdictions }), person: person({ places }), sending: sending({ told }) }),
    ).toBe(expected),
  );
});
