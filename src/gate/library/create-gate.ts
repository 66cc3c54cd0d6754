import { randomUUID } from 'node:crypto';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { verifyClearance } from '../../playbook/5-oversight/clearances/verify-clearance.ts';
import { readTrustRoots, type TrustRoots } from '../../playbook/5-oversight/signatures/trust-roots.ts';
import { type Decision, inOrder, outcomeOf, type Reason } from '../decision.ts';
import { deny } from '../reason.ts';
import type { ReasonCode } from '../reason-codes.ts';
import { follow } from './follow.ts';
import { type GateClock, ServerTime, systemClock } from './gate-clock.ts';
import type { GateServer, LeasedPerson, LeaseGrant, LeaseOrder } from './gate-server.ts';
import { Judge } from './judge.ts';
import { Knowledge } from './knowledge.ts';
import { type Dispatch, Leases } from './leases.ts';
import { type ConsentStringReader, type GateQuestion, readQuestion } from './read-question.ts';
import { Reports, type Spool } from './reports.ts';

export interface GateOptions {
  /** The keys that clearances are believed from: the text of the organisation's trust roots, got on a way of its own. */
  readonly trustedKeys: string;
  /** `overHttp({ server, key })`. */
  readonly server: GateServer;
  /** Signed clearances as the texts of their files: essential messages go by them before the server was ever heard. */
  readonly clearances?: readonly string[];
  /** Keeps every decision before it is given, so that a crash loses none: `sealedSpool`. Default: they wait in memory. */
  readonly spool?: (Spool & { left(): ReadonlyArray<Parameters<Spool['add']>[0]> }) | null;
  /** How often decisions go to the server's log, in milliseconds; default 1,000. */
  readonly reportEveryMs?: number;
  /** Reads TCF and GPP strings; without it a question that brings one is refused. */
  readonly readConsentString?: ConsentStringReader;
  readonly clock?: GateClock;
  /** Told when the feed breaks off or reports are not taken. It holds no personal data. */
  readonly onTrouble?: (says: string) => void;
}

/** As many as the server takes in one question; more are asked for in parts, each an allotment of its own. */
const LEASED_AT_ONCE = 10_000;
/** The last moment that a date can have. */
const NEVER = new Date(8.64e15);

export interface GateState {
  /** How long ago the server was last heard, in milliseconds; infinite before it first was. */
  readonly ageMs: number;
  readonly people: number;
  /** Bytes that people take, but for what many share. */
  readonly bytes: number;
  readonly likenesses: number;
  /** Decisions that are not in the server's log yet. */
  readonly waiting: number;
}

export interface Gate {
  /** May this be sent to this person now. Never throws, never waits; what cannot be read or known is refused. */
  decide(question: GateQuestion): Decision;
  /**
   * Sets contacts aside at the server for one sending, before its messages are asked about. Gives the keys of the people
   * in the order in which they were named, and the end of the first part. Problems: those of the server; what was set
   * aside before one stays until its end.
   */
  lease(order: LeaseOrder): Promise<Result<LeaseGrant, Problem>>;
  /** Says that a message was permitted and not sent after all, so that its contact is free again. */
  notSent(
    question: Pick<GateQuestion, 'use' | 'subject' | 'channel'> & { readonly dispatch: string },
  ): Promise<Result<null, Problem>>;
  /** A sending is over: what it did not use is free for others. */
  finish(dispatch: Dispatch): Promise<Result<null, Problem>>;
  /** Resolves once everything was heard for the first time. */
  ready(): Promise<void>;
  /** Sends what waits for the log; true where nothing is left. */
  flush(): Promise<boolean>;
  state(): GateState;
  /** Stops following, gives unused allotments back and sends what waits for the log, as far as the server answers. */
  close(): Promise<void>;
}

/**
 * A gate in the sender's own process: decides by the rules of the server, from what the server's feed tells it. Throws a
 * `TypeError` for trusted keys or clearances that cannot be read.
 */
