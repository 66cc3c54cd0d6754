import type { Interval } from '../../kernel/statistics/proportion-interval.ts';
import { eBenjaminiHochberg } from './monitors/e-benjamini-hochberg.ts';
import { anytimeInterval } from './monitors/interval.ts';
import { ACTIONS, ALPHAS, type AlarmAction, actionFor, WARN_AT } from './monitors/ladder.ts';
import { sendsToSee, smallestHarmSeen } from './monitors/power.ts';
import { disparity } from './monitors/relative.ts';
import type { OutcomeEvent } from './outcome-event.ts';
import { WATCHED, type Watched } from './policy.ts';
import { ByHour, type DayCounts } from './streams/by-hour.ts';
import { type SentIn, Stream } from './streams/stream.ts';

/** Something that a monitor saw. */
export interface Alarm {
  readonly use: string;
  /** As `{ age_band: '65+' }`; `null` for everybody together. */
  readonly group: Readonly<Record<string, string>> | null;
  /** `complaints`, or `complaints-disparity` where a group is compared with the others; `send-after-opt-out`. */
  readonly monitor: string;
  readonly at: Date;
  readonly afterSends: number;
  /** How many times the capital that was bet on harm has grown; `null` where one event is enough. */
  readonly eValue: number | null;
  /** The chance of such an alarm without harm, over all time; for a review the share of false ones among all. */
  readonly alpha: number | null;
  readonly rate: number | null;
  readonly interval: Interval | null;
  readonly action: AlarmAction;
}

/** A monitor that has not alarmed, with the smallest harm that it would have seen by now (80 %). */
export interface Quiet {
  readonly use: string;
  readonly group: Readonly<Record<string, string>> | null;
  readonly monitor: string;
  readonly sends: number;
  readonly rate: number | null;
  readonly interval: Interval;
  /** As a multiple of the bound; `null` where not even a hundredfold harm would have been seen. */
  readonly smallestHarm: number | null;
}

/** One monitor as it stands, whether it has alarmed or not. */
export interface WatchedStream extends Quiet {
  /** `null` where groups are only compared. */
  readonly bound: number | null;
  readonly events: number;
  /** How many times the stake has grown; 1 where nothing is bet. */
  readonly eValue: number;
  /** How many more sends it takes to see a doubling of the bound, if they go as they should; `null` where there is no bound. */
  readonly sendsToDouble: number | null;
  /** By the day of the send, in UTC, with what followed by now. */
  readonly days: readonly DayCounts[];
}

export interface Watching {
  readonly streams: readonly WatchedStream[];
  readonly alarms: readonly Alarm[];
  readonly quiet: readonly Quiet[];
  /** Different events; the same id twice is one. */
  readonly events: number;
  /** Of what is no send: without a send that it could have followed. */
  readonly unmatched: number;
}

/** Discoveries are looked for over all streams together, so often. */
const LOOK_EVERY_MS = 3_600_000;

interface Monitored {
  readonly use: string;
  readonly group: Readonly<Record<string, string>> | null;
  readonly watched: Watched;
  readonly stream: Stream;
  readonly hours: ByHour;
  /** Everybody of the use, for the same thing; itself where it is everybody. */
  readonly all: ByHour;
  step: number;
  disparityStep: number;
  hasChanged: boolean;
}

interface Sent {
  readonly at: number;
  readonly into: ReadonlyArray<{
    readonly monitored: Monitored;
    readonly batch: SentIn;
    readonly hour: { events: number };
  }>;
  /** Names of what it was counted for already: a person complains once about one message. */
  readonly counted: Set<string>;
}

/**
 * Runs every monitor over events that happened, in the order of their times, as it would have run while they happened.
 * Order, duplicates and lateness in the input change nothing: the same id is one event, and ties go by id.
 */
