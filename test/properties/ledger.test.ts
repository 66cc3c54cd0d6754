import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, answerAcross, answerTo } from '../../src/playbook/6-control/ledger/answer.ts';
import { NOES } from '../../src/playbook/6-control/ledger/choice-event.ts';
import { foldChoices, join, NO_CHOICES } from '../../src/playbook/6-control/ledger/choice-state.ts';
import { EVERYTHING } from '../../src/playbook/6-control/ledger/scope.ts';
import { remnantOf } from '../../src/playbook/6-control/suppression/remnant.ts';
import { EVENT } from '../../src/playbook/6-control/testing/choices.ts';
import { anyEvent, anyEvents, anyNo, anyNow, anyQuestion } from './ledger-arbitraries.ts';

const RUNS = { numRuns: 2_000 };
const LATER = new Date('2026-11-20T00:00:00Z');
const YESES: readonly string[] = ['given', 'opt-in-confirmed'];
const saysNo = ({ because }: Answer): boolean => (NOES as readonly string[]).includes(because);

describe('what events come to', () => {
  it('is the same for any order, any repetition and any parts', () => {
    fc.assert(
      fc.property(
        anyEvents.chain((events) =>
          fc.record({
            events: fc.constant(events),
            shuffled: fc.shuffledSubarray([...events, ...events], {
              minLength: events.length * 2,
              maxLength: events.length * 2,
            }),
            cut: fc.nat(events.length * 2),
          }),
        ),
        ({ events, shuffled, cut }) => {
          const once = foldChoices(events);
          expect(foldChoices(shuffled)).toEqual(once);
          expect(join(foldChoices(shuffled.slice(0, cut)), foldChoices(shuffled.slice(cut)))).toEqual(once);
        },
      ),
      RUNS,
    );
  });

  it('is joined in any way to the same', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, anyEvents, (one, two, three) => {
        const [a, b, c] = [foldChoices(one), foldChoices(two), foldChoices(three)];
        expect(join(a, b)).toEqual(join(b, a));
        expect(join(join(a, b), c)).toEqual(join(a, join(b, c)));
        expect(join(a, a)).toEqual(a);
        expect(join(a, NO_CHOICES)).toEqual(a);
      }),
      RUNS,
    );
  });
});

describe('a no', () => {
  it('more never permits what was not permitted, wherever and whenever it comes in', () => {
    fc.assert(
      fc.property(anyEvents, anyNo, anyQuestion, anyNow, (events, no, question, now) => {
        const before = answerTo(foldChoices(events), question, now);
        const after = answerTo(foldChoices([no, ...events]), question, now);
        if (after.permitted) expect(before.permitted).toBe(true);
      }),
      RUNS,
    );
  });

  it('is not lost by an import of whatever, unless it holds a later yes', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, anyQuestion, (events, imported, question) => {
        const before = answerTo(foldChoices(events), question, LATER);
        if (!saysNo(before)) return;
        const no = events.find(({ id }) => id === before.event)!;
        const older = imported.filter(({ kind, at }) => !YESES.includes(kind) || at <= no.at);
        expect(answerTo(foldChoices([...older, ...events]), question, LATER).permitted).toBe(false);
      }),
      RUNS,
    );
  });

  it('under one key of a person counts under all, whatever the other keys say', () => {
    fc.assert(
      fc.property(anyEvents, fc.array(anyEvents, { maxLength: 3 }), anyQuestion, (mine, others, question) => {
        const answers = [mine, ...others].map((events) => answerTo(foldChoices(events), question, LATER));
        if (answers.some(saysNo)) expect(answerAcross(answers).permitted).toBe(false);
        if (answerAcross(answers).permitted) expect(answers.some(({ permitted }) => permitted)).toBe(true);
      }),
      RUNS,
    );
  });

  it('outlives erasure, and no consent from before it does', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, anyQuestion, (events, again, question) => {
        const state = foldChoices(events);
        const remnant = remnantOf(state, LATER);
        if (saysNo(answerTo(state, question, LATER)))
          expect(answerTo(remnant, question, LATER).permitted).toBe(false);
        const consented = { ...question, needsConsent: true };
        // Somebody comes back with a list from before the erasure: everything in it is older.
        expect(answerTo(foldChoices([...again, ...events], remnant), consented, LATER).permitted).toBe(false);
      }),
      RUNS,
    );
  });

  it('to everything leaves nothing but what was agreed to later', () => {
    fc.assert(
      fc.property(anyEvents, anyQuestion, anyNow, (events, question, now) => {
        const allOff = { ...EVENT, kind: 'objected' as const, scope: EVERYTHING, at: LATER.toISOString() };
        expect(answerTo(foldChoices([...events, allOff]), question, now).permitted).toBe(false);
      }),
      RUNS,
    );
  });
});

describe('a yes', () => {
  it('is the only thing that ever permits what needs one: unknown is no', () => {
    fc.assert(
      fc.property(anyEvents, anyQuestion, anyNow, (events, question, now) => {
        const answer = answerTo(foldChoices(events), { ...question, needsConsent: true }, now);
        if (!answer.permitted) return;
        const yes = events.find(({ id }) => id === answer.event)!;
        expect(YESES).toContain(yes.kind);
        expect(yes.scope.channel).toBe(question.channel);
        expect(yes.kind === 'opt-in-confirmed' && yes.confirms === null).toBe(false);
        expect(yes.validUntil === null || yes.validUntil > now.toISOString()).toBe(true);
      }),
      RUNS,
    );
  });

  it('that was only asked for, or only claimed, changes no answer', () => {
    fc.assert(
      fc.property(
        anyEvents,
        anyEvent(['opt-in-requested', 'claimed']),
        anyQuestion,
        anyNow,
        (events, asked, question, now) => {
          expect(answerTo(foldChoices([...events, asked]), question, now)).toEqual(
            answerTo(foldChoices(events), question, now),
          );
        },
      ),
      RUNS,
    );
  });

  it('lifts nothing that it does not name', () => {
    fc.assert(
      fc.property(anyEvents, anyEvent(['given']), anyQuestion, anyNow, (events, yes, question, now) => {
        if (question.channel === yes.scope.channel) return;
        expect(answerTo(foldChoices([...events, yes]), question, now)).toEqual(
          answerTo(foldChoices(events), question, now),
        );
      }),
      RUNS,
    );
  });
});
