import { describe, expect, it } from 'vitest';
import type { EssentialReason } from '../../playbook/5-oversight/clearances/statement.ts';
import { decide } from '../decide.ts';
import type { PersonFacts } from '../person-facts.ts';
import type { ToldFacts } from '../question.ts';
import { answer } from '../testing/answers.ts';
import { essentialUse, hoursAfter, moment, person, sending, use } from '../testing/moments.ts';
import { useOfClearance } from '../use-state.ts';

const NIGHT = hoursAfter(12); // 00:00 in Berlin, 18:00 in New York
const at = (now: Date) => ({ now, use: use({ asOf: now }) });
const inNewYork = { zones: ['America/New_York'], places: ['us-ny'] };
const who = (over: Partial<PersonFacts> = {}): PersonFacts => person({ asOf: NIGHT, ...over });

describe('quiet hours of a promotion', () => {
  it.each<[string, 'sms' | 'email' | 'push', Partial<PersonFacts>, ToldFacts, string]>([
    ['a text at night', 'sms', {}, {}, 'hold quiet-hours'],
    ['a push at night', 'push', {}, {}, 'hold quiet-hours'],
    ['a letter at night', 'email', {}, {}, 'permit'],
    ['a text where it is evening', 'sms', inNewYork, {}, 'permit'],
    [
      'a text to somebody who may be in either',
      'sms',
      { zones: ['America/New_York', 'Europe/Berlin'] },
      {},
      'hold quiet-hours',
    ],
    ['a zone that is told comes on top', 'sms', inNewYork, { timeZone: 'Europe/Berlin' }, 'hold quiet-hours'],
    ['and takes nothing away', 'sms', {}, { timeZone: 'America/New_York' }, 'hold quiet-hours'],
    [
      'nor from the zones of a place',
      'sms',
      { zones: [] },
      { timeZone: 'America/New_York' },
      'hold quiet-hours',
    ],
    [
      'a zone that is told and does not exist',
      'sms',
      inNewYork,
      { timeZone: 'Atlantis' },
      'deny place-unknown',
    ],
    [
      'a zone that is known and does not exist',
      'sms',
      { ...inNewYork, zones: ['Atlantis'] },
      {},
      'hold quiet-hours',
    ],
    ['no zone: all zones of the place', 'sms', { ...inNewYork, zones: [] }, {}, 'permit'],
    [
      'no zone and no state: the shortest hours of any',
      'sms',
      { zones: [], places: ['us'] },
      {},
      'hold quiet-hours',
    ],
    [
      'no zone, and a place on the other side of the world',
      'sms',
      { zones: [], places: ['us', 'eu-de'] },
      {},
      'hold quiet-hours',
    ],
    ['nothing known', 'sms', { zones: [], places: [] }, {}, 'deny place-unknown'],
  ])('%s', (_, channel, over, told, expected) =>
    expect(answer({ ...at(NIGHT), person: who(over), sending: sending({ channel, told }) })).toBe(expected),
  );

  it('tell when asking again can help', () => {
    const said = decide(moment({ ...at(NIGHT), person: who(), sending: sending({ channel: 'sms' }) }));
    expect(said.reasons[0]?.retryAfter?.toISOString()).toBe('2026-11-25T07:00:00.000Z');
  });
});

describe('an essential text', () => {
  const late = hoursAfter(16); // 22:00 in New York
  const essential = (reason: EssentialReason) => essentialUse({ asOf: late }, { essential: reason });
  it.each<[EssentialReason, Partial<PersonFacts>, string]>([
    ['service', inNewYork, 'hold quiet-hours'],
    ['legal-notice', inNewYork, 'hold quiet-hours'],
    ['safety', inNewYork, 'permit'],
    ['security', inNewYork, 'permit'],
    // No law sets hours there; ours are not law.
    ['service', {}, 'permit'],
  ])('for %s keeps the hours that law sets', (reason, over, expected) =>
    expect(
      answer({ now: late, use: essential(reason), person: who(over), sending: sending({ channel: 'sms' }) }),
    ).toBe(expected),
  );

  it.each<[ToldFacts, string]>([
    [{}, 'permit'],
    [{ jurisdiction: 'us-ny', timeZone: 'America/New_York' }, 'hold quiet-hours'],
    [{ jurisdiction: 'us-ny' }, 'hold quiet-hours'],
    [{ jurisdiction: 'us-ny', timeZone: 'Atlantis' }, 'hold quiet-hours'],
    [{ jurisdiction: 'eu-de', timeZone: 'Europe/Berlin' }, 'permit'],
  ])('when no store answers rests on what is told: %j', (told, expected) =>
    expect(
      answer({
        now: late,
        use: useOfClearance(essential('service').clearance!),
        person: null,
        sending: sending({ channel: 'sms', told }),
      }),
    ).toBe(expected),
  );
});
