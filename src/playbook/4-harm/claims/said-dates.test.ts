import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Deadline, fitsDeadline } from './compare-deadline.ts';
import { saidDates } from './said-dates.ts';

/** A Friday. */
const NOW = new Date('2026-11-20T09:00:00Z');
const at = (written: string, zone: string | null = null): Deadline => ({
  end: new Date(written),
  written,
  zone,
});
const fits = (text: string, deadline: Deadline, moment: 'plan' | 'send' = 'plan'): boolean | null => {
  const said = saidDates(text);
  return said.length === 0 ? null : said.every((one) => fitsDeadline(one, deadline, NOW, moment));
};

describe('days as four languages say them', () => {
  it.each([
    ['ends 6 december', 'ends 7 december'],
    ['ends december 6th, 2026', 'ends december 6th, 2025'],
    ['ends on the 6th of december', 'ends on the 5th of december'],
    ['until 2026-12-06', 'until 2026-12-05'],
    ['until 12/06/2026', 'until 11/06/2026'],
    ['until 06/12/2026', 'until 06/11/2026'],
    ['until 6/12', 'until 6/11'],
    ['nur bis 6. dezember', 'nur bis 8. dezember'],
    ['bis zum 6.12.', 'bis zum 5.12.'],
    ['bis 06.12.2026', 'bis 06.11.2026'],
    ["jusqu'au 6 décembre", "jusqu'au 1er décembre"],
    ['hasta el 6 de diciembre', 'hasta el 7 de diciembre'],
    ['hasta el 6 de diciembre de 2026', 'hasta el 6 de diciembre de 2027'],
    ['ends sunday', 'ends saturday'],
    ['ends sunday at midnight pt', 'ends friday at midnight'],
    ['endet am sonntag', 'endet am montag'],
    ['se termine dimanche', 'se termine lundi'],
    ['termina el domingo', 'termina el martes'],
    ['this weekend only', 'monday only'],
    ['ends in 16 days', 'ends in 3 days'],
    ['only 16 days left', 'only 48 hours left'],
    ['noch 16 tage', 'noch 2 tage'],
  ])('%s fits 6 December, %s does not', (good, bad) => {
    const deadline = at('2026-12-06T23:59:00Z');
    expect(fits(good, deadline)).toBe(true);
    expect(fits(bad, deadline)).toBe(false);
  });

  it.each([
    ['ends tonight', '2026-11-20T22:59:00Z', true],
    ['ends tonight', '2026-11-21T07:59:00Z', true],
    ['ends tonight', '2026-11-21T22:59:00Z', false],
    ['endet heute', '2026-11-20T22:59:00Z', true],
    ["se termine aujourd'hui", '2026-11-22T22:59:00Z', false],
    ['ends tomorrow', '2026-11-21T22:59:00Z', true],
    ['endet morgen', '2026-11-21T22:59:00Z', true],
    ['mañana', '2026-11-22T22:59:00Z', false],
    ['ends at midnight', '2026-11-21T00:00:00Z', true],
    ['ends at midnight', '2026-11-23T00:00:00Z', false],
    ['in 48 hours', '2026-11-22T09:00:00Z', true],
    ['in 48 hours', '2026-11-25T09:00:00Z', false],
    ['for 3 hours only', '2026-11-20T12:00:00Z', true],
    ['for 3 hours only', '2026-11-20T18:00:00Z', false],
    ['ends in 30 minutes', '2026-11-20T09:45:00Z', true],
  ])('%s, read on 20 November, against %s: %s', (text, deadline, expected) =>
    expect(fits(text, at(deadline))).toBe(expected),
  );

  it('counts days in the zone of the deadline', () => {
    const pacific = '2026-12-07T07:59:00Z';
    expect(fits('ends 6 december', at(pacific))).toBe(true);
    expect(fits('ends 6 december', at(pacific, 'America/Los_Angeles'))).toBe(true);
    expect(fits('ends 7 december', at(pacific, 'America/Los_Angeles'))).toBe(false);
    expect(fits('ends 6 december', at('2026-12-06T23:59:00-08:00'))).toBe(true);
    expect(fits('ends 7 december', at('2026-12-06T23:59:00-08:00'))).toBe(false);
    expect(fits('ends 6 december', at('2026-12-07T00:00:00+01:00'))).toBe(true);
    expect(fits('ends 5 december', at('2026-12-06T23:59:00Z'))).toBe(false);
    expect(fits('ends 7 december', at('2026-12-06T23:59:00Z'))).toBe(false);
  });

  it('means the coming week when it is sent', () => {
    expect(fits('ends sunday', at('2026-12-06T23:59:00Z'), 'send')).toBe(false);
    expect(fits('ends sunday', at('2026-11-22T23:59:00Z'), 'send')).toBe(true);
  });

  it.each([
    'black friday deals',
    'guten morgen',
    'call us on 24/7',
    'the may collection',
    'size 12',
    '30. 2.',
    'delivery takes 3 days',
    'version 1.2.3',
    'last chance',
  ])('sees no day in: %s', (text) => expect(saidDates(text)).toEqual([]));

  it('finds every day of the calendar in every language, and only that day fits', () => {
    const day = fc.integer({ min: 0, max: 364 });
    fc.assert(
      fc.property(
        day,
        day,
        fc.constantFrom('en-GB', 'en-US', 'de-DE', 'fr-FR', 'es-ES'),
        (said, meant, locale) => {
          const date = (offset: number): Date => new Date(Date.UTC(2027, 0, 1 + offset, 20));
          const words = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long' })
            .format(date(said))
            .toLowerCase();
          expect(fits(words, at(date(meant).toISOString()))).toBe(said === meant);
        },
      ),
    );
  });

  it('takes linear time on hostile text', () => {
    const started = performance.now();
    for (const piece of ['1.', '12. ', 'until ', '6 ', 'only 3 ', 'sunday ', '1/'])
      saidDates(piece.repeat(20_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
