import type { Step } from '../../../kernel/vocabulary.ts';
import { assess, type Lowered, type Maturity } from '../../../maturity/assess.ts';
import type { Evidence } from '../../../maturity/evidence.ts';
import type { Level } from '../../../maturity/requirement.ts';
import { maturityJson } from '../../../report/maturity/maturity-json.ts';
import type { MaturityJson } from '../../../report/maturity/schema.ts';
import {
  keepMaturityDay,
  lastLowerings,
  maturityDaysSince,
} from '../../../stores/sql/repositories/maturity.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { demand, type View } from '../change.ts';
import type { Job } from '../jobs/job.ts';
import { gatherEvidence } from './gather-evidence.ts';

const DAY_MS = 86_400_000;
/** How far the trend looks back (ours): two years and a quarter. */
const TREND_DAYS = 821;

/** Where the seven practices stand, with all evidence and how it came to be. Refusals: `people.not-allowed`. */
export async function showMaturity(view: View): Promise<MaturityJson> {
  demand(view, 'maturity.read');
  const { db, at } = view;
  const since = dayOf(new Date(at.getTime() - TREND_DAYS * DAY_MS));
  const days = await maturityDaysSince(db, since);
  return maturityJson(
    await maturityOf(db, at),
    days.map(({ day, levels }) => ({ day, levels })),
    [],
  );
}

/** Where the practices stand as of a moment. `evidence` is gathered anew where it is not at hand. */
export async function maturityOf(
  db: Database,
  at: Date,
  evidence: readonly Evidence[] | null = null,
): Promise<Maturity> {
  const lowered = (await lastLowerings(db, at)).flatMap(
    ({ step, level, byKey, reason, loweredAt }): readonly Lowered[] =>
      level === null ? [] : [{ step: step as Step, to: level as Level, by: byKey, reason, at: loweredAt }],
  );
  return assess(evidence ?? (await gatherEvidence(db, at)), lowered, at);
}

/** Looks once a day, so that there is a trend. */
export const measureMaturity: Job = {
  name: 'measure-maturity',
  everyMinutes: 24 * 60,
  run: ({ store }) =>
    store.write(async ({ db, at }) => {
      const evidence = await gatherEvidence(db, at);
      const { practices } = await maturityOf(db, at, evidence);
      await keepMaturityDay(db, {
        day: dayOf(at),
        levels: practices.map(({ level }) => level),
        evidence: Object.fromEntries(evidence.map(({ id, value }) => [id, value])),
        measuredAt: at,
      });
      return practices.length;
    }),
};

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
