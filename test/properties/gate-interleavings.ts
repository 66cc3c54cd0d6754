import { contactTime, type PromisedContact } from '../../src/gate/caps/contact-time.ts';
import { decide } from '../../src/gate/decide.ts';
import type { Contact } from '../../src/gate/person-facts.ts';
import { moment, NOON, person, policy, sending, use } from '../../src/gate/testing/moments.ts';

// A small model of everybody who may reach one person at once: two senders who ask over HTTP, and a gate in a sender's
// own process that took a contact in advance. The rules are the real ones; the store, the clocks and the wires are here.

const TICK_MS = 12 * 3_600_000;
/** In ticks. */
const PERMIT = 1;
const LEASE = 3;
const STALE = 1;
const WINDOW = 2;
const END = 5;

/** Ways in which a store or a gate could be built wrongly; the model must show each of them to be wrong. */
export interface Flaws {
  /** The cap is looked at, and the contact written, in two steps. */
  readonly isTornApart?: boolean;
  /** A contact counts from when it was promised. */
  readonly countsFromPromise?: boolean;
  /** A promise of which nobody told anything is forgotten when its permit ends. */
  readonly forgetsSilence?: boolean;
  /** A gate in process takes its allotment without a contact being set aside. */
  readonly leasesWithoutReserving?: boolean;
  /** A gate in process does not mind how old what it knows is. */
  readonly ignoresStaleness?: boolean;
  /** A gate in process uses what is left of its allotment after the end of it. */
  readonly ignoresEndOfLease?: boolean;
  /** A sender may release what it has sent. */
  readonly releasesWhatWasSent?: boolean;
}

/** Times in ticks. */
interface Promised {
  readonly dispatch: string;
  readonly state: PromisedContact['state'];
  readonly reservedAt: number;
  readonly permittedUntil: number;
  readonly settledAt: number | null;
}
interface Sender {
  readonly phase: 'idle' | 'answered' | 'permitted' | 'sent' | 'over';
  readonly until: number;
}
export interface World {
  readonly now: number;
  readonly pausedAt: number | null;
  readonly contacts: readonly Promised[];
  readonly senders: readonly Sender[];
  readonly gate: Sender & {
    readonly leaseEnds: number;
    readonly heardAt: number;
    readonly heardPause: boolean;
  };
  /** When the person was reached, and through which door. */
  readonly sends: ReadonlyArray<{ readonly at: number; readonly door: 'http' | 'process' }>;
}

export const BEGINNING: World = {
  now: 0,
  pausedAt: null,
  contacts: [],
  senders: [
    { phase: 'idle', until: 0 },
    { phase: 'idle', until: 0 },
  ],
  gate: { phase: 'idle', until: 0, leaseEnds: 0, heardAt: 0, heardPause: false },
  sends: [],
};

const at = (tick: number): Date => new Date(NOON.getTime() + tick * TICK_MS);
const ticksOf = (time: Date): number => (time.getTime() - NOON.getTime()) / TICK_MS;

/** Until when the real rules permit it, in ticks; `null` where they do not. Few questions come up, again and again. */
function permitted(
  world: World,
  flaws: Flaws,
  how: {
    readonly dispatch: string;
    readonly isPaused: boolean;
    readonly asOf: number;
    readonly asksBook: boolean;
  },
): number | null {
  const counted = how.asksBook ? world.contacts.flatMap((one) => countedAt(one, world.now, flaws)) : [];
  const question = JSON.stringify([world.now, counted, how, flaws.ignoresStaleness]);
  let until = answers.get(question);
  if (until === undefined) {
    until = askTheRules(world.now, flaws, how, counted);
    answers.set(question, until);
  }
  return until;
}

const answers = new Map<string, number | null>();

function countedAt(one: Promised, now: number, flaws: Flaws): readonly Pick<Contact, 'dispatch' | 'at'>[] {
  if (flaws.forgetsSilence && one.state === 'reserved' && one.permittedUntil <= now) return [];
  const time = contactTime({
    state: one.state,
    permittedUntil: at(one.permittedUntil),
    settledAt: one.settledAt === null ? null : at(one.settledAt),
  });
  if (time === null) return [];
  return [{ dispatch: one.dispatch, at: flaws.countsFromPromise ? at(one.reservedAt) : time }];
}

function askTheRules(
  now: number,
  flaws: Flaws,
  how: { readonly dispatch: string; readonly isPaused: boolean; readonly asOf: number },
  counted: readonly Pick<Contact, 'dispatch' | 'at'>[],
): number | null {
  const contacts = counted.map((one): Contact => ({ use: 'winback-spring', channel: 'email', ...one }));
  const said = decide(
    moment({
      now: at(now),
      use: use({ asOf: at(how.asOf), pausedBy: how.isPaused ? 'complaints' : null }),
      person: person({ asOf: at(how.asOf), contacts }),
      sending: sending({ dispatch: how.dispatch }),
      policy: policy({
        caps: { all: { count: 1, days: (WINDOW * TICK_MS) / 86_400_000 }, channels: {} },
        permitSeconds: (PERMIT * TICK_MS) / 1000,
        stalenessSeconds: flaws.ignoresStaleness ? 1e9 : (STALE * TICK_MS) / 1000,
      }),
    }),
  );
  return said.decision === 'permit' ? ticksOf(said.expiresAt!) : null;
}

