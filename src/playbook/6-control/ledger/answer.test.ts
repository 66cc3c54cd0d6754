import { describe, expect, it } from 'vitest';
import { EVENT, question } from '../testing/choices.ts';
import { answerTo } from './answer.ts';
import type { ChoiceEvent } from './choice-event.ts';
import { foldChoices } from './choice-state.ts';

const NOW = new Date('2026-11-24T00:00:00Z');
const EMAIL = { purpose: 'marketing.communications.email', channel: 'email', topic: null } as const;
const SMS = { purpose: 'marketing.communications.sms', channel: 'sms', topic: null } as const;
const ALL = { purpose: null, channel: null, topic: null };
const MARKETING = { purpose: 'marketing', channel: null, topic: null };
const PROFILING = { purpose: 'personalize.content.profiling', channel: 'web', topic: null } as const;

const on = (
  day: number,
  kind: ChoiceEvent['kind'],
  scope: ChoiceEvent['scope'],
  over: Partial<ChoiceEvent> = {},
) => ({
  ...EVENT,
  id: `${kind}-${day}`,
  kind,
  scope,
  at: new Date(Date.UTC(2026, 10, day)).toISOString(),
  ...over,
});
const said = (events: readonly ChoiceEvent[], over: Parameters<typeof question>[0] = {}) => {
  const { permitted, because } = answerTo(foldChoices(events), question(over), NOW);
  return [permitted, because];
};

