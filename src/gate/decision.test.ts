import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, outcomeOf, type Reason, retryAfterOf } from './decision.ts';
import { deny, hold } from './reason.ts';
import { hoursAfter } from './testing/moments.ts';

const soon = hold('contact-cap', 'time', hoursAfter(1), 'triable');
const later = hold('contact-cap', 'time', hoursAfter(9), 'triable');
const never = hold('contact-cap', 'owner', null, 'triable');

describe('reasons in order', () => {
  it.each<[string, readonly Reason[], readonly Partial<Reason>[]]>([
    ['none', [], []],
    ['the strictest first', [soon, deny('said-no')], [{ code: 'said-no' }, { code: 'contact-cap' }]],
    ['then by code', [deny('said-no'), deny('no-consent')], [{ code: 'no-consent' }, { code: 'said-no' }]],
    ['of one code the longest wait', [soon, later], [{ retryAfter: hoursAfter(9) }]],
    ['of one code what time alone does not end', [never, later], [{ retryAfter: null, waitsFor: 'owner' }]],
    [
      'of one code what is firm, if any is',
      [later, hold('contact-cap', 'time', hoursAfter(1), 'firm')],
      [{ retryAfter: hoursAfter(9), isFirm: true }],
    ],
    [
      'of one code the stricter outcome',
      [hold('suppressed', 'time', hoursAfter(1)), deny('suppressed')],
      [{ outcome: 'deny' }],
    ],
  ])('%s', (_, reasons, expected) => {
    const ordered = inOrder(reasons);
    expect(ordered).toHaveLength(expected.length);
    expect(ordered).toMatchObject(expected);
  });

  it('come to the same from any order', () => {
    const all = [
      soon,
      later,
      never,
      deny('said-no'),
      deny('suppressed'),
      hold('suppressed', 'time', hoursAfter(2)),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all), fc.shuffledSubarray(all), (some, others) => {
        expect(inOrder([...some, ...others])).toEqual(inOrder([...others, ...some]));
        expect(inOrder([...inOrder(some), ...others])).toEqual(inOrder([...some, ...others]));
      }),
    );
  });
});

describe('when a held message may be asked about again', () => {
  it.each<[string, readonly Reason[], Date | null]>([
    ['never, as it is permitted', [], null],
    ['never, as it is denied', [deny('said-no'), soon], null],
    ['after the last hold', [soon, hold('quiet-hours', 'time', hoursAfter(4))], hoursAfter(4)],
    ['nobody knows, where one hold has no end', [soon, hold('use-stopped', 'reviewer', null)], null],
  ])('%s', (_, reasons, expected) =>
    expect(retryAfterOf({ decision: outcomeOf(reasons), reasons })).toEqual(expected),
  );
});
