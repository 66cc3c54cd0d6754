import { STEP_TITLES, type Step } from '../kernel/vocabulary.ts';
import type { Evidence } from './evidence.ts';
import { LADDERS } from './ladder/index.ts';
import { type Cell, type Ladder, LEVEL_TITLES, type Level, type Requirement } from './requirement.ts';

/** Whether a requirement is met, and if not why: what is not known is not met, and says so. */
export type Standing = 'met' | 'not-met' | 'stale' | 'unknown';

export interface AssessedRequirement {
  readonly requirement: Requirement;
  /** `null` where nobody looked. */
  readonly evidence: Evidence | null;
  readonly standing: Standing;
}

export interface AssessedCell {
  readonly level: Cell['level'];
  readonly title: string;
  readonly isMet: boolean;
  readonly requires: readonly AssessedRequirement[];
}

/** A person may say that a practice is worse than it looks; never that it is better. */
export interface Lowered {
  readonly step: Step;
  readonly to: Level;
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

export interface AssessedPractice {
  readonly step: Step;
  readonly title: string;
  readonly level: Level;
  readonly levelTitle: string;
  /** What the evidence alone comes to. */
  readonly computed: Level;
  readonly lowered: Lowered | null;
  readonly cells: readonly AssessedCell[];
}

export interface Maturity {
  readonly at: Date;
  readonly practices: readonly AssessedPractice[];
  /** The lowest level of all: no mean hides it. */
  readonly minimum: Level;
  readonly weakest: readonly Step[];
  /** What to do next, the weakest practice first; at most five. */
  readonly next: readonly NextStep[];
}

export interface NextStep {
  readonly step: Step;
  /** The level that it leads to. */
  readonly level: Cell['level'];
  readonly requirement: string;
  readonly says: string;
  readonly next: string;
}

const DAY_MS = 86_400_000;
const NEXT_STEPS = 5;

/**
 * The level of each practice: the highest for which all evidence, its own and that of every level below, is there and
 * fresh. What cannot be told is not met. `lowered` only ever takes a level down.
 * Source: oversight-and-maturity §6 (ours).
 */
export function assess(evidence: readonly Evidence[], lowered: readonly Lowered[], now: Date): Maturity {
  const known = new Map(evidence.map((one) => [one.id, one]));
  const practices = LADDERS.map((ladder) =>
    assessPractice(ladder, known, lowered.find(({ step }) => step === ladder.step) ?? null, now),
  );
  const minimum = Math.min(...practices.map(({ level }) => level)) as Level;
  const weakest = practices.filter(({ level }) => level === minimum).map(({ step }) => step);
  return { at: now, practices, minimum, weakest, next: nextSteps(practices) };
}

function assessPractice(
  { step, cells }: Ladder,
  known: ReadonlyMap<string, Evidence>,
  lowered: Lowered | null,
  now: Date,
): AssessedPractice {
  const assessed = cells.map((cell): AssessedCell => {
    const requires = cell.requires.map((requirement): AssessedRequirement => {
      const evidence = known.get(requirement.id) ?? null;
      return { requirement, evidence, standing: standingOf(requirement, evidence, now) };
    });
    const isMet = requires.every(({ standing }) => standing === 'met');
    return { level: cell.level, title: cell.title, isMet, requires };
  });
  const firstMissing = assessed.findIndex(({ isMet }) => !isMet);
  const computed = (firstMissing === -1 ? assessed.length : firstMissing) as Level;
  const level = Math.min(computed, lowered?.to ?? computed) as Level;
  return {
    step,
    title: STEP_TITLES[step],
    level,
    levelTitle: LEVEL_TITLES[level],
    computed,
    lowered: level < computed ? lowered : null,
    cells: assessed,
  };
}

function standingOf(requirement: Requirement, evidence: Evidence | null, now: Date): Standing {
  if (evidence === null || evidence.value === null || Number.isNaN(evidence.value)) return 'unknown';
  // A signature counts for what needs one, and for nothing that we could see ourselves.
  if ((requirement.kind === 'attested') !== (evidence.attested !== null)) return 'unknown';
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = requirement;
  if (evidence.value < atLeast || evidence.value > atMost) return 'not-met';
  if (evidence.at === null || evidence.at > now) return 'unknown';
  return now.getTime() - evidence.at.getTime() > requirement.freshDays * DAY_MS ? 'stale' : 'met';
}

/** The nearest missing thing of each practice, from the weakest on, and round again. */
function nextSteps(practices: readonly AssessedPractice[]): readonly NextStep[] {
  const open = practices
    .toSorted((a, b) => a.computed - b.computed || a.step - b.step)
    .map(({ step, cells }) =>
      cells
        .filter(({ isMet }) => !isMet)
        .slice(0, 1)
        .flatMap(({ level, requires }) =>
          requires
            .filter(({ standing }) => standing !== 'met')
            .map(({ requirement: { id, says, next } }) => ({ step, level, requirement: id, says, next })),
        ),
    );
  const rounds = Math.max(0, ...open.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => open.flatMap((steps) => steps.slice(round, round + 1)))
    .flat()
    .slice(0, NEXT_STEPS);
}
