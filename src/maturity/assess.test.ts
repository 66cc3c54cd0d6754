import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STEP_TITLES, type Step } from '../kernel/vocabulary.ts';
import { assess, type Lowered } from './assess.ts';
import type { Evidence } from './evidence.ts';
import { LADDERS, REQUIREMENTS } from './ladder/index.ts';
import type { Level, Requirement } from './requirement.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
const DAY_MS = 86_400_000;
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * DAY_MS);

const good = ({ id, atLeast, atMost, kind }: Requirement, at = NOW): Evidence => ({
  id,
  value: atLeast ?? atMost!,
  of: null,
  at,
  query: 'test',
  attested: kind === 'attested' ? { by: 'person:a', file: `sha256:${'0'.repeat(64)}` } : null,
});
const levelsOf = (evidence: readonly Evidence[], lowered: readonly Lowered[] = []): Level[] =>
  assess(evidence, lowered, NOW).practices.map(({ level }) => level);
const upTo = (level: number): Evidence[] =>
  LADDERS.flatMap(({ cells }) =>
    cells.slice(0, level).flatMap(({ requires }) => requires.map((one) => good(one))),
  );

describe('the ladder', () => {
  it('has seven practices with five levels each, and asks for something at each', () => {
    expect(LADDERS.map(({ step }) => step)).toEqual(Object.keys(STEP_TITLES).map(Number));
    for (const { cells } of LADDERS) {
      expect(cells.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
      for (const { requires } of cells) expect(requires.length).toBeGreaterThan(0);
    }
  });

  it('asks for nothing twice, and says of each thing what to do', () => {
    expect(new Set(REQUIREMENTS.map(({ id }) => id)).size).toBe(REQUIREMENTS.length);
    for (const { next, says } of REQUIREMENTS) expect(`${says}${next}`.length).toBeGreaterThan(20);
  });
});

describe('assess', () => {
  it.each([0, 1, 2, 3, 4, 5])('is at level %i with all evidence up to it', (level) => {
    expect(levelsOf(upTo(level))).toEqual(LADDERS.map(() => level));
  });

  it('takes the highest level for which nothing below is missing', () => {
    const missing = LADDERS[5]!.cells[1].requires[0]!.id;
    const { practices, minimum, weakest } = assess(
      upTo(5).filter(({ id }) => id !== missing),
      [],
      NOW,
    );
    expect(practices.map(({ level }) => level)).toEqual([5, 5, 5, 5, 5, 1, 5]);
    expect(minimum).toBe(1);
    expect(weakest).toEqual([6]);
  });

  it('drops control to level 2 at once when a trial of leaving failed', () => {
    const evidence = upTo(5).map((one) => (one.id === 'leaving-probed' ? { ...one, value: 0.5 } : one));
    expect(levelsOf(evidence)[5]).toBe(2);
  });

  it('takes what cannot be told for not met, and never for a pass', () => {
    const evidence = upTo(5).map((one) => (one.id === 'uses-with-card' ? { ...one, value: null } : one));
    const { practices, next } = assess(evidence, [], NOW);
    expect(practices[0]!.level).toBe(1);
    expect(practices[0]!.cells[1]!.requires[0]!.standing).toBe('unknown');
    expect(next[0]).toMatchObject({ step: 1, level: 2, requirement: 'uses-with-card' });
  });

  it('takes nobody’s word for what can be counted, and no count for what must be signed', () => {
    const signed = { by: 'person:a', file: `sha256:${'0'.repeat(64)}` };
    const claimed = upTo(5).map((one) => (one.id === 'rights-overdue' ? { ...one, attested: signed } : one));
    expect(levelsOf(claimed)[5]).toBe(3);
    const unsigned = upTo(5).map((one) => (one.id === 'why-understood' ? { ...one, attested: null } : one));
    expect(levelsOf(unsigned)[5]).toBe(4);
  });

  it('lets evidence age', () => {
    const aged = (days: number) =>
      levelsOf(upTo(5).map((one) => (one.id === 'reviews-closed' ? { ...one, at: daysAgo(days) } : one)))[4];
    expect(aged(90)).toBe(5);
    expect(aged(91)).toBe(0);
  });

  it('does not take what lies ahead for seen', () => {
    const ahead = upTo(5).map((one) =>
      one.id === 'reviews-closed' ? { ...one, at: new Date(NOW.getTime() + 1) } : one,
    );
    expect(levelsOf(ahead)[4]).toBe(0);
  });

  it('names at most five steps, the weakest practice first', () => {
    const { next } = assess([], [], NOW);
    expect(next.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5]);
    expect(assess(upTo(5), [], NOW).next).toEqual([]);
  });
});

const anyEvidence = fc
  .tuple(
    fc.subarray([...REQUIREMENTS]),
    fc.array(fc.tuple(fc.nat(400), fc.option(fc.double({ min: 0, max: 2, noNaN: true }))), {
      minLength: REQUIREMENTS.length,
      maxLength: REQUIREMENTS.length,
    }),
  )
  .map(([requires, drawn]) =>
    requires.map((one, index): Evidence => {
      const [days, value] = drawn[index]!;
      return value === null ? good(one, daysAgo(days)) : { ...good(one, daysAgo(days)), value };
    }),
  );

describe('laws', () => {
  it('less evidence never raises a level', () => {
    fc.assert(
      fc.property(anyEvidence, fc.nat(), (evidence, place) => {
        const less = evidence.filter((_, index) => index !== place % Math.max(1, evidence.length));
        const [before, after] = [levelsOf(evidence), levelsOf(less)];
        expect(after.every((level, index) => level <= before[index]!)).toBe(true);
      }),
    );
  });

  it('time alone never raises a level', () => {
    fc.assert(
      fc.property(anyEvidence, fc.nat(300), (evidence, days) => {
        const later = assess(evidence, [], new Date(NOW.getTime() + days * DAY_MS));
        const before = levelsOf(evidence);
        expect(later.practices.every(({ level }, index) => level <= before[index]!)).toBe(true);
      }),
    );
  });

  it('a person can only lower', () => {
    fc.assert(
      fc.property(
        anyEvidence,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 5 }),
        (evidence, step, to) => {
          const lowered = { step: step as Step, to: to as Level, by: 'person:a', reason: 'r', at: NOW };
          const [before, after] = [levelsOf(evidence), levelsOf(evidence, [lowered])];
          expect(after.every((level, index) => level <= before[index]!)).toBe(true);
          expect(after[step - 1]).toBe(Math.min(before[step - 1]!, to));
        },
      ),
    );
  });

  it('the order of evidence changes nothing', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        expect(levelsOf(evidence.toReversed())).toEqual(levelsOf(evidence));
      }),
    );
  });
});
