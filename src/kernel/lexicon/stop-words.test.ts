import { describe, expect, it } from 'vitest';
import { readStop } from './stop-words.ts';

describe('readStop', () => {
  it.each([
    'STOP',
    'stop.',
    ' Stop! ',
    'QUIT',
    'end',
    'revoke',
    'opt out',
    'Opt-Out',
    'cancel',
    'unsubscribe',
    'ＳＴＯＰ',
    'please stop texting me',
    'Do not contact me again',
    'remove me from this list',
    "don't text this number",
    'Leave me alone!',
    'no more texts',
    'Abmelden',
    'arrêt',
    'BAJA',
    'plus de sms svp',
    'Keine Werbung mehr!',
  ])('takes “%s” for a revocation', (text) => {
    expect(readStop(text)).toBe('stop');
  });

  it.each(['When does the sale end?', 'Can I cancel order 12?'])('lets a person read “%s”', (text) => {
    expect(readStop(text)).toBe('maybe');
  });

  it.each(['yes', 'Thanks, see you at the shop', '', '12', 'Is the blue one in stock?'])(
    'takes “%s” for none',
    (text) => {
      expect(readStop(text)).toBe('none');
    },
  );

  it('answers a long letter in time, and leaves it to a person', () => {
    expect(readStop('stop '.repeat(200_000))).toBe('maybe');
  });
});
