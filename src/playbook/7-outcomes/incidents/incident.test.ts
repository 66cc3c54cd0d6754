import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clocksOf, nextDue } from './clocks.ts';
import { type Incident, missingToClose, toTell, unproven, wasTold } from './incident.ts';
import { type IncidentEvent, NOTICES, REMEDIES, TOLD } from './incident-event.ts';
import { foldIncident, nextIncident } from './next-incident.ts';

const START = Date.parse('2026-11-20T09:00:00Z');
const HOUR_MS = 3_600_000;
const hour = (hours: number): string => new Date(START + hours * HOUR_MS).toISOString();
const bea = 'person:bea';

const opened: IncidentEvent = {
  type: 'opened',
  at: hour(0),
  by: null,
  kind: 'alarm',
  cause: 'complaints',
  words: null,
  evidence: [{ of: 'alarm', id: 'alarm_1' }],
  recurs: null,
};
type Said<E = IncidentEvent> = E extends IncidentEvent ? Omit<E, 'at' | 'by'> : never;
const said = (hours: number, event: Said): IncidentEvent =>
  ({ ...event, at: hour(hours), by: bea }) as IncidentEvent;

const cause = said(1, { type: 'cause-found', words: 'the list was bought' });
const noBreach = said(1, { type: 'notice-decided', notice: 'no-breach', reason: 'nobody else saw data' });
const apology = said(2, { type: 'remedy-decided', remedies: ['apology'], reason: 'they were annoyed' });
const proven = said(3, {
  type: 'remedy-proven',
  remedy: 'apology',
  proof: { kind: 'text', value: 'letter of 21 November to all' },
  doneOn: hour(0),
});
const guard = said(3, { type: 'guard-named', guard: 'check', name: 'src-origin', followUp: null });
const closing = said(4, { type: 'closed' });
const WHOLE = [opened, cause, noBreach, apology, proven, guard, closing];

const codeOf = (events: readonly IncidentEvent[]): string => {
  const folded = foldIncident(events);
  return folded.ok ? folded.value.state : folded.problem.code;
};

describe('an incident', () => {
  it('is closed where everything is on record', () => {
    expect(codeOf(WHOLE)).toBe('closed');
    expect(codeOf(WHOLE.slice(0, 4))).toBe('remedying');
    expect(codeOf(WHOLE.slice(0, 3))).toBe('open');
  });

  it.each([
    ['cause', 1],
    ['decision on notice', 2],
    ['remedy', 3],
    ['proof', 4],
    ['guard', 5],
  ])('is not closed without its %s', (_, left) => {
    const events = WHOLE.filter((__, place) => place !== left && (left !== 3 || place !== 4));
    expect(codeOf(events)).toBe('incident.not-closable');
  });

  it('needs no proof of a remedy that is none, and needs its reason', () => {
    const none = said(2, {
      type: 'remedy-decided',
      remedies: [],
      reason: 'the three were asked, and want none',
    });
    expect(codeOf([opened, cause, noBreach, none, guard, closing])).toBe('closed');
    expect(codeOf([opened, { ...none, reason: ' ' } as IncidentEvent])).toBe('incident.incomplete');
  });

  it.each<[string, Said, string]>([
    ['a proof of another remedy', { ...proven, remedy: 'refund' } as Said, 'incident.wrong-state'],
    [
      'a proof that is blank',
      { ...proven, proof: { kind: 'text', value: ' ' } } as Said,
      'incident.incomplete',
    ],
    [
      'a link that is none',
      { ...proven, proof: { kind: 'link', value: 'ftp://x' } } as Said,
      'incident.incomplete',
    ],
    [
      'a hash that is none',
      { ...proven, proof: { kind: 'hash', value: 'sha256:1' } } as Said,
      'incident.incomplete',
    ],
    ['a proof of tomorrow', { ...proven, doneOn: hour(99) } as Said, 'incident.incomplete'],
    [
      'a guard without a name',
      { type: 'guard-named', guard: 'rule', name: ' ', followUp: null },
      'incident.incomplete',
    ],
    [
      'no guard and no follow-up',
      { type: 'guard-named', guard: 'none-yet', name: null, followUp: null },
      'incident.incomplete',
    ],
    ['a later knowledge', { type: 'known-since', since: hour(1) }, 'incident.incomplete'],
    [
      'notice nobody decided',
      { type: 'told', whom: 'people', on: hour(2), reference: 'x', lateBecause: null },
      'incident.wrong-state',
    ],
    ['a second opening', { ...opened } as Said, 'incident.wrong-state'],
  ])('refuses %s', (_, event, code) => {
    expect(codeOf([opened, noBreach, apology, said(5, event)])).toBe(code);
  });

  it('takes nothing more once it is closed', () => {
    for (const event of WHOLE) expect(codeOf([...WHOLE, event])).toBe('incident.wrong-state');
  });
});

