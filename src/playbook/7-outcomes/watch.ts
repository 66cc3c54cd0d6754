import { ByStratum } from './counts/by-stratum.ts';
import { asTheyHappened, type Contribution, EVERYBODY, PersonCounts } from './counts/contributions.ts';
import { LiveStream } from './counts/live-stream.ts';
import { StreamCounts } from './counts/stream-counts.ts';
import { type Alarm, alarmOf, asksFor, brokenRule, groupOf } from './judge/alarm.ts';
import { againstBound, besideOthers, type Standing } from './judge/standings.ts';
import { type Quiet, quietOf, type WatchedStream, watchedStreams } from './judge/watched-stream.ts';
import { eBenjaminiHochberg } from './monitors/e-benjamini-hochberg.ts';
import { ACTIONS, type AlarmAction } from './monitors/ladder.ts';
import type { OutcomeEvent } from './outcome-event.ts';

export type { Alarm, Quiet, WatchedStream };

export interface Watching {
  readonly streams: readonly WatchedStream[];
  readonly alarms: readonly Alarm[];
  readonly quiet: readonly Quiet[];
  /** Different events; the same id twice is one. */
  readonly events: number;
  /** Of what is no send: without a send that it could have followed. */
  readonly unmatched: number;
}

/** Streams are compared with one another, and discoveries looked for over all of them, so often. */
const LOOK_EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** So long after the last change a batch may still end by itself, and is looked at as often. */
const SETTLES_MS = 2 * LOOK_EVERY_MS;
/** What is told later than this after a send counts, and is waited for no longer. */
const WAITED_FOR_MS = 31 * DAY_MS;

interface Monitored {
  readonly use: string;
  readonly group: string;
  readonly stream: LiveStream;
  /** The same people in all uses together. */
  readonly peers: ByStratum;
  /** The gravest step of the ladder that each monitor took. */
  readonly steps: Map<string, AlarmAction>;
  standings: readonly Standing[];
  changedAt: number;
  lookedAt: number;
}

/**
 * Runs every monitor over events that happened, in the order of their times, as it would have run while they happened.
 * Order, duplicates and lateness in the input change nothing: the same id is one event, and ties go by id.
 *
 * @param until milliseconds up to which time went on after the last event; without it, until nothing is waited for.
 */
export function watch(events: Iterable<OutcomeEvent>, until = Number.POSITIVE_INFINITY): Watching {
  const unique = new Map<string, OutcomeEvent>();
  for (const event of events) if (!unique.has(event.id)) unique.set(event.id, event);
  const sorted = [...unique.values()].sort(asTheyHappened);
  const run = new Run();
  for (const event of sorted) run.take(event);
  return { ...run.end(until), events: sorted.length };
}

class Run {
  readonly #monitored = new Map<string, Monitored>();
  readonly #people = new Map<string, PersonCounts>();
  readonly #all = new Map<string, ByStratum>();
  readonly #alarms: Alarm[] = [];
  #nextLook = Number.POSITIVE_INFINITY;
  #now = 0;

  take(event: OutcomeEvent): void {
    this.#passTo(event.at);
    const person = `${event.use}\u0000${event.subject}`;
    let counts = this.#people.get(person);
    if (counts === undefined) {
      counts = new PersonCounts();
      this.#people.set(person, counts);
    }
    for (const contribution of counts.take(event)) this.#add(event.use, contribution);
  }