const reserve = (world: World, dispatch: string, until: number): World => ({
  ...world,
  contacts: [
    ...world.contacts,
    { dispatch, state: 'reserved', reservedAt: world.now, permittedUntil: until, settledAt: null },
  ],
});
const settle = (world: World, dispatch: string, state: 'sent' | 'released'): World => ({
  ...world,
  contacts: world.contacts.map((one) =>
    one.dispatch === dispatch && one.state === 'reserved' ? { ...one, state, settledAt: world.now } : one,
  ),
});
const reach = (world: World, door: 'http' | 'process'): World => ({
  ...world,
  sends: [...world.sends, { at: world.now, door }],
});

/** Every step that anybody could take next, with what it is called. Not to step is to have died, which is always possible. */
export function nextSteps(world: World, flaws: Flaws): ReadonlyArray<readonly [step: string, next: World]> {
  const steps: Array<readonly [string, World]> = [];
  const isPaused = world.pausedAt !== null;
  if (world.now < END) steps.push(['time passes', { ...world, now: world.now + 1 }]);
  if (!isPaused) steps.push(['somebody pauses the use', { ...world, pausedAt: world.now }]);

  for (const [index, sender] of world.senders.entries()) {
    const dispatch = `sender-${index}`;
    const become = (over: Partial<Sender>, next = world): World => ({
      ...next,
      senders: next.senders.map((one, i) => (i === index ? { ...one, ...over } : one)),
    });
    const ask = () => permitted(world, flaws, { dispatch, isPaused, asOf: world.now, asksBook: true });
    // The two are alike, so that the first to ask may be called the first.
    const isItsTurn = index === 0 || world.senders[0]!.phase !== 'idle';
    if (sender.phase === 'idle' && isItsTurn) {
      const until = ask();
      if (until !== null)
        steps.push(
          flaws.isTornApart
            ? [`${dispatch} is found to be within the cap`, become({ phase: 'answered', until })]
            : [
                `${dispatch} is permitted`,
                become({ phase: 'permitted', until }, reserve(world, dispatch, until)),
              ],
        );
    }
    if (sender.phase === 'answered')
      steps.push([
        `${dispatch} is written down`,
        become({ phase: 'permitted' }, reserve(world, dispatch, sender.until)),
      ]);
    if (sender.phase === 'permitted') {
      if (world.now < sender.until)
        steps.push([`${dispatch} sends`, become({ phase: 'sent' }, reach(world, 'http'))]);
      steps.push([`${dispatch} releases`, become({ phase: 'over' }, settle(world, dispatch, 'released'))]);
    }
    if (sender.phase === 'sent') {
      steps.push([
        `${dispatch} tells that it sent`,
        become({ phase: 'over' }, settle(world, dispatch, 'sent')),
      ]);
      if (flaws.releasesWhatWasSent)
        steps.push([
          `${dispatch} releases what it sent`,
          become({ phase: 'over' }, settle(world, dispatch, 'released')),
        ]);
    }
  }

  const { gate } = world;
  const become = (over: Partial<World['gate']>, next = world): World => ({
    ...next,
    gate: { ...next.gate, ...over },
  });
  if (gate.heardAt < world.now || gate.heardPause !== isPaused)
    steps.push(['the gate hears of changes', become({ heardAt: world.now, heardPause: isPaused })]);
  if (gate.phase === 'idle') {
    const until = permitted(world, flaws, { dispatch: 'lease', isPaused, asOf: world.now, asksBook: true });
    const leaseEnds = world.now + LEASE;
    const leased = flaws.leasesWithoutReserving ? world : reserve(world, 'lease', leaseEnds);
    if (until !== null)
      steps.push(['the gate takes a contact in advance', become({ phase: 'answered', leaseEnds }, leased)]);
  }
  if (gate.phase === 'answered') {
    const until = permitted(world, flaws, {
      dispatch: 'lease',
      isPaused: gate.heardPause,
      asOf: gate.heardAt,
      asksBook: false,
    });
    const last = flaws.ignoresEndOfLease ? END + 9 : gate.leaseEnds;
    if (until !== null && world.now < last)
      steps.push([
        'the gate permits by itself',
        become({ phase: 'permitted', until: Math.min(until, last) }),
      ]);
    steps.push(['the gate gives back', become({ phase: 'over' }, settle(world, 'lease', 'released'))]);
  }
  if (gate.phase === 'permitted' && world.now < gate.until)
    steps.push(['the sender beside the gate sends', become({ phase: 'sent' }, reach(world, 'process'))]);
  if (gate.phase === 'sent')
    steps.push([
      'the gate tells that it was sent',
      become({ phase: 'over' }, settle(world, 'lease', 'sent')),
    ]);
  return steps;
}

/** What must never be, in words; `null` where all is well. */
export function wrongIn({ sends, pausedAt }: World): string | null {
  for (const { at: end } of sends)
    if (sends.filter((one) => one.at <= end && one.at > end - WINDOW).length > 1) return 'over the cap';
  const isLate = sends.some(
    ({ at: time, door }) =>
      pausedAt !== null && time >= pausedAt + PERMIT + (door === 'process' ? STALE : 0) && time > pausedAt,
  );
  return isLate ? 'sent too long after the pause' : null;
}
