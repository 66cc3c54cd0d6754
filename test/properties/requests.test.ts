import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AskedRequest,
  foldRequest,
  isClosed,
  isProven,
  nextRequest,
  openDestinations,
} from '../../src/playbook/6-control/requests/asked-request.ts';
import { MOST_FAILED_PROOFS, PROOFS, proofMissing } from '../../src/playbook/6-control/requests/proof.ts';
import {
  clockOf,
  dueAt,
  extendedClockOf,
  urgencyOf,
} from '../../src/playbook/6-control/requests/request-clock.ts';
import {
  ACKNOWLEDGEMENTS,
  ANSWERS,
  REFUSAL_REASONS,
  type RequestEvent,
} from '../../src/playbook/6-control/requests/request-event.ts';
import { ACCESS_DETAILS, REQUEST_KINDS } from '../../src/playbook/6-control/requests/request-kind.ts';

const RUNS = { numRuns: 2_000 };
const START = Date.parse('2026-11-02T09:00:00Z');
const LAWS = ['eu', 'eu-de', 'uk', 'us-ca', 'us-co', 'us-tx', 'jp'] as const;

const anyKind = fc.constantFrom(...REQUEST_KINDS);
const anyLaw = fc.constantFrom(null, ...LAWS);
const anyMoment = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
const words = fc.constantFrom('We looked.', 'We looked.', 'We looked.', ' ');
const destination = fc.constantFrom('CRM', 'Mailer', 'Shop');

type Said = Record<string, unknown> & { readonly type: RequestEvent['type'] };
const said = (type: RequestEvent['type'], more: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record({ type: fc.constant(type), ...more }) as unknown as fc.Arbitrary<Said>;

/** Proofs, answers and opening again are tried often, so that courses go far. */
const anyStep = fc.oneof(
  { weight: 6, arbitrary: said('proven', { proof: fc.constantFrom(...PROOFS) }) },
  {
    weight: 6,
    arbitrary: said('answered', {
      outcome: fc.constantFrom(...ANSWERS),
      words: fc.oneof(words, fc.constant(null)),
    }),
  },
  { weight: 4, arbitrary: said('reopened', { words }) },
  {
    weight: 3,
    arbitrary: said('acknowledged', { destination, outcome: fc.constantFrom(...ACKNOWLEDGEMENTS) }),
  },
  {
    weight: 3,
    arbitrary: said('effected', { effect: fc.constantFrom('objected', 'erased'), choices: fc.nat(3) }),
  },
  {
    weight: 2,
    arbitrary: said('destinations-asked', {
      destinations: fc.array(destination, { maxLength: 2 }),
      dueAt: fc.constant('2026-12-01T00:00:00.000Z'),
    }),
  },
  said('proof-asked'),
  said('not-proven'),
  said('taken'),
  said('considered', { words, trainedAt: fc.constant(null) }),
  { weight: 3, arbitrary: said('extended', { words }) },
  said('refused', { reason: fc.constantFrom(...REFUSAL_REASONS), words }),
  said('withdrawn'),
);

/** What somebody tries in the course of a request, each some hours after the one before. */
const anyCourse = fc
  .record({
    opened: said('opened', {
      kind: anyKind,
      detail: fc.constantFrom(null, ...ACCESS_DETAILS),
      jurisdiction: anyLaw,
      proofs: fc.subarray([...PROOFS]),
      through: fc.constant('why-page'),
    }),
    steps: fc.array(fc.tuple(anyStep, fc.integer({ min: 1, max: 300 })), { minLength: 6, maxLength: 16 }),
  })
  .map(({ opened, steps }) => {
    let at = START;
    const events: object[] = [{ ...opened, at: new Date(at).toISOString(), by: null }];
    for (const [step, hours] of steps) {
      at += hours * 3_600_000;
      events.push({ ...step, at: new Date(at).toISOString(), by: 'person:cora' });
    }
    return events as unknown as readonly RequestEvent[];
  });

interface Stepped {
  readonly before: AskedRequest | null;
  readonly event: RequestEvent;
  readonly after: AskedRequest;
}

/** The steps that were taken; what does not follow is refused and left out. */
function taken(course: readonly RequestEvent[]): readonly Stepped[] {
  const steps: Stepped[] = [];
  let request: AskedRequest | null = null;
  for (const event of course) {
    const next = nextRequest(request === null ? null : Object.freeze(request), event);
    if (!next.ok) continue;
    steps.push({ before: request, event, after: next.value });
    request = next.value;
  }
  return steps;
}

const always = (law: (step: Stepped) => void): void =>
  fc.assert(
    fc.property(anyCourse, (course) => taken(course).forEach(law)),
    RUNS,
  );

describe('a request', () => {
  it('is the fold of the steps that were taken, and of nothing else', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const steps = taken(course);
        expect(foldRequest(steps.map(({ event }) => event))).toEqual({
          ok: true,
          value: steps.at(-1)!.after,
        });
      }),
      RUNS,
    );
  });

  it('that has ended takes no step but to be opened again', () => {
    let ended = 0;
    always(({ before, event }) => {
      if (before === null || !isClosed(before)) return;
      ended += 1;
      expect([event.type, before.state === 'withdrawn']).toEqual(['reopened', false]);
    });
    expect(ended).toBeGreaterThan(100);
  });

  it('has an end where it has ended, and there alone', () => {
    always(({ after, event }) => {
      expect(after.closedAt !== null).toBe(isClosed(after));
      expect(after.outcome !== null).toBe(after.state === 'answered' || after.state === 'refused');
      if (isClosed(after)) expect(after.closedAt).toBe(event.at);
    });
  });

  it('is answered only where it is proven who asks, every source has said what it did, and nobody is told less', () => {
    let answered = 0;
    always(({ after }) => {
      if (after.state !== 'answered') return;
      answered += 1;
      expect(isProven(after)).toBe(true);
      expect(openDestinations(after)).toEqual([]);
      if (after.outcome === 'done')
        expect(after.destinations.filter(({ outcome }) => outcome === 'kept')).toEqual([]);
      if (after.kind === 'erase' && after.outcome !== 'nothing-held')
        expect(after.effects).toContain('erased');
      if (after.kind === 'contest') expect(after.isConsidered).toBe(true);
      expect(['changed', 'upheld'].includes(String(after.outcome))).toBe(after.kind === 'contest');
    });
    expect(answered).toBeGreaterThan(100);
  });

  it('is erased or asked of sources only where it is proven who asks', () => {
    always(({ before, event }) => {
      const loses =
        event.type === 'destinations-asked' || (event.type === 'effected' && event.effect === 'erased');
      if (loses) expect(isProven(before!)).toBe(true);
    });
  });

  it('is never asked for more proof than its kind needs, and by failing nobody proves anything', () => {
    always(({ before, event, after }) => {
      if (event.type === 'proof-asked') expect(proofMissing(before!.needed, before!.proofs)).not.toEqual([]);
      if (event.type === 'not-proven') expect(after.proofs).toEqual(before!.proofs);
      expect(after.failedProofs).toBeLessThanOrEqual(MOST_FAILED_PROOFS);
      if (after.needed === 'none') expect(after.state).not.toBe('needs-proof');
    });
  });

  it('is extended once for each clock, inside its first time, and never beyond what the law lets', () => {
    let extended = 0;
    always(({ before, event, after }) => {
      const from = new Date(after.clockFrom);
      const first = dueAt(clockOf(after.kind, after.jurisdiction, from), from);
      const most = extendedClockOf(after.kind, after.jurisdiction, from);
      expect(after.dueAt).toEqual(after.isExtended ? dueAt(most!, from) : first);
      if (event.type !== 'extended') return;
      extended += 1;
      expect(before!.isExtended).toBe(false);
      expect(Date.parse(event.at)).toBeLessThanOrEqual(first.getTime());
      expect(after.dueAt.getTime()).toBeGreaterThan(before!.dueAt.getTime());
    });
    expect(extended).toBeGreaterThan(100);
  });

  it('tells a person of nothing without words', () => {
    always(({ event }) => {
      if ('words' in event && event.words !== null) expect(event.words.trim()).not.toBe('');
      if (event.type === 'refused' || event.type === 'extended' || event.type === 'reopened')
        expect(event.words).toBe('We looked.');
    });
  });
});

