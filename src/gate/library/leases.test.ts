import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subjectNamed } from '../../playbook/6-control/testing/choices.ts';
import { Leases } from './leases.ts';

const MONDAY = { use: 'spring', channel: 'email', dispatch: 'monday' } as const;
const at = (seconds: number): Date => new Date(seconds * 1_000);
const refused = { code: 'contact-cap', retryAfter: null } as const;
const grant = fc.record({
  endsAt: fc.integer({ min: 1, max: 9 }),
  people: fc.uniqueArray(fc.record({ name: fc.nat(6), isRefused: fc.boolean() }), {
    selector: ({ name }) => name,
    maxLength: 7,
  }),
});

describe('allotments', () => {
  it('draw on what was set aside last for somebody, until its end, and for nobody else', () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 6 }), fc.nat(10), fc.nat(7), (grants, now, asked) => {
        const leases = new Leases();
        let expected = 'none';
        let isSetAside = false;
        for (const [number, { endsAt, people }] of grants.entries()) {
          leases.add(MONDAY, {
            lease: `lease-${number}`,
            endsAt: at(endsAt),
            people: people.map(({ name, isRefused }) => ({
              subject: subjectNamed(`p${name}`),
              refused: isRefused ? refused : null,
            })),
          });
          const own = people.find(({ name }) => name === asked);
          if (own === undefined || (own.isRefused && isSetAside)) continue;
          isSetAside = !own.isRefused;
          expected = endsAt <= now ? 'none' : own.isRefused ? 'refused' : `set-aside lease-${number}`;
        }
        const draw = leases.drawFor(MONDAY, subjectNamed(`p${asked}`), at(now));
        expect(draw.type === 'set-aside' ? `set-aside ${draw.lease}` : draw.type).toBe(expected);
        expect(
          leases.drawFor({ ...MONDAY, dispatch: 'friday' }, subjectNamed(`p${asked}`), at(now)).type,
        ).toBe('none');
        expect(leases.end(MONDAY)).toEqual(grants.map((_, number) => `lease-${number}`));
        expect(leases.drawFor(MONDAY, subjectNamed(`p${asked}`), at(now)).type).toBe('none');
      }),
    );
  });
});
