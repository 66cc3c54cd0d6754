import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SubjectKey } from '../../playbook/6-control/ledger/subject-key.ts';
import { DAY_MS, ENDS_EARLY, type LotPolicy, type LotRest, lotIntensities, lotRests } from './lot.ts';

/** The rests as the words of `lotRests` have it, draw by draw: whoever changed one would move rests that run. */
function inWords(
  key: string,
  subject: string,
  ground: string,
  policy: LotPolicy,
  between: { readonly from: number; readonly until: number },
): LotRest[] {
  return policy.restLengths.flatMap(({ days }, place) => {
    const length = days * DAY_MS;
    const mean = (2 * lotIntensities(policy)[place]!) / (1 - ENDS_EARLY / 2);
    if (!(length > 0 && mean > 0)) return [];
    const rests: LotRest[] = [];
    const last = Math.floor(between.until / (2 * length));
    for (let stretch = Math.floor((between.from - length) / (2 * length)); stretch <= last; stretch += 1) {
      const bytes = createHash('sha512')
        .update([key, subject, ground, days, stretch].join('\u0000'))
        .digest();
      const share = (one: number): number => bytes.readUInt32BE(one * 4) / 2 ** 32;
      let [count, chance] = [0, Math.exp(-mean)];
      for (let sum = chance; share(0) >= sum && count < 5; sum += chance) {
        count += 1;
        chance *= mean / count;
      }
      for (let one = 0; one < count; one += 1) {
        const start = (stretch + share(3 * one + 1)) * 2 * length;
        const lasts = share(3 * one + 2) < ENDS_EARLY ? 1 - share(3 * one + 3) : 1;
        rests.push({ days, start, end: start + lasts * length });
      }
    }
    return rests.filter(({ start, end }) => start <= between.until && end > between.from);
  });
}

describe('draws of rests', () => {
  it('are those of the keyed hash, bit for bit', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.string({ maxLength: 20 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.array(
          fc.record({ days: fc.integer({ min: 1, max: 400 }), weight: fc.integer({ min: 1, max: 9 }) }),
          { maxLength: 4 },
        ),
        fc.integer({ min: 0, max: 2e12 }),
        fc.integer({ min: 0, max: 90 }),
        (key, who, restShare, restLengths, from, days) => {
          const policy = { restShare, restLengths };
          const between = { from, until: from + days * DAY_MS };
          const rests = lotRests(key, who as SubjectKey, 'everything', policy, between);
          seen += rests.length;
          expect(rests).toEqual(inWords(key, who, 'everything', policy, between));
          expect(lotRests(key, who as SubjectKey, 'everything', policy, between)).toEqual(rests);
        },
      ),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
