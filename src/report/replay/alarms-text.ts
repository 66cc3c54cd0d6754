import type { FailOn } from '../exit.ts';
import { writeProblem } from '../text/finding-text.ts';
import { Page, type PageOptions } from '../text/page.ts';
import { plural, SHAPES } from '../words.ts';
import { exitOfReplay, GRAVITY_OF } from './exit.ts';
import type { QuietMonitor, ReplayAlarm, ReplayReport } from './model.ts';

const DID = {
  warn: 'would have warned',
  review: 'would have opened a review',
  pause: 'would have paused it',
};

/** The terminal report of `scruple replay`: what would have alarmed, when, and what stayed quiet. */
export function alarmsText(report: ReplayReport, options: PageOptions & { readonly failOn: FailOn }): string {
  const page = new Page(options);
  const uses = [...new Set([...report.alarms, ...report.quiet].map(({ use }) => use))].sort();
  for (const use of uses) {
    const alarms = report.alarms.filter((one) => one.use === use);
    const quiet = report.quiet.filter((one) => one.use === use);
    page.line(page.paint('strong', use));
    page.gap();
    for (const alarm of alarms) writeAlarm(page, alarm);
    if (quiet.length > 0) writeQuiet(page, quiet);
    page.gap();
  }
  for (const problem of report.problems) writeProblem(page, problem, new Map());
  const { status, reason } = exitOfReplay(report, options.failOn);
  const more = [
    ...(report.unmatched === 0 ? [] : [`${report.unmatched} followed no send that is in the log`]),
    ...(report.later === 0 ? [] : [`${report.later} happened later and were left out`]),
  ];
  page.paragraph([plural(report.events, 'event'), ...more, `exit ${status}: ${reason}`].join('; '));
  return page.toString();
}

function writeAlarm(page: Page, alarm: ReplayAlarm): void {
  const mark = GRAVITY_OF[alarm.action];
  page.paragraph(
    `${alarm.monitor}${groupOf(alarm.group)}: ${DID[alarm.action]} on ${minute(alarm.at)}, after ${plural(alarm.afterSends, 'send')}`,
    2,
    `${page.options.paint(mark, `${SHAPES[mark]} ${alarm.action}`)}  `,
    alarm.action.length + 4,
  );
  if (alarm.rate !== null && alarm.interval !== null)
    page.labelled(
      'rate',
      `${percent(alarm.rate)} (${percent(alarm.interval[0])} to ${percent(alarm.interval[1])})`,
      4,
      10,
    );
  if (alarm.eValue === null) page.labelled('evidence', 'one such event is enough', 4, 10);
  else
    page.labelled(
      'evidence',
      `${stake(alarm.monitor)} ${factor(alarm.eValue)} times; ${promise(alarm)}`,
      4,
      10,
    );
  page.gap();
}

/** A drift may have begun with any batch: each guess is a stake of its own. */
const isDrift = (monitor: string): boolean => monitor.endsWith('-drift');
const stake = (monitor: string): string =>
  isDrift(monitor)
    ? 'stakes on a harm that began at some time grew, for each of 1,000 batches,'
    : 'a stake on there being harm grew';

const promise = ({ action, alpha, monitor }: ReplayAlarm): string =>
  action === 'review'
    ? 'among all such alarms at most 5 % are expected to be false'
    : isDrift(monitor)
      ? `without harm this happens in at most ${percent(alpha!)} of uses within 1,000 batches`
      : `without harm this happens to at most ${percent(alpha!)} of uses, however often one looks`;

/** One row for each quiet monitor of everybody; groups are counted, since their rows say the same at length. */
function writeQuiet(page: Page, quiet: readonly QuietMonitor[]): void {
  for (const one of quiet.filter(({ group }) => group === null)) {
    const groups = quiet.filter(({ monitor, group }) => monitor === one.monitor && group !== null).length;
    const seen =
      one.smallestHarm === null
        ? 'too few sends to have seen any harm'
        : `would have seen ${one.smallestHarm.toFixed(1)} times the bound by now`;
    const rate =
      one.rate === null
        ? ''
        : `, ${percent(one.rate)} (${percent(one.interval[0])} to ${percent(one.interval[1])})`;
    const also = groups === 0 ? '' : `, and ${plural(groups, 'group')}`;
    page.paragraph(`${one.monitor}${also}: quiet after ${plural(one.sends, 'send')}${rate}; ${seen}`, 2);
  }
}

const groupOf = (group: ReplayAlarm['group']): string =>
  group === null
    ? ''
    : ` of ${Object.entries(group)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}`;

const minute = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
const percent = (share: number): string => `${Number((100 * share).toPrecision(3))} %`;
const factor = (value: number): string =>
  value < 1e6 ? Math.round(value).toLocaleString('en') : `10^${Math.floor(Math.log10(value))}`;