describe('a clock', () => {
  it('is never longer where it is not known whose law holds', () => {
    fc.assert(
      fc.property(anyKind, fc.constantFrom(...LAWS), anyMoment, (kind, law, from) => {
        expect(dueAt(clockOf(kind, null, from), from).getTime()).toBeLessThanOrEqual(
          dueAt(clockOf(kind, law, from), from).getTime(),
        );
        const unknown = extendedClockOf(kind, null, from);
        const known = extendedClockOf(kind, law, from);
        if (unknown !== null)
          expect(dueAt(unknown, from).getTime()).toBeLessThanOrEqual(
            known === null ? -Infinity : dueAt(known, from).getTime(),
          );
      }),
      RUNS,
    );
  });

  it('ends later the later it begins, and never before it began', () => {
    fc.assert(
      fc.property(anyKind, anyLaw, anyMoment, anyMoment, (kind, law, one, other) => {
        const [early, late] = one <= other ? [one, other] : [other, one];
        const end = (from: Date) => dueAt(clockOf(kind, law, from), from);
        expect(end(early).getTime()).toBeLessThanOrEqual(end(late).getTime());
        expect(end(early).getTime()).toBeGreaterThan(early.getTime());
      }),
      RUNS,
    );
  });

  it('that has run out does not come back as time goes on', () => {
    const order = ['in-time', 'due-soon', 'overdue'];
    fc.assert(
      fc.property(anyMoment, anyMoment, anyMoment, (due, one, other) => {
        const [early, late] = one <= other ? [one, other] : [other, one];
        expect(order.indexOf(urgencyOf(due, early))).toBeLessThanOrEqual(order.indexOf(urgencyOf(due, late)));
      }),
      RUNS,
    );
  });
});

describe('proof', () => {
  it('that is added never makes more missing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('none' as const, 'address' as const, 'address-and-second' as const),
        fc.subarray([...PROOFS]),
        fc.subarray([...PROOFS]),
        (needed, given, more) => {
          const before = proofMissing(needed, given);
          for (const missing of proofMissing(needed, [...given, ...more])) expect(before).toContain(missing);
        },
      ),
      RUNS,
    );
  });
});
