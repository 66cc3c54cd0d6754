import type { Alarm } from '../../../playbook/7-outcomes/judge/alarm.ts';
import { addAlarms } from '../../../stores/sql/repositories/alarms.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { asJson } from '../../../stores/sql/tables/column-types.ts';
import type { ServerContext } from '../context.ts';
import { say } from '../evidence/say.ts';
import { pauseUse } from '../gate/pause-and-stage.ts';
import { oweHooks } from '../hooks/tell-hooks.ts';
import { openFor } from '../incidents/open-for-alarm.ts';

/** A use that is watched, since when. */
export interface Armed {
  readonly useId: string;
  readonly armedAt: Date;
}

/** Writes down what monitors say for the first time, follows it up, and pauses the use where they ask for it. */
export async function raiseAlarms(
  context: Pick<ServerContext, 'sealer' | 'reviewSeed'>,
  work: Work,
  armed: Armed,
  alarms: readonly Alarm[],
): Promise<void> {
  const { useId } = armed;
  for (const { id, monitor, action, eValue } of await noteAlarms(context, work, armed, alarms))
    await openFor(context, work, { id, use: useId, monitor, action, eValue });
  const pausing = alarms.find(({ action }) => action === 'pause');
  if (pausing !== undefined) await pauseUse(work, useId, pausing.monitor);
}

/** Writes down what monitors say and tells of it: nothing follows of that alone. */
export async function noteAlarms(
  context: Pick<ServerContext, 'sealer'>,
  work: Work,
  { useId, armedAt }: Armed,
  alarms: readonly Alarm[],
): Promise<ReadonlyArray<Alarm & { readonly id: string }>> {
  const { db, at } = work;
  const named = alarms.map((alarm) => ({ ...alarm, id: newId('alarm', at) }));
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
  return named;
}
