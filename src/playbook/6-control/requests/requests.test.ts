import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { NORMS } from '../../../kernel/norms/index.ts';
import { foldRequest, REQUEST_STATES } from './asked-request.ts';
import { individualReview } from './individual-review.ts';
import { proofNeeded } from './proof.ts';
import { clockOf, dueAt, extendedClockOf, REQUEST_CLOCKS, urgencyOf } from './request-clock.ts';
import { ACKNOWLEDGEMENTS, ANSWERS, REFUSAL_REASONS, type RequestEvent } from './request-event.ts';
import { REQUEST_KINDS } from './request-kind.ts';

const FRIDAY = new Date('2026-11-20T09:00:00Z');
const day = (date: Date): string => date.toISOString().slice(0, 10);

describe('the clock of a request', () => {
  it.each([
    ['access', 'eu-de', 'eu-gdpr-12', '2026-12-20', '2027-02-20'],
    ['erase', 'uk', 'uk-gdpr-12', '2026-12-20', '2027-02-20'],
    ['access', 'us-ca', 'us-ca-civ-1798-130', '2027-01-04', '2027-02-18'],
    ['opt-out-profiling', 'us-ca', 'us-ca-ccpa-7221', '2026-12-11', null],
    ['object', 'us-ca', 'us-ca-civ-1798-135', '2026-12-11', null],
    ['contest', 'us-co', 'us-co-sb26-189', '2026-12-20', null],
    ['contest', 'us-ca', 'ours-request-clock', '2026-12-20', '2027-02-20'],
    ['access', 'jp', 'ours-request-clock', '2026-12-20', '2027-02-20'],
    ['access', null, 'eu-gdpr-12', '2026-12-20', '2027-02-18'],
    ['stop', null, 'us-ca-civ-1798-135', '2026-12-11', null],
    ['talk', 'eu', 'ours-person-to-talk-to', '2026-11-27', null],
  ] as const)('of %s in %s is that of %s', (kind, law, norm, due, extended) => {
    const clock = clockOf(kind, law, FRIDAY);
    expect([clock.norm, day(dueAt(clock, FRIDAY))]).toEqual([norm, due]);
    const longer = extendedClockOf(kind, law, FRIDAY);
    expect(longer === null ? null : day(dueAt(longer, FRIDAY))).toBe(extended);
  });

  it('names a norm in every row, and every kind has one everywhere', () => {
    for (const { norm } of REQUEST_CLOCKS) expect(Object.keys(NORMS)).toContain(norm);
    for (const kind of REQUEST_KINDS)
      for (const law of [null, 'eu', 'uk', 'us-ca', 'us-ny', 'br'])
        expect(clockOf(kind, law, FRIDAY).count).toBeGreaterThan(0);
  });

  it.each([
    ['2026-11-20T23:59:59.000Z', '2026-11-20T23:59:59.000Z', 'due-soon'],
    ['2026-11-20T23:59:59.000Z', '2026-11-21T00:00:00.000Z', 'overdue'],
    ['2026-11-27T09:00:00.000Z', '2026-11-20T09:00:00.000Z', 'in-time'],
    ['2026-11-27T09:00:00.000Z', '2026-11-20T09:00:00.001Z', 'due-soon'],
  ] as const)('due %s is at %s %s', (due, now, urgency) => {
    expect(urgencyOf(new Date(due), new Date(now))).toBe(urgency);
  });
});

describe('docs/requests.md', async () => {
  const page = await readFile(new URL('../../../../docs/requests.md', import.meta.url), 'utf8');

  it('has every clock, and no other', () => {
    const span = (count: number, unit: string): string =>
      count === 0 ? 'nothing' : `${count} ${unit.replace('-', ' ')}${count === 1 ? '' : 's'}`;
    const rows = REQUEST_CLOCKS.map(
      ({ kinds, jurisdiction, count, unit, extendedBy, norm }) =>
        `| ${kinds.join(', ')} | ${jurisdiction ?? 'elsewhere'} | ${span(count, unit)} | ${span(extendedBy, unit)} | \`${norm}\` |`,
    );
    const section = page.split('## Clocks')[1]!.split('\n## ')[0]!;
    expect(section.split('\n').filter((line) => /^\| (?!for|---)/.test(line))).toEqual(rows);
  });

  it.each([
    ['reason', REFUSAL_REASONS],
    ['state', REQUEST_STATES],
    ['answer', ANSWERS],
    ['acknowledgement', ACKNOWLEDGEMENTS],
  ] as const)('names every %s', (_, names) => {
    for (const name of names) expect(page).toContain(`\`${name}\``);
  });
});

describe('the proof that is needed', () => {
  it.each([
    ['object', null, 'none'],
    ['opt-out-profiling', null, 'none'],
    ['stop', null, 'none'],
    ['talk', null, 'none'],
    ['correct', null, 'address'],
    ['contest', null, 'address'],
    ['access', 'categories', 'address'],
    ['access', 'specific', 'address-and-second'],
    ['access', null, 'address-and-second'],
    ['portability', null, 'address-and-second'],
    ['erase', null, 'address-and-second'],
  ] as const)('for %s (%s) is %s', (kind, detail, needed) => {
    expect(proofNeeded(kind, detail)).toBe(needed);
  });
});

describe('the record of a contest', () => {
  const at = (hours: number) => ({ at: new Date(FRIDAY.getTime() + hours * 3_600_000).toISOString() });
  const opened: RequestEvent = {
    type: 'opened',
    ...at(0),
    by: null,
    kind: 'contest',
    detail: null,
    jurisdiction: 'eu',
    proofs: ['address'],
    through: 'why-page',
  };
  const course: readonly RequestEvent[] = [
    opened,
    {
      type: 'considered',
      ...at(50),
      by: 'person:cora',
      words: 'The receipt.',
      trainedAt: '2026-10-01T00:00:00.000Z',
    },
    { type: 'answered', ...at(50), by: 'person:cora', outcome: 'changed', words: 'You were right.' },
  ];
  const recordOf = (events: readonly RequestEvent[]) => {
    const request = foldRequest(events);
    if (!request.ok) throw new Error(request.problem.message);
    return individualReview(request.value, events, true);
  };

  it('says who decided on what, whether it changed, and how long it took', () => {
    expect(recordOf(course)).toEqual({
      openedAt: FRIDAY.toISOString(),
      reviewer: 'person:cora',
      trainedAt: '2026-10-01T00:00:00.000Z',
      hasStatement: true,
      facts: 'The receipt.',
      isChanged: true,
      explanation: 'You were right.',
      decidedAt: course[2]!.at,
      daysToDecide: 2,
    });
  });

  it('begins anew where it is opened again', () => {
    const again: RequestEvent = { type: 'reopened', ...at(80), by: 'person:cora', words: 'We look again.' };
    expect(recordOf([...course, again])).toMatchObject({
      facts: null,
      trainedAt: null,
      isChanged: null,
      daysToDecide: null,
    });
  });

  it('is of a contest alone', () => {
    expect(recordOf([{ ...opened, kind: 'talk' }])).toBeNull();
  });
});
