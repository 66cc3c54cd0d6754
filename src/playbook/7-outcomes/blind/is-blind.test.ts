import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../kernel/statistics/random.ts';
import { isBlind } from './is-blind.ts';

describe('a blind monitor', () => {
  it.each([
    ['nothing was sent', 0, 0.9, false],
    ['two sends are not told of yet', 2, 1, false],
    ['ten of which all should be told of', 10, 1, true],
    ['ten of which half should be told of', 10, 0.5, true],
    ['nine of which half should be told of', 9, 0.5, false],
    ['a hundred of which one in ten should be told of', 100, 0.1, true],
    ['sixty of which one in ten should be told of', 60, 0.1, false],
    ['a million, and nothing was ever told', 1_000_000, null, false],
    ['a million, and nothing ever comes', 1_000_000, 0, false],
  ])('%s', (_, contacts, toldShare, expected) => {
    expect(isBlind({ contacts, toldShare })).toBe(expected);
  });

  it('stays blind while more is sent', () => {
    fc.assert(
      fc.property(
        fc.nat(5_000),
        fc.nat(5_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (some, more, toldShare) => {
          if (isBlind({ contacts: some, toldShare }))
            expect(isBlind({ contacts: some + more, toldShare })).toBe(true);
        },
      ),
    );
  });

  it('is found by chance alone in one silence of a thousand at most', () => {
    const random = seededRandom(9);
    let [silences, blind] = [0, 0];
    let contacts = 0;
    for (let send = 0; send < 400_000; send += 1)
      if (random.next() < 0.3) {
        silences += 1;
        blind += isBlind({ contacts, toldShare: 0.3 }) ? 1 : 0;
        contacts = 0;
      } else contacts += 1;
    expect(silences).toBeGreaterThan(100_000);
    expect(blind / silences).toBeLessThanOrEqual(0.0012);
  });
});
