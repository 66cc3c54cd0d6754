import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localTime } from './local-time.ts';
import { quietUntil, rowsFor } from './quiet-until.ts';
import { openOn, QUIET_HOURS } from './table.ts';
import { zonesOfPlace } from './zones-of-place.ts';

const until = (
  places: readonly string[],
  zones: readonly string[],
  at: string,
  channel: 'sms' | 'phone' = 'sms',
) => {
  const said = quietUntil(rowsFor(places, channel), zones, new Date(at));
  return said instanceof Date ? said.toISOString() : said;
};

describe('quiet hours', () => {
  it.each<[string, string[], string[], string, string | null]>([
    ['open at noon', ['us-ny'], ['America/New_York'], '2026-11-24T17:00:00Z', null],
    ['open at the first minute', ['us-ny'], ['America/New_York'], '2026-11-24T13:00:00Z', null],
    [
      'quiet at the last',
      ['us-ny'],
      ['America/New_York'],
      '2026-11-25T02:00:00Z',
      '2026-11-25T13:00:00.000Z',
    ],
    [
      'shorter by the state',
      ['us-fl'],
      ['America/New_York'],
      '2026-11-25T01:00:00Z',
      '2026-11-25T13:00:00.000Z',
    ],
    [
      'later on a Sunday in Texas',
      ['us-tx'],
      ['America/Chicago'],
      '2026-11-22T16:00:00Z',
      '2026-11-22T18:00:00.000Z',
    ],
    [
      'the hours that two zones share',
      ['us'],
      ['America/New_York', 'America/Los_Angeles'],
      '2026-11-24T14:00:00Z',
      '2026-11-24T17:00:00.000Z',
    ],
    [
      'across the night on which clocks go forward',
      ['us-ny'],
      ['America/New_York'],
      '2026-03-08T02:30:00Z',
      '2026-03-08T12:00:00.000Z',
    ],
    [
      'across the night on which clocks go back',
      ['us-ny'],
      ['America/New_York'],
      '2026-11-01T02:30:00Z',
      '2026-11-01T13:00:00.000Z',
    ],
    [
      'where half an hour makes the zone',
      ['in'],
      ['Asia/Kolkata'],
      '2026-11-24T02:29:00Z',
      '2026-11-24T02:30:00.000Z',
    ],
  ])('%s', (_, places, zones, at, expected) => expect(until(places, zones, at)).toBe(expected));

  it.each([
    ['lunch', '2026-11-24T12:30:00Z', '2026-11-24T13:00:00.000Z'],
    ['the week-end', '2026-11-28T11:00:00Z', '2026-11-30T09:00:00.000Z'],
  ])('no calls in France at %s', (_, at, expected) =>
    expect(until(['eu-fr'], ['Europe/Paris'], at, 'phone')).toBe(expected),
  );

  it('hold all parts of a place that is known in part only', () => {
    const codes = (places: string[]) => rowsFor(places, 'sms').map(({ jurisdiction }) => jurisdiction);
    expect(codes(['us-ca'])).toEqual([null, 'us']);
    expect(codes(['us'])).toEqual([
      null,
      'us',
      'us-ct',
      'us-fl',
      'us-md',
      'us-ms',
      'us-nj',
      'us-ok',
      'us-tx',
      'us-ri',
    ]);
  });

  it('never end where a zone does not exist, or no hour is shared', () => {
    expect(until(['us-ny'], ['Atlantis/Capital'], '2026-11-24T17:00:00Z')).toBe('never');
    const all = zonesOfPlace('us').concat(zonesOfPlace('jp'), zonesOfPlace('eu'), zonesOfPlace('in'));
    expect(until(['us'], all, '2026-11-24T17:00:00Z')).toBe('never');
  });
});