export function createGate(options: GateOptions): Gate {
  const { server, clock = systemClock, spool = null, reportEveryMs = 1_000, onTrouble = () => {} } = options;
  const trustedKeys = rootsOf(options.trustedKeys);
  const knowledge = new Knowledge(trustedKeys);
  const time = new ServerTime(clock);
  for (const statement of options.clearances ?? [])
    knowledge.addClearance(useIn(statement, trustedKeys, new Date(clock.wall())), statement);
  const leases = new Leases();
  const judge = new Judge(knowledge, leases);
  const reports = new Reports(server, spool, spool?.left() ?? []);
  const name = randomUUID();
  let decisions = 0;

  const stop = new AbortController();
  let isHeard: () => void = () => {};
  const heard = new Promise<void>((resolve) => {
    isHeard = resolve;
  });
  const following = follow({
    server,
    knowledge,
    time,
    clock,
    stop: stop.signal,
    onAnswer: isHeard,
    onTrouble: (error) => onTrouble(error instanceof Error ? error.message : 'the feed broke off'),
  });

  const toReturn = new Set<string>();
  const giveBack = async (ids: readonly string[]): Promise<Result<null, Problem>> => {
    for (const id of ids) toReturn.add(id);
    if (toReturn.size === 0) return ok(null);
    // The server frees what no permit drew on, so it must have every permit first.
    if (!(await reports.flush())) return fail(unreported());
    for (const id of toReturn) {
      const given = await server.giveBack(id);
      if (!given.ok) return given;
      toReturn.delete(id);
    }
    return ok(null);
  };
  const tend = setInterval(async () => {
    if (!(await reports.flush())) onTrouble(`${reports.waiting} decisions wait for the log`);
    await giveBack(leases.ended(new Date(time.now())));
  }, reportEveryMs);
  tend.unref();

  function decide(question: GateQuestion): Decision {
    const now = new Date(time.now());
    const asked = readQuestion(question, options.readConsentString ?? null);
    if (asked === null) return refuse(deny('question-invalid'));
    const { decision, lease } = judge.judge(asked, now);
    const isKept =
      (decision.decision !== 'permit' || reports.hasRoom) &&
      reports.add({
        id: `${name}:${decisions++}`,
        at: now.toISOString(),
        use: asked.sending.use,
        subject: asked.subject,
        channel: asked.sending.channel,
        dispatch: asked.sending.dispatch,
        contentHash: asked.sending.contentHash,
        outcome: decision.decision,
        codes: codesOf(decision.reasons),
        shadow: codesOf(decision.shadow),
        clearance: decision.clearance,
        lease,
        knownUpTo: knowledge.position,
      });
    // What nobody could answer for later is not sent, unless it is owed.
    return isKept || decision.decision !== 'permit' || judge.isOwed(asked, now)
      ? decision
      : { ...decision, ...refuse(deny('feed-stale')), clearance: decision.clearance };
  }

  return {
    decide,
    async lease(order) {
      const people: LeasedPerson[] = [];
      let endsAt = NEVER;
      let lease = '';
      for (let start = 0; start === 0 || start < order.people.length; start += LEASED_AT_ONCE) {
        const granted = await server.lease({
          ...order,
          people: order.people.slice(start, start + LEASED_AT_ONCE),
        });
        if (!granted.ok) return granted;
        leases.add(order, granted.value, order.people.length);
        people.push(...granted.value.people);
        if (granted.value.endsAt < endsAt) endsAt = granted.value.endsAt;
        lease ||= granted.value.lease;
      }
      return ok({ lease, endsAt, people });
    },
    async notSent(question) {
      // Before the server may give the contact to somebody else.
      leases.drop(question, question.subject);
      await reports.flush();
      return server.notSent([question]);
    },
    finish: (dispatch) => giveBack(leases.end(dispatch)),
    ready: () => heard,
    flush: () => reports.flush(),
    state: () => ({
      ageMs: time.age(),
      people: knowledge.people.size,
      bytes: knowledge.people.bytes,
      likenesses: knowledge.people.likenesses,
      waiting: reports.waiting,
    }),
    async close() {
      stop.abort();
      clearInterval(tend);
      await following;
      await giveBack(leases.end());
      await reports.flush();
    },
  };
}

const unreported = (): Problem =>
  problem(
    'gate.unreachable',
    'the allotment is kept, as the server does not take the decisions that drew on it',
    'leave the gate running, which tries again',
  );

const refuse = (reason: Reason): Decision => ({
  decision: outcomeOf([reason]),
  reasons: inOrder([reason]),
  shadow: [],
  clearance: null,
  expiresAt: null,
});

const codesOf = (reasons: readonly Reason[]): readonly ReasonCode[] => reasons.map(({ code }) => code);

function rootsOf(text: string): TrustRoots {
  const roots = readTrustRoots(text);
  if (!roots.ok) throw new TypeError(roots.problem.message);
  return roots.value;
}

function useIn(statement: string, roots: TrustRoots, now: Date): string {
  const verified = verifyClearance(statement, roots, now, null);
  if (!verified.ok) throw new TypeError(verified.problem.message);
  return verified.value.clearance.use;
}
