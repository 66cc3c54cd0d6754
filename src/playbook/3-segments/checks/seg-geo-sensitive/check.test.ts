import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../check/facts/index.ts';
import {
  adviceOf,
  audienceFact,
  audiencePart,
  audienceReading,
  cardFact,
  fieldUse,
  pathsFact,
  run,
} from '../../../../check/testing/builders.ts';
import { problem } from '../../../../kernel/problem.ts';
import check from './check.ts';

const unread = audienceFact(
  audiencePart([], {
    reading: audienceReading([], {
      assessed: false,
      problem: problem('segment.invalid', 'it cannot be parsed', 'Mend it'),
    }),
  }),
);

const visit = (values: string[]) => fieldUse('geo.visits.poi_name', { values });
const segment = (...fields: Parameters<typeof audiencePart>[0]) => audienceFact(audiencePart(fields));
const judge = (facts: Partial<Facts> = {}) =>
  run(check, { card: cardFact({ intent: 'sell' }), audience: audienceFact(), ...facts });

describe('seg-geo-sensitive', () => {
  it.each<[string, Partial<Facts>, string[]]>([
    ['a clinic', { audience: segment(visit(["'%clinic%'"])) }, ['visited']],
    ['a mosque, in German', { audience: segment(visit(["'Moschee'"])) }, ['visited']],
    [
      'a shelter in the name of a fence',
      { audience: segment(fieldUse('geo.womens_shelter_geofence')) },
      ['visited'],
    ],
    [
      'a union hall',
      { audience: segment(fieldUse('geo.places', { values: ["'union hall'"] })) },
      ['visited'],
    ],
    ['a school', { audience: segment(visit(["'primary school'"])) }, ['visited']],
    ['a shoe shop', { audience: segment(visit(["'Harbor Outfitters'"])) }, []],
    [
      'a clinic in a book title',
      { audience: segment(fieldUse('shop.orders.title', { values: ["'The Clinic'"] })) },
      [],
    ],
    [
      'a visit to a page',
      { audience: segment(fieldUse('web.sessions.clinic_site_visits', { values: ['3'] })) },
      [],
    ],
    [
      'a gambling site visited at night',
      { audience: segment(fieldUse('web.sessions.late_night_gambling_site_visits', { values: ['3'] })) },
      [],
    ],
    [
      'a fence that an app watches',
      { audience: segment(fieldUse('app.geofence_visits', { values: ["'clinic'"] })) },
      ['visited'],
    ],
    [
      'coordinates',
      { audience: segment(fieldUse('geo.pings.lat', { sensitive: ['precise_geo'] })) },
      ['coordinates'],
    ],
    [
      'visitors of a clinic left out',
      { audience: audienceFact(audiencePart([visit(["'clinic'"])], { part: 'exclude' })) },
      [],
    ],
    [
      'protective',
      { audience: segment(visit(["'clinic'"])), paths: pathsFact({ protective: 'recall' }) },
      ['on-path'],
    ],
  ])('%s', (_, facts, expected) => expect(adviceOf(judge(facts))).toEqual(expected));

  it('is not assessed where a definition cannot be read', () => {
    expect(judge({ audience: unread }).status).toBe('not-assessed');
  });
});