describe('the end of quiet hours', () => {
  const ZONES = [
    'America/New_York',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Europe/Berlin',
    'Pacific/Apia',
    'Asia/Kolkata',
  ];
  const world = fc.record({
    zones: fc.uniqueArray(fc.constantFrom(...ZONES), { minLength: 1, maxLength: 3 }),
    places: fc.constantFrom(['us-tx'], ['us-ri', 'us-ct'], ['eu-fr'], ['us']),
    channel: fc.constantFrom('sms' as const, 'phone' as const),
    // Over years in which clocks change on either side of the world.
    minutes: fc.nat(3 * 366 * 1440),
  });

  // Slow and plain: minute by minute, by the words of the table.
  const isOpen = (rows: ReturnType<typeof rowsFor>, zones: readonly string[], time: number): boolean =>
    zones.every((zone) => {
      const parts = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        weekday: 'short',
        hour: 'numeric',
        minute: 'numeric',
        hourCycle: 'h23',
      }).formatToParts(time);
      const part = (name: string) => parts.find(({ type }) => type === name)?.value;
      const weekday = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(part('weekday')!);
      const minute = Number(part('hour')) * 60 + Number(part('minute'));
      return rows.every((row) => openOn(row, weekday).some(([from, to]) => minute >= from && minute < to));
    });

  it('is the first quarter of an hour at which it is open everywhere', () => {
    fc.assert(
      fc.property(world, ({ zones, places, channel, minutes }) => {
        const rows = rowsFor(places, channel);
        const start = Date.parse('2025-06-01T00:00:00Z') + Math.floor(minutes / 15) * 15 * 60_000;
        const said = quietUntil(rows, zones, new Date(start));
        if (said === null) return isOpen(rows, zones, start);
        const end = said === 'never' ? start + 3 * 86_400_000 : said.getTime();
        for (let time = start; time < end; time += 15 * 60_000) if (isOpen(rows, zones, time)) return false;
        return said === 'never' || isOpen(rows, zones, end);
      }),
      { numRuns: 60 },
    );
  });
});

describe('local time', () => {
  it.each([
    ['America/New_York', '2026-03-08T06:59:00Z', 119, '2026-03-08T07:00:00Z', 180],
    ['America/New_York', '2026-11-01T05:59:00Z', 119, '2026-11-01T06:00:00Z', 60],
    ['Australia/Lord_Howe', '2026-04-04T14:59:00Z', 119, '2026-04-04T15:00:00Z', 90],
  ])('of %s is right to the minute where clocks change', (zone, before, last, after, first) => {
    expect(localTime(zone, Date.parse(before))?.minute).toBe(last);
    expect(localTime(zone, Date.parse(after))?.minute).toBe(first);
  });

  it('is that of Intl, whatever was asked before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'),
        fc.nat(3 * 366 * 1440),
        (zone, minutes) => {
          const time = Date.parse('2025-06-01T00:00:00Z') + minutes * 60_000;
          const text = new Intl.DateTimeFormat('en-GB', {
            timeZone: zone,
            hour: '2-digit',
            minute: '2-digit',
            hourCycle: 'h23',
          }).format(time);
          const { minute } = localTime(zone, time)!;
          expect(
            `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
          ).toBe(text);
        },
      ),
    );
  });

  it.each(['', 'Atlantis/Capital', 'Europe/Berlin\u0000', 'x'.repeat(10_000)])(
    'of no zone is none: %j',
    (zone) => expect(localTime(zone, 0)).toBeNull(),
  );
});

describe('the table', () => {
  it('tells of every row whether its source was read', () => {
    for (const { kind, source, verifiedOn } of QUIET_HOURS) {
      expect(source.length).toBeGreaterThan(3);
      if (verifiedOn !== null) expect(kind).toBe('law');
    }
  });

  it.each(['us-ca', 'us-tx', 'us', 'eu-fr', 'eu', 'uk', 'jp'])('knows zones of %s', (place) =>
    expect(zonesOfPlace(place).length).toBeGreaterThan(0),
  );
  it.each(['', 'xx', 'us-zz', 'eu-', '../..', 'zz'])('knows none of %j', (place) =>
    expect(zonesOfPlace(place)).toEqual([]),
  );
});
