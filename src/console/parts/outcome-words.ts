import type { Alarm, WatchedStream } from '../api/client.ts';

export type Group = Alarm['group'];

interface Monitor {
  readonly title: string;
  /** What people did, after "1 % of them". */
  readonly did: string;
}

const MONITORS: Readonly<Record<string, Monitor>> = {
  complaints: { title: 'Complaints', did: 'complained' },
  'opt-outs': { title: 'Opt-outs', did: 'opted out' },
  bounces: { title: 'Bounces', did: 'could not be reached' },
  regret: { title: 'Refunds, returns and cancellations', did: 'took back what they had decided' },
};
const AFTER_OPT_OUT = 'send-after-opt-out';

/** Rules of which one breach is enough. */
const RULES: Readonly<Record<string, Monitor & { readonly says: string }>> = {
  [AFTER_OPT_OUT]: {
    title: 'Sent after an opt-out',
    did: 'had opted out',
    says: 'Somebody who had opted out was sent it all the same. One such message is enough.',
  },
  blind: {
    title: 'Nothing is told any more',
    did: 'were sent it without a word of what followed',
    says: 'It was sent, and nothing was told any more of what followed, for longer than is usual. Harm would not be seen, so it is held.',
  },
  'send-after-no': {
    title: 'Sent after a no',
    did: 'had said no',
    says: 'Somebody who had said no was sent it all the same. One such message is enough.',
  },
  'uncleared-send': {
    title: 'Sent without a clearance',
    did: 'were sent it without a clearance',
    says: 'It was sent while it had no clearance in force. One such message is enough.',
  },
};

/** What else is asked of what is counted: with what it is compared. */
const BESIDE: Readonly<Record<string, readonly [title: string, says: string]>> = {
  '-disparity': [', beside other groups', ': more often than all others it went to'],
  '-drift': [', of late', ': more of late than at first'],
  '-holdout': [', beside those left out', ': more often than people whom it was not sent to'],
  '-peers': [', beside other uses', ': more often than the same people do after other uses'],
  '-pooled': [', of uses together', ': uses that share this, taken together'],
};
const besideOf = (monitor: string): string | undefined =>
  Object.keys(BESIDE).find((suffix) => monitor.endsWith(suffix));

/** Monitors in the order in which pages show them. */
export const MONITOR_ORDER: readonly string[] = Object.keys(MONITORS);

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const shares = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });
const dates = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

export const count = (number: number): string => numbers.format(number);
/** A share with as many digits as rare things need. */
export const share = (rate: number): string => `${shares.format(100 * rate)}\u00a0%`;
export const between = ([low, high]: readonly [number, number]): string =>
  `between ${share(low)} and ${share(high)}`;
export const dayInWords = (day: string): string => dates.format(new Date(day));

/** What is counted by a monitor that compares; itself otherwise. */
export const monitorBehind = (monitor: string): string =>
  monitor.slice(0, monitor.length - (besideOf(monitor)?.length ?? 0));

export const didInWords = (monitor: string): string =>
  MONITORS[monitorBehind(monitor)]?.did ?? `were counted as ${monitorBehind(monitor)}`;

/** What a monitor watches, as a heading. */
export function monitorInWords(monitor: string): string {
  if (RULES[monitor] !== undefined) return RULES[monitor].title;
  const behind = monitorBehind(monitor);
  const beside = besideOf(monitor);
  return `${MONITORS[behind]?.title ?? behind}${beside === undefined ? '' : BESIDE[beside]![0]}`;
}

/** What paused a use, as the server keeps it: a monitor, a review or a person. */
export function pausedByInWords(pausedBy: string): string {
  const [by, ...rest] = pausedBy.split(' ');
  if (by === 'monitor') return `Too much was seen: ${monitorInWords(rest.join(' ')).toLowerCase()}`;
  return by === 'review' ? 'A review after an alarm did not let it go on' : pausedBy;
}

/** `{ age_band: '65+' }` gives "age band 65+"; everybody together is everybody. */
export const groupInWords = (group: Group): string =>
  group === null
    ? 'everybody'
    : Object.entries(group)
        .map(([name, value]) => `${name.replaceAll(/[_-]/g, ' ')} ${value}`)
        .join(', ');

const whom = (group: Group): string =>
  group === null ? 'everybody it went to' : `those of ${groupInWords(group)}`;

/** What an alarm saw, in a sentence or two. */
export function alarmInWords(alarm: Alarm): string {
  const { monitor, group, rate, interval, afterSends, bound } = alarm;
  if (RULES[monitor] !== undefined) return RULES[monitor].says;
  const counted =
    rate === null || interval === null
      ? `Too many of ${whom(group)} ${didInWords(monitor)}, after ${count(afterSends)} sends`
      : `${share(rate)} of ${whom(group)} ${didInWords(monitor)}, after ${count(afterSends)} sends (${between(interval)})`;
  const beside = besideOf(monitor);
  if (beside !== undefined && beside !== '-drift') return `${counted}${BESIDE[beside]![1]}.`;
  const grown = beside === undefined ? counted : `${counted}${BESIDE[beside]![1]}`;
  return bound === null ? `${grown}.` : `${grown}. ${share(bound)} is tolerated.`;
}

/** What such an alarm promises where all is well. */
export function promiseInWords({ action, alpha }: Pick<Alarm, 'action' | 'alpha'>): string {
  if (alpha === null) return 'It needs no statistics: a rule was broken.';
  return action === 'review'
    ? `Of all alarms of this kind, at most ${share(alpha)} are expected to be false.`
    : `If all were well, the chance that this ever comes would be at most ${share(alpha)}, however often somebody looks.`;
}

/** What a monitor that has not alarmed would have seen by now, and what it takes to see a doubling. */
export function quietInWords({
  bound,
  smallestHarm,
  sendsToDouble,
}: Pick<WatchedStream, 'bound' | 'smallestHarm' | 'sendsToDouble'>): string {
  if (bound === null) return 'No rate is set as too much here: groups are compared with one another.';
  const doubling =
    sendsToDouble === null || sendsToDouble === 0
      ? ''
      : ` To see a doubling of what is tolerated takes about ${count(sendsToDouble)} more sends.`;
  return smallestHarm === null
    ? `Nothing was alarmed, and the sends are too few to have seen any harm.${doubling}`
    : `Nothing was alarmed. Harm of ${shares.format(smallestHarm)} times what is tolerated would have been seen by now, with a chance of about 80\u00a0%.${doubling}`;
}

/** What a chart of rates shows, in words. */
export function streamInWords(stream: WatchedStream): string {
  const { monitor, group, sends, events, rate, interval, bound } = stream;
  if (rate === null) return `Nothing was sent to ${whom(group)} yet.`;
  const tolerated = bound === null ? '' : ` ${share(bound)} is tolerated.`;
  return `${count(events)} of ${count(sends)} sends to ${whom(group)}: ${share(rate)} ${didInWords(monitor)} (${between(interval)}).${tolerated}`;
}