export function watch(events: Iterable<OutcomeEvent>, watchedList: readonly Watched[] = WATCHED): Watching {
  const unique = new Map<string, OutcomeEvent>();
  for (const event of events) if (!unique.has(event.id)) unique.set(event.id, event);
  const sorted = [...unique.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const run = new Run(watchedList);
  for (const event of sorted) run.take(event);
  return { ...run.end(), events: sorted.length };
}

class Run {
  readonly #watched: readonly Watched[];
  readonly #monitored = new Map<string, Monitored>();
  readonly #sent = new Map<string, Sent>();
  readonly #optedOut = new Set<string>();
  readonly #alarms: Alarm[] = [];
  #now = 0;
  #nextLook = Number.NEGATIVE_INFINITY;
  #unmatched = 0;

  constructor(watched: readonly Watched[]) {
    this.#watched = watched;
  }

  take(event: OutcomeEvent): void {
    if (event.at >= this.#nextLook) {
      this.#look();
      this.#nextLook = Math.floor(event.at / LOOK_EVERY_MS + 1) * LOOK_EVERY_MS;
    }
    this.#now = event.at;
    const { type } = event;
    if (type === 'send') this.#send(event);
    else this.#follow({ ...event, type });
  }

  end(): Omit<Watching, 'events'> {
    for (const { stream } of this.#monitored.values()) stream.close();
    for (const one of this.#monitored.values()) one.hasChanged = true;
    this.#look();
    const quiet = [...this.#monitored.values()].filter(
      ({ step, watched }) => step < 0 && watched.bound !== null,
    );
    return {
      alarms: this.#alarms,
      quiet: quiet.map(quietOf),
      streams: [...this.#monitored.values()].map(streamOf),
      unmatched: this.#unmatched,
    };
  }

  #send(event: OutcomeEvent): void {
    const person = `${event.use}\u0000${event.subject}`;
    if (this.#optedOut.has(person) && !event.isEssential) this.#broken(event, 'send-after-opt-out');
    const groups = Object.entries(event.groups).map(([name, value]) => ({ [name]: value }));
    const into = [null, ...groups].flatMap((group) =>
      this.#watched.map((watched) => {
        const monitored = this.#find(event.use, group, watched);
        const batch = monitored.stream.send(event.at);
        return { monitored, batch, hour: monitored.hours.send(event.at) };
      }),
    );
    this.#sent.set(person, { at: event.at, into, counted: new Set() });
    for (const { monitored } of into) this.#climb(monitored, false);
  }

  #follow(event: OutcomeEvent & { readonly type: Exclude<OutcomeEvent['type'], 'send'> }): void {
    const person = `${event.use}\u0000${event.subject}`;
    if (event.type === 'opt-out') this.#optedOut.add(person);
    if (event.type === 'opt-in') {
      this.#optedOut.delete(person);
      return;
    }
    const sent = this.#sent.get(person);
    if (sent === undefined) {
      this.#unmatched += 1;
      return;
    }
    for (const { monitored, batch, hour } of sent.into) {
      const { watched, group } = monitored;
      if (!watched.indicators.includes(event.type)) continue;
      const name = `${watched.name}\u0000${JSON.stringify(group)}`;
      if (sent.counted.has(name)) continue;
      sent.counted.add(name);
      monitored.stream.event(batch);
      hour.events += 1;
      monitored.hasChanged = true;
      this.#climb(monitored, false);
    }
  }

  /** What is decided over all streams together, and what compares groups. */
  #look(): void {
    const all = [...this.#monitored.values()];
    const bounded = all.filter(({ watched }) => watched.bound !== null);
    const discoveries = eBenjaminiHochberg(bounded.map(({ stream }) => stream.logEValue));
    bounded.forEach((one, index) => {
      this.#climb(one, discoveries[index]!);
    });
    for (const one of all) {
      if (one.group === null || !one.hasChanged) continue;
      one.hasChanged = false;
      const { either, more, less } = disparity(one.hours.beside(one.all));
      // Both ways are looked at, and it is told of those who are worse off.
      const action = more > less ? actionFor(either, false) : null;
      const step = action === null ? -1 : ACTIONS.indexOf(action);
      if (step <= one.disparityStep) continue;
      one.disparityStep = step;
      this.#alarm(one, `${one.watched.name}-disparity`, either, action!);
    }
  }

  /** The next steps of the ladder that this stream has reached, each told once. */
  #climb(one: Monitored, isDiscovery: boolean): void {
    if (one.watched.bound === null) return;
    const { logEValue } = one.stream;
    const action = actionFor(logEValue, isDiscovery);
    if (action === null || ACTIONS.indexOf(action) <= one.step) return;
    one.step = ACTIONS.indexOf(action);
    this.#alarm(one, one.watched.name, logEValue, action);
  }

  #alarm({ use, group, stream }: Monitored, monitor: string, logEValue: number, action: AlarmAction): void {
    const { sends, events } = stream;
    this.#alarms.push({
      use,
      group,
      monitor,
      at: new Date(this.#now),
      afterSends: sends,
      eValue: Math.min(Number.MAX_VALUE, Math.exp(logEValue)),
      alpha: ALPHAS[action],
      rate: sends === 0 ? null : events / sends,
      interval: anytimeInterval(events, sends),
      action,
    });
  }

  /** What no statistics are needed for: one event is an alarm, told once for each use. */
  #broken({ use, at }: OutcomeEvent, monitor: string): void {
    if (this.#alarms.some((one) => one.use === use && one.monitor === monitor)) return;
    const everybody = this.#monitored.get(keyOf(use, null, this.#watched[0]!));
    this.#alarms.push({
      use,
      group: null,
      monitor,
      at: new Date(at),
      afterSends: (everybody?.stream.sends ?? 0) + 1,
      eValue: null,
      alpha: null,
      rate: null,
      interval: null,
      action: 'pause',
    });
  }

  #find(use: string, group: Readonly<Record<string, string>> | null, watched: Watched): Monitored {
    const key = keyOf(use, group, watched);
    const known = this.#monitored.get(key);
    if (known !== undefined) return known;
    const hours = new ByHour();
    const all = group === null ? hours : this.#find(use, null, watched).hours;
    const stream = new Stream(watched.bound);
    const made: Monitored = {
      use,
      group,
      watched,
      stream,
      hours,
      all,
      step: -1,
      disparityStep: -1,
      hasChanged: false,
    };
    this.#monitored.set(key, made);
    return made;
  }
}

const keyOf = (use: string, group: Readonly<Record<string, string>> | null, { name }: Watched): string =>
  [use, name, group === null ? '' : JSON.stringify(group)].join('\u0000');

const quietOf = ({ use, group, watched, stream }: Monitored): Quiet => ({
  use,
  group,
  monitor: watched.name,
  sends: stream.sends,
  rate: stream.sends === 0 ? null : stream.events / stream.sends,
  interval: anytimeInterval(stream.events, stream.sends),
  smallestHarm: watched.bound === null ? null : smallestHarmSeen(watched.bound, stream.sends, WARN_AT),
});

function streamOf(one: Monitored): WatchedStream {
  const { watched, stream, hours } = one;
  const needed = watched.bound === null ? null : sendsToSee(watched.bound, 2, WARN_AT);
  return {
    ...quietOf(one),
    bound: watched.bound,
    events: stream.events,
    eValue: Math.min(Number.MAX_VALUE, Math.exp(stream.logEValue)),
    sendsToDouble: needed === null ? null : Math.max(0, needed - stream.sends),
    days: hours.byDay(),
  };
}
