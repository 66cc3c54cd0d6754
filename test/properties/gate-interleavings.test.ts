import { describe, expect, it } from 'vitest';
import { BEGINNING, type Flaws, nextSteps, type World, wrongIn } from './gate-interleavings.ts';

interface Explored {
  readonly worlds: number;
  /** The steps that led to something that must never be, and what it is; `null` where nothing did. */
  readonly wrong: { readonly steps: readonly string[]; readonly what: string } | null;
}

/** A world with the step that led to it. */
interface Reached {
  readonly world: World;
  readonly step: string;
  readonly from: Reached | null;
}

/** Everything that can come of a beginning, each world once, whatever the order of steps. */
function explore(flaws: Flaws): Explored {
  const known = new Set<string>();
  const open: Reached[] = [{ world: BEGINNING, step: 'nothing yet', from: null }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const key = JSON.stringify(next.world);
    if (known.has(key)) continue;
    known.add(key);
    const what = wrongIn(next.world);
    if (what !== null) return { worlds: known.size, wrong: { steps: stepsTo(next), what } };
    for (const [step, world] of nextSteps(next.world, flaws)) open.push({ world, step, from: next });
  }
  return { worlds: known.size, wrong: null };
}

const stepsTo = (reached: Reached): readonly string[] =>
  reached.from === null ? [] : [...stepsTo(reached.from), reached.step];

describe('every order in which two senders, a gate in process, a pause and the clock can step', () => {
  it('keeps the cap, and sends nothing after a pause beyond the life of a permit', () => {
    const { worlds, wrong } = explore({});
    console.log(`${worlds} worlds explored`);
    expect(wrong).toBeNull();
    expect(worlds).toBeGreaterThan(10_000);
  }, 120_000);

  it.each<[keyof Flaws, string]>([
    ['isTornApart', 'over the cap'],
    ['countsFromPromise', 'over the cap'],
    ['forgetsSilence', 'over the cap'],
    ['leasesWithoutReserving', 'over the cap'],
    ['releasesWhatWasSent', 'over the cap'],
    ['ignoresEndOfLease', 'over the cap'],
    ['ignoresStaleness', 'sent too long after the pause'],
  ])(
    'finds the way to something wrong where a store or a gate has the flaw %s',
    (flaw, what) => {
      const { wrong } = explore({ [flaw]: true });
      expect(wrong?.what, wrong?.steps.join('; ')).toBe(what);
    },
    120_000,
  );
});
