import type { OutcomeType } from '../../../playbook/7-outcomes/outcome-event.ts';
import { type Alarm, type Watching, watch } from '../../../playbook/7-outcomes/watch.ts';
import {
  type AlarmRow,
  addAlarms,
  alarmsSince,
  lockMonitored,
  setJudged,
} from '../../../stores/sql/repositories/alarms.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import { type OutcomeRow, outcomeEventsOf } from '../../../stores/sql/repositories/outcome-events.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { asJson } from '../../../stores/sql/tables/column-types.ts';
import type { ServerContext } from '../context.ts';
import { say } from '../evidence/say.ts';
import { pauseUse, tellMonitors } from '../gate/pause-and-stage.ts';
import { oweHooks } from '../hooks/tell-hooks.ts';

/** Before anything that is watched. */
export const BEGINNING = new Date(0);

/**
 * Runs the monitors over what is known of a use, writes down what they say for the first time, and pauses the use where
 * they ask for it: the gate refuses the next decision. Gives how many alarms are new.
 */
export async function judgeUse(
  context: Pick<ServerContext, 'sealer'>,
  work: Work,
  useId: string,
): Promise<number> {
  const { db, at } = work;
  const { armedAt } = await lockMonitored(db, useId, BEGINNING);
  const { alarms, streams } = watching(await outcomeEventsOf(db, useId, armedAt));
  const told = new Set((await alarmsSince(db, useId, armedAt)).map(keyOfRow));
  const fresh = alarms.filter((alarm) => !told.has(keyOf(alarm)));
  const named = fresh.map((alarm) => ({ ...alarm, id: newId('alarm', at) }));
  await addAlarms(
    db,
    named.map((alarm) => ({
      id: alarm.id,
      useId,
      people: asJson(alarm.group),
      monitor: alarm.monitor,
      action: alarm.action,
      armedAt,
      raisedAt: alarm.at,
      recordedAt: at,
      afterSends: alarm.afterSends,
      eValue: alarm.eValue,
      alpha: alarm.alpha,
      rate: alarm.rate,
      low: alarm.interval?.[0] ?? null,
      high: alarm.interval?.[1] ?? null,
    })),
  );
  for (const { id, monitor, action, afterSends } of named) {
    say(work, useId, 'alarm.raised', { monitor, action, afterSends });
    // Of which group stays here: who reads a chat need not know.
    const body = { use: useId, alarm: id, monitor, action, afterSends };
    await oweHooks(db, context, { id, topic: 'alarm.raised', body }, at);
  }
  const pausing = fresh.find(({ action }) => action === 'pause');
  if (pausing !== undefined) await pauseUse(work, useId, pausing.monitor);
  await tellMonitors(work, useId, streams);
  await setJudged(db, useId, at);
  return fresh.length;
}

/** What the monitors say of these events. */
export const watching = (rows: readonly OutcomeRow[]): Watching =>
  watch(
    rows.map((row) => ({
      // An id counts within the system that told it.
      id: `${row.source}\u0000${row.id}`,
      type: row.type as OutcomeType,
      use: row.useId,
      at: row.at.getTime(),
      subject: row.subject,
      isEssential: row.isEssential,
      groups: row.groups,
      provider: '',
    })),
  );

const key = (monitor: string, action: string, group: unknown): string =>
  [monitor, action, JSON.stringify(group)].join('\u0000');
const keyOf = ({ monitor, action, group }: Alarm): string => key(monitor, action, group);
const keyOfRow = ({ monitor, action, people }: AlarmRow): string => key(monitor, action, people);