describe('the clocks of an incident', () => {
  const authority = said(1, { type: 'notice-decided', notice: 'authority', reason: 'a list went out' });
  const toldAt = (hours: number, lateBecause: string | null): IncidentEvent =>
    said(hours, { type: 'told', whom: 'authority', on: hour(hours), reference: 'LDA 77', lateBecause });
  const clock = (events: readonly IncidentEvent[], hours: number) => {
    const folded = foldIncident(events);
    if (!folded.ok) throw new Error(folded.problem.message);
    return clocksOf(folded.value, new Date(hour(hours)))[0]!;
  };

  it('give an authority 72 hours from when it was known, decided or not', () => {
    expect(clock([opened], 1)).toMatchObject({ dueAt: hour(72), runs: true, isLate: false });
    expect(clock([opened], 73)).toMatchObject({ runs: true, isLate: true });
    const known = said(1, { type: 'known-since', since: hour(-10) });
    expect(clock([opened, known], 1)).toMatchObject({ dueAt: hour(62), runs: true });
    expect(clock([opened, noBreach], 99)).toMatchObject({ runs: false, isLate: false });
    expect(clock([opened, authority], 73)).toMatchObject({ runs: true, isLate: true });
    expect(clock([opened, authority, toldAt(70, null)], 99)).toMatchObject({ runs: false, isLate: false });
  });

  it('ask why where an authority heard late', () => {
    expect(codeOf([opened, authority, toldAt(73, null)])).toBe('incident.incomplete');
    expect(clock([opened, authority, toldAt(73, 'nobody was at work')], 99)).toMatchObject({
      runs: false,
      isLate: true,
    });
  });
});

const hours = fc.integer({ min: -50, max: 400 });
const words = fc.constantFrom('', ' ', 'so it was');
const anyStep: fc.Arbitrary<Said> = fc.oneof(
  fc.record({
    type: fc.constant('evidence-added' as const),
    evidence: fc.record({
      of: fc.constantFrom('alarm' as const, 'review' as const),
      id: fc.constantFrom('a', 'b'),
    }),
  }),
  fc.record({ type: fc.constant('known-since' as const), since: hours.map(hour) }),
  fc.record({ type: fc.constant('cause-found' as const), words }),
  fc.record({
    type: fc.constant('notice-decided' as const),
    notice: fc.constantFrom(...NOTICES),
    reason: words,
  }),
  fc.record({
    type: fc.constant('told' as const),
    whom: fc.constantFrom(...TOLD),
    on: hours.map(hour),
    reference: words,
    lateBecause: fc.option(words),
  }),
  fc.record({
    type: fc.constant('remedy-decided' as const),
    remedies: fc.subarray([...REMEDIES]),
    reason: words,
  }),
  fc.record({
    type: fc.constant('remedy-proven' as const),
    remedy: fc.constantFrom(...REMEDIES),
    proof: fc.record({ kind: fc.constantFrom('text' as const, 'link' as const), value: words }),
    doneOn: hours.map(hour),
  }),
  fc.record({
    type: fc.constant('guard-named' as const),
    guard: fc.constantFrom('check' as const, 'none-yet' as const),
    name: fc.option(words),
    followUp: fc.option(fc.record({ what: words, until: hours.map(hour) })),
  }),
  fc.record({ type: fc.constant('closed' as const) }),
);

describe('whatever is done with an incident', () => {
  /** Takes what can be taken, and gives every state on the way. */
  const walk = (steps: readonly Said[]): readonly Incident[] => {
    const states: Incident[] = [];
    let incident: Incident | null = null;
    const taken: IncidentEvent[] = [];
    for (const event of [opened, ...steps.map((step, place) => said(place, step))]) {
      const next = nextIncident(incident, event);
      if (!next.ok) continue;
      incident = next.value;
      taken.push(event);
      states.push(incident);
    }
    const folded = foldIncident(taken);
    expect(folded.ok && folded.value).toEqual(incident);
    return states;
  };

  it('closed means decided, proven and told, and stays', () => {
    let closed = 0;
    // Everything that closing takes, with whatever else in between.
    const noise = fc.array(fc.tuple(fc.nat(WHOLE.length - 1), anyStep), { maxLength: 8 });
    const likely = noise.map((others) => {
      const steps = WHOLE.slice(1) as Said[];
      for (const [place, step] of others) steps.splice(place, 0, step);
      return steps;
    });
    fc.assert(
      fc.property(likely, (steps) => {
        const states = walk(steps);
        const place = states.findIndex(({ state }) => state === 'closed');
        if (place < 0) return;
        closed += 1;
        expect(place).toBe(states.length - 1);
        const last = states[place]!;
        expect(last.remedy?.reason.trim()).toBeTruthy();
        expect(unproven(last)).toEqual([]);
        expect(toTell(last).every((whom) => wasTold(last, whom))).toBe(true);
        expect(missingToClose(last)).toEqual([]);
        expect(nextDue(last)).toBeNull();
      }),
      { numRuns: 2_000 },
    );
    expect(closed).toBeGreaterThan(50);
  });

  it('what is known earlier makes no clock longer, and evidence only grows', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
        const states = walk(steps);
        for (let place = 1; place < states.length; place += 1) {
          const [before, now] = [states[place - 1]!, states[place]!];
          const due = (of: Incident) => clocksOf(of, new Date(START)).map(({ dueAt }) => dueAt);
          due(now).forEach((dueAt, which) => {
            expect(dueAt <= due(before)[which]!).toBe(true);
          });
          expect(now.evidence.slice(0, before.evidence.length)).toEqual(before.evidence);
        }
      }),
    );
  });
});
