import type { AlarmAction } from '../../../playbook/7-outcomes/monitors/ladder.ts';
import { WATCHED } from '../../../playbook/7-outcomes/policy.ts';
import type { AlarmRow } from '../../../stores/sql/repositories/alarms.ts';

export interface ShownAlarm {
  readonly id: string;
  readonly use: string;
  readonly group: Readonly<Record<string, string>> | null;
  readonly monitor: string;
  readonly action: AlarmAction;
  /** When what happened sufficed, and when it was noticed. */
  readonly raisedAt: string;
  readonly recordedAt: string;
  readonly afterSends: number;
  readonly eValue: number | null;
  readonly alpha: number | null;
  /** The highest rate that is tolerated; `null` where groups are compared, and where one event is enough. */
  readonly bound: number | null;
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
}

/** An alarm as it is shown. */
export const shownAlarm = (row: AlarmRow): ShownAlarm => ({
  id: row.id,
  use: row.useId,
  group: row.people,
  monitor: row.monitor,
  action: row.action as AlarmAction,
  raisedAt: row.raisedAt.toISOString(),
  recordedAt: row.recordedAt.toISOString(),
  afterSends: row.afterSends,
  eValue: row.eValue,
  alpha: row.alpha,
  bound: WATCHED.find(({ name }) => name === row.monitor)?.bound ?? null,
  rate: row.rate,
  interval: row.low === null || row.high === null ? null : [row.low, row.high],
});

/** An alarm without its group where the caller may not see results by group. */
export const seenAlarm = (
  alarm: ShownAlarm,
  withGroups: boolean,
): ShownAlarm & { readonly isGroupHidden: boolean } =>
  withGroups || alarm.group === null
    ? { ...alarm, isGroupHidden: false }
    : { ...alarm, group: null, isGroupHidden: true };
