import { problemJson } from '../json/parts.ts';
import type { ReplayReport } from './model.ts';
import type { AlarmsReportJson } from './schema.ts';

/** `scruple.alarms/1`: alarms in the order in which they rose. */
export const alarmsJson = (report: ReplayReport): AlarmsReportJson => ({
  schema: 'scruple.alarms/1',
  checkedAt: report.checkedAt.toISOString(),
  events: report.events,
  later: report.later,
  unmatched: report.unmatched,
  alarms: report.alarms.map(({ group, at, interval, ...alarm }) => ({
    ...alarm,
    group: group === null ? null : { ...group },
    at: at.toISOString(),
    interval: interval === null ? null : [...interval],
  })),
  quiet: report.quiet.map(({ group, interval, ...one }) => ({
    ...one,
    group: group === null ? null : { ...group },
    interval: [...interval],
  })),
  problems: report.problems.map(problemJson),
});