  end(until: number): Omit<Watching, 'events'> {
    this.#passTo(Math.min(until, this.#now + WAITED_FOR_MS));
    this.#look();
    const all = [...this.#monitored.values()];
    const streams = all.flatMap((one) => watchedStreams(one.use, one.group, one.stream, this.#now / 1000));
    const alarmed = new Set(this.#alarms.map(keyOfAlarm));
    const unmatched = all.reduce((sum, { stream }) => sum + stream.total('unmatched'), 0);
    // A use of which nothing but what followed no send is known is not watched.
    const watched = streams.filter(({ sends }) => sends > 0);
    const quiet = watched.filter((one) => one.bound !== null && !alarmed.has(keyOfAlarm(one)));
    return { alarms: this.#alarms, streams: watched, quiet: quiet.map(quietOf), unmatched };
  }

  #add(use: string, contribution: Contribution): void {
    const monitored = this.#find(use, contribution.group);
    monitored.changedAt = this.#now;
    if (contribution.counted === 'send-after-opt-out') this.#broken(monitored, contribution.counted);
    const mayAlarm = monitored.stream.add(contribution);
    monitored.peers.add(contribution);
    if (!mayAlarm) return;
    for (const standing of againstBound(monitored.stream, this.#now / 1000))
      this.#climb(monitored, standing, false);
  }

  /** Looks as often as time went on: each hour while something happens, and each day while something is waited for. */
  #passTo(at: number): void {
    while (at >= this.#nextLook) {
      const isSilent = this.#nextLook - this.#now > SETTLES_MS;
      if (this.#nextLook - this.#now > WAITED_FOR_MS) break;
      const happened = this.#now;
      this.#now = this.#nextLook;
      this.#look();
      this.#now = happened;
      this.#nextLook += isSilent ? DAY_MS : LOOK_EVERY_MS;
    }
    this.#now = at;
    this.#nextLook = Math.floor(at / LOOK_EVERY_MS + 1) * LOOK_EVERY_MS;
  }

  /** What is decided over all streams together, and what compares streams. */
  #look(): void {
    const all = [...this.#monitored.values()];
    for (const one of all) {
      const isSettled = one.lookedAt >= one.changedAt + SETTLES_MS;
      if (isSettled && this.#now - one.lookedAt < DAY_MS) continue;
      one.lookedAt = this.#now;
      const { use, group, stream, peers } = one;
      const everybody = group === EVERYBODY ? null : this.#find(use, EVERYBODY).stream;
      const now = this.#now / 1000;
      one.standings = [...againstBound(stream, now), ...besideOthers(stream, { everybody, peers }, now)];
    }
    const standings = all.flatMap((one) => one.standings.map((standing) => ({ one, standing })));
    const eValues = standings.filter(({ standing }) => standing.logEValue !== null);
    const discoveries = eBenjaminiHochberg(eValues.map(({ standing }) => standing.logEValue!));
    const found = new Set(eValues.filter((_, index) => discoveries[index]));
    for (const each of standings) this.#climb(each.one, each.standing, found.has(each));
  }

  /** The next step of the ladder that a monitor has reached, told once. */
  #climb(one: Monitored, standing: Standing, isDiscovery: boolean): void {
    const action = asksFor(standing, isDiscovery);
    const before = one.steps.get(standing.monitor);
    if (action === null) return;
    if (before !== undefined && ACTIONS.indexOf(action) <= ACTIONS.indexOf(before)) return;
    one.steps.set(standing.monitor, action);
    const place = { use: one.use, group: groupOf(one.group), at: new Date(this.#now) };
    this.#alarms.push(alarmOf(place, standing, one.stream, action));
  }

  #broken({ use, stream, steps }: Monitored, rule: string): void {
    if (steps.has(rule)) return;
    steps.set(rule, 'pause');
    const place = { use, group: null, at: new Date(this.#now) };
    this.#alarms.push(brokenRule(place, rule, stream.total('exposed')));
  }

  #find(use: string, group: string): Monitored {
    const key = `${use}\u0000${group}`;
    const known = this.#monitored.get(key);
    if (known !== undefined) return known;
    const peers = this.#all.get(group) ?? new ByStratum();
    this.#all.set(group, peers);
    const made: Monitored = {
      use,
      group,
      stream: new LiveStream(new StreamCounts()),
      peers,
      steps: new Map(),
      standings: [],
      changedAt: this.#now,
      lookedAt: 0,
    };
    this.#monitored.set(key, made);
    return made;
  }
}

const keyOfAlarm = ({ use, group, monitor }: Pick<Alarm, 'use' | 'group' | 'monitor'>): string =>
  [use, JSON.stringify(group), monitor].join('\u0000');
