import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { isBlind, TOLD_WITHIN_MS } from '../../../playbook/7-outcomes/blind/is-blind.ts';
import { brokenRule } from '../../../playbook/7-outcomes/judge/alarm.ts';
import { lockMonitored } from '../../../stores/sql/repositories/alarms.ts';
import { findGateUse } from '../../../stores/sql/repositories/gate-uses.ts';
import {
  toldAtOf,
  type UseInSilence,
  usesInSilence,
} from '../../../stores/sql/repositories/outcome-tellings.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { ServerContext } from '../context.ts';
import { say } from '../evidence/say.ts';
import { pauseUse, unpauseUse } from '../gate/pause-and-stage.ts';
import { BEGINNING } from './beginning.ts';
import { noteAlarms } from './raise-alarms.ts';

/** As a pause by it is named. */
export const BLIND = 'blind';
const PAUSED_BY_BLINDNESS = `monitor ${BLIND}`;

/** Contacts of so many days say how much is told of what is sent. */
const LOOKED_BACK_MS = 7 * 86_400_000;
/** Fewer contacts of a use say too little: then those of all uses do. */
const LEAST_ANSWERED = 20;

/**
 * Holds uses that send while nothing of it is told any more: a monitor that sees nothing would stay quiet whatever
 * happens. The hold ends by itself as soon as something is told again. Gives how many are held now that were not.
 * Problems: those of the store.
 */
export async function holdBlind(
  context: Pick<ServerContext, 'store' | 'sealer' | 'clock'>,
): Promise<Result<number, Problem>> {
  const now = context.clock.now().getTime();
  const times = { from: new Date(now - LOOKED_BACK_MS), dueBy: new Date(now - TOLD_WITHIN_MS) };
  const uses = await context.store.read((db) => usesInSilence(db, times));
  if (!uses.ok) return uses;
  const ofAll = shareOf(uses.value);
  let held = 0;
  for (const use of uses.value) {
    const toldShare = use.answeredContacts >= LEAST_ANSWERED ? shareOf([use]) : ofAll;
    if (!isBlind({ contacts: use.unanswered, toldShare })) continue;
    const done = await context.store.write((work) => hold(context, work, use));
    if (!done.ok) return done;
    held += done.value ? 1 : 0;
  }
  return ok(held);
}

async function hold(
  context: Pick<ServerContext, 'sealer'>,
  work: Work,
  { useId, unanswered }: UseInSilence,
): Promise<boolean> {
  const { armedAt } = await lockMonitored(work.db, useId, BEGINNING);
  if ((await findGateUse(work.db, useId))?.pausedBy != null) return false;
  await pauseUse(work, useId, BLIND);
  const alarm = brokenRule({ use: useId, group: null, at: work.at }, BLIND, unanswered);
  await noteAlarms(context, work, { useId, armedAt }, [alarm]);
  return true;
}

/** Sends that were told of for each contact, at most 1; `null` where there is nothing to tell it from. */
function shareOf(uses: readonly UseInSilence[]): number | null {
  const contacts = uses.reduce((sum, { answeredContacts }) => sum + answeredContacts, 0);
  const told = uses.reduce((sum, { toldSends }) => sum + toldSends, 0);
  return contacts === 0 ? null : Math.min(1, told / contacts);
}

/** Lets a use run again that was held as its monitors were blind, now that something was told of it since. */
export async function liftBlind(work: Work, useId: string): Promise<void> {
  const row = await findGateUse(work.db, useId);
  if (row?.pausedBy !== PAUSED_BY_BLINDNESS) return;
  const toldAt = await toldAtOf(work.db, useId);
  if (toldAt === null || toldAt < row.changedAt) return;
  if (await unpauseUse(work, useId)) say(work, useId, 'use.seen-again', { monitor: BLIND });
}