describe('an answer', () => {
  it.each<[string, readonly ChoiceEvent[], Parameters<typeof question>[0], readonly [boolean, string]]>([
    ['nothing is known', [], {}, [false, 'unknown']],
    ['nothing is known and nothing needed', [], { needsConsent: false }, [true, 'not-needed']],
    ['they agreed', [on(1, 'given', EMAIL)], {}, [true, 'given']],
    [
      'they agreed to more than is planned',
      [on(1, 'given', { ...EMAIL, purpose: 'marketing.communications' })],
      {},
      [true, 'given'],
    ],
    [
      'they agreed to less than is planned',
      [on(1, 'given', EMAIL)],
      { purpose: 'marketing' },
      [false, 'unknown'],
    ],
    ['they agreed to another channel', [on(1, 'given', SMS)], {}, [false, 'unknown']],
    ['they withdrew', [on(1, 'given', EMAIL), on(2, 'withdrawn', EMAIL)], {}, [false, 'withdrawn']],
    [
      'they withdrew at the very moment',
      [on(1, 'given', EMAIL), on(1, 'withdrawn', EMAIL)],
      {},
      [false, 'withdrawn'],
    ],
    [
      'they came back',
      [on(1, 'given', EMAIL), on(2, 'withdrawn', EMAIL), on(3, 'given', EMAIL)],
      {},
      [true, 'given'],
    ],
    ['the withdrawal came late', [on(3, 'given', EMAIL), on(2, 'withdrawn', EMAIL)], {}, [true, 'given']],
    [
      'all is off, and one thing on again',
      [on(1, 'objected', ALL), on(2, 'given', EMAIL)],
      {},
      [true, 'given'],
    ],
    [
      'all is off, and another thing on again',
      [on(1, 'objected', ALL), on(2, 'given', SMS)],
      {},
      [false, 'objected'],
    ],
    [
      'they refused one thing and agreed to all',
      [on(1, 'refused', { ...EMAIL, topic: 'shoes' }), on(2, 'given', EMAIL)],
      { topics: ['shoes'] },
      [false, 'refused'],
    ],
    [
      'they refused another topic',
      [on(1, 'refused', { ...EMAIL, topic: 'shoes' }), on(2, 'given', EMAIL)],
      { topics: ['coats'] },
      [true, 'given'],
    ],
    [
      'one of two topics is refused',
      [on(1, 'refused', { ...EMAIL, topic: 'shoes' }), on(2, 'given', EMAIL)],
      { topics: ['coats', 'shoes'] },
      [false, 'refused'],
    ],
    [
      'an objection to marketing covers its profiling',
      [on(1, 'given', PROFILING), on(2, 'objected', MARKETING)],
      PROFILING,
      [false, 'objected'],
    ],
    [
      'a withdrawal covers what it names alone',
      [on(1, 'given', PROFILING), on(2, 'withdrawn', MARKETING)],
      PROFILING,
      [true, 'given'],
    ],
    [
      'a consent to mail lifts no objection to profiling',
      [on(1, 'objected', MARKETING), on(2, 'given', EMAIL)],
      PROFILING,
      [false, 'objected'],
    ],
    [
      'a consent to profiling does',
      [on(1, 'objected', MARKETING), on(2, 'given', PROFILING)],
      PROFILING,
      [true, 'given'],
    ],
    ['a double opt-in was asked for', [on(1, 'opt-in-requested', EMAIL)], {}, [false, 'unknown']],
    [
      'a double opt-in was confirmed',
      [
        on(1, 'opt-in-requested', EMAIL),
        on(2, 'opt-in-confirmed', EMAIL, { confirms: 'opt-in-requested-1' }),
      ],
      {},
      [true, 'given'],
    ],
    ['a confirmation answers nothing', [on(2, 'opt-in-confirmed', EMAIL)], {}, [false, 'unknown']],
    [
      'a consent has run out',
      [on(1, 'given', EMAIL, { validUntil: '2026-11-24T00:00:00.000Z' })],
      {},
      [false, 'lapsed'],
    ],
    ['a consent was ended', [on(1, 'given', EMAIL), on(2, 'lapsed', EMAIL)], {}, [false, 'lapsed']],
    [
      'an ended consent is no objection',
      [on(1, 'given', EMAIL), on(2, 'lapsed', EMAIL)],
      { needsConsent: false },
      [true, 'not-needed'],
    ],
    [
      'a consent that has run out lifts nothing',
      [on(1, 'objected', ALL), on(2, 'given', EMAIL, { validUntil: '2026-11-23T00:00:00.000Z' })],
      {},
      [false, 'objected'],
    ],
    [
      'they pause',
      [on(1, 'given', EMAIL), on(2, 'paused', ALL, { pausedUntil: '2026-12-01T00:00:00.000Z' })],
      {},
      [false, 'paused'],
    ],
    [
      'a pause is over',
      [on(1, 'given', EMAIL), on(2, 'paused', ALL, { pausedUntil: '2026-11-20T00:00:00.000Z' })],
      {},
      [true, 'given'],
    ],
    [
      'a pause was ended',
      [
        on(1, 'given', EMAIL),
        on(2, 'paused', ALL, { pausedUntil: '2026-12-01T00:00:00.000Z' }),
        on(3, 'paused', ALL, { pausedUntil: '2026-11-03T00:00:00.000Z' }),
      ],
      {},
      [true, 'given'],
    ],
    [
      'they are spared a theme',
      [on(1, 'given', EMAIL), on(2, 'theme-spared', ALL, { theme: 'blinded' })],
      { themes: ['blinded'] },
      [false, 'theme-spared'],
    ],
    [
      'they are spared another theme',
      [on(1, 'given', EMAIL), on(2, 'theme-spared', ALL, { theme: 'blinded' })],
      { themes: ['other'] },
      [true, 'given'],
    ],
    [
      'a theme is welcome again',
      [
        on(1, 'given', EMAIL),
        on(2, 'theme-spared', ALL, { theme: 'blinded' }),
        on(3, 'theme-welcome', ALL, { theme: 'blinded' }),
      ],
      { themes: ['blinded'] },
      [true, 'given'],
    ],
    ['another system only claims that they agreed', [on(1, 'claimed', EMAIL)], {}, [false, 'unknown']],
    [
      'a no to a part stands against the whole',
      [on(1, 'objected', EMAIL)],
      { purpose: 'marketing', needsConsent: false },
      [false, 'objected'],
    ],
  ])('where %s', (_, events, over, expected) => {
    expect(said(events, over)).toEqual(expected);
  });

  it('of a pause says until when', () => {
    const events = [on(2, 'paused', ALL, { pausedUntil: '2026-12-01T00:00:00.000Z' })];
    expect(answerTo(foldChoices(events), question(), NOW)).toMatchObject({
      event: 'paused-2',
      until: new Date('2026-12-01T00:00:00Z'),
    });
  });
});
