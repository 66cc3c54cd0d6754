import { z } from 'zod';
import { contentHash } from '../../../kernel/canonical.ts';
import { findSetting, setSetting } from '../../../stores/sql/repositories/settings.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand, type View } from '../change.ts';
import { say } from '../evidence/say.ts';
import { KEPT_DAYS, type KeptDays } from '../retention.ts';
import { type JobState, jobStates } from './job-state.ts';

const NAME = 'retention';
const days = (least: number, most: number) => z.number().int().min(least).max(most);

/** What an administrator may set: days that something stays. What is said of a single reviewer never stays beyond 90. */
export const retentionShape = z.strictObject({
  links: days(0, 365),
  practice: days(1, KEPT_DAYS.practice),
  delivered: days(1, 365),
  accounts: days(1, 30),
});
export type RetentionSetting = z.infer<typeof retentionShape>;

/** The days in force, with the version of the setting; 0 where nobody set it. */
export async function retentionIn(
  db: Database,
): Promise<{ readonly kept: KeptDays; readonly version: number }> {
  const setting = await findSetting(db, NAME);
  const read = retentionShape.safeParse(setting?.value);
  return { kept: { ...KEPT_DAYS, ...(read.success ? read.data : {}) }, version: setting?.version ?? 0 };
}

export interface ShownRetention {
  readonly kept: RetentionSetting;
  readonly jobs: readonly JobState[];
  readonly version: number;
}

/** The days, and when what is over was removed last. */
export async function showRetention(view: View): Promise<ShownRetention> {
  demand(view, 'settings.read');
  const { kept, version } = await retentionIn(view.db);
  return { kept: shownDays(kept), jobs: await jobStates(view.db), version };
}

/** Sets the days; they count from the next run on. Refusals: `store.changed`. */
export async function setRetention(
  change: Change,
  version: number,
  kept: RetentionSetting,
): Promise<ShownRetention> {
  demand(change, 'settings.write');
  const { db, at, caller } = change;
  const before = await findSetting(db, NAME);
  await setSetting(db, NAME, kept, version, { personId: caller.personId, at });
  say(change, 'settings', 'settings.changed', {
    by: caller.account.key,
    setting: NAME,
    before: before === undefined ? null : contentHash(before.value),
    after: contentHash(kept),
  });
  return showRetention(change);
}

const shownDays = ({ links, practice, delivered, accounts }: KeptDays): RetentionSetting => ({
  links,
  practice,
  delivered,
  accounts,
});
