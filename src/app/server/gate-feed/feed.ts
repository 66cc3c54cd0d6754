import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { FeedLine, FeedPosition } from '../../../gate/library/feed-lines.ts';
import { personLine, policyLine, useLine } from '../../../gate/library/lines-of.ts';
import type { UseState } from '../../../gate/use-state.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { may } from '../../../playbook/5-oversight/people/may.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import {
  type ChangesSince,
  changesSince,
  countKeys,
  keysAfter,
  useIds,
} from '../../../stores/sql/repositories/gate-changes.ts';
import { readKeys } from '../../../stores/sql/repositories/gate-contacts.ts';
import { readStatement } from '../../../stores/sql/repositories/gate-use-rows.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { Caller } from '../caller.ts';
import type { ServerContext } from '../context.ts';
import { gatePolicyIn } from '../gate/gate-policy.ts';
import { gatherPeople } from '../gate/gather-people.ts';
import { changedRests, HOUR_MS } from './changed-rests.ts';

/** People of one query. */
const AT_ONCE = 1_000;
/** People who are told along with those of whom something changed. */
const COVERING = 10;
/** For so long an answer waits for a change, in milliseconds; looked for so often. */
const [LONGEST_WAIT_MS, LOOK_EVERY_MS] = [5_000, 100];

type FeedContext = Pick<ServerContext, 'store' | 'clock' | 'gate'>;

/** An answer of the feed that has begun: whatever it could be refused for was looked at before. */
export type Feed = AsyncIterable<FeedLine>;

/**
 * What a gate in a process of its own is told: everything where `after` is `null`; else what changed since, as soon as
 * something has, or nothing after some seconds. Problems: `people.not-allowed`, `gate.changes-gone`, the store's.
 */
export async function openFeed(
  context: FeedContext,
  caller: Caller,
  after: FeedPosition | null,
  stop: AbortSignal,
): Promise<Result<Feed, Problem>> {
  const { store, clock } = context;
  const allowed = may(caller.account, 'gate.decide', clock.now());
  if (!allowed.ok) return allowed;
  const asked = performance.now();
  const waited = after === null ? null : await changesAfter(context, after, stop);
  const found = waited ?? (await look(context, Number.MAX_SAFE_INTEGER));
  if (!found.ok) return found;
  const { since, tick, readAt } = found.value;
  if (after !== null && (since.place.epoch !== after.epoch || after.at < since.forgottenUpTo))
    return fail(
      problem(
        'gate.changes-gone',
        'the changes since then are no longer kept',
        'ask for everything, without a position',
      ),
    );
  const position: FeedPosition = { ...since.place, tick };
  const elapsedMs = Math.floor(performance.now() - asked);
  return ok(
    (async function* (): Feed {
      const world = await mustRead(store.read((db) => worldIn(db, context, readAt)));
      const people =
        after === null
          ? await mustRead(store.read(countKeys))
          : since.changes.filter(({ kind }) => kind === 'person').length;
      yield {
        type: 'begin',
        schema: 'scruple.gate-feed/1',
        holds: after === null ? 'everything' : 'changes',
        people,
      };
      yield policyLine(world.policy);
      const names = after === null ? null : namesIn(since);
      for (const [id, state] of world.uses)
        if (names === null || names.isPolicyNew || names.uses.has(id))
          yield useLine(
            state,
            state.clearance === null
              ? null
              : ((await mustRead(store.read((db) => readStatement(db, state.clearance!.id)))) ?? null),
          );
      const subjects =
        names === null || after === null
          ? everybody(context)
          : inParts([
              ...names.people,
              ...(names.people.length === 0 ? [] : await anybody(context)),
              ...(tick === after.tick
                ? []
                : await changedRests(context, world, { from: after.tick, to: tick }, everybody(context))),
            ]);
      for await (const part of subjects) {
        if (stop.aborted) return;
        yield* await mustRead(store.read((db) => peopleLines(db, context, part, world, tick, readAt)));
      }
      yield { type: 'end', position, readAt: readAt.toISOString(), elapsedMs };
    })(),
  );
}

interface Found {
  readonly since: ChangesSince;
  /** The hour at which rests stand. */
  readonly tick: number;
  readonly readAt: Date;
}

const tickOf = (at: Date): number => Math.floor(at.getTime() / HOUR_MS);

async function look({ store, clock }: FeedContext, after: number): Promise<Result<Found, Problem>> {
  // The time before the reading: what is written meanwhile is told once more.
  const readAt = clock.now();
  const since = await store.read((db) => changesSince(db, after));
  return since.ok ? ok({ since: since.value, tick: tickOf(readAt), readAt }) : since;
}

async function changesAfter(
  context: FeedContext,
  after: FeedPosition,
  stop: AbortSignal,
): Promise<Result<Found, Problem>> {
  const until = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    const found = await look(context, after.at);
    if (!found.ok) return found;
    const { since, tick } = found.value;
    const isNew = since.count > after.seen || tick !== after.tick || since.place.epoch !== after.epoch;
    if (isNew || stop.aborted || performance.now() > until) return found;
    await setTimeout(LOOK_EVERY_MS);
  }
}

/** What changed, by name. Rests wait for their hour. */
function namesIn({ changes }: ChangesSince) {
  const of = (kind: string): readonly string[] =>
    changes.flatMap((one) => (one.kind === kind ? [one.name] : []));
  return { people: of('person'), uses: new Set(of('use')), isPolicyNew: of('policy').length > 0 };
}

/** What the lines of people are made with. */
export interface FeedWorld {
  readonly policy: Awaited<ReturnType<typeof gatePolicyIn>>['policy'];
  readonly uses: ReadonlyMap<string, UseState>;
}

async function worldIn(db: Database, { gate }: FeedContext, now: Date): Promise<FeedWorld> {
  const { policy } = await gatePolicyIn(db);
  const states = await gate.parts.useStates.read(db, await useIds(db), now);
  return { policy, uses: new Map([...states].map(([id, { state }]) => [id, state])) };
}

/** The lines of people under every key of theirs. */
async function peopleLines(
  db: Database,
  { gate }: FeedContext,
  named: readonly string[],
  { policy, uses }: FeedWorld,
  tick: number,
  now: Date,
): Promise<readonly FeedLine[]> {
  const own = await readKeys(db, named as SubjectKey[]);
  const keys = [...new Set([...named, ...own.states.map(({ subject }) => subject)])] as SubjectKey[];
  const all = keys.length === named.length ? own : await readKeys(db, keys);
  const people = await gatherPeople(db, gate.parts, keys, all, now);
  const states = [...uses.values()];
  const hour = new Date(tick * HOUR_MS);
  return keys.map((key) => personLine(people.get(key)!.factsToTell(key, states, policy, hour)));
}

async function* everybody({ store }: FeedContext): AsyncGenerator<readonly string[]> {
  for (let last = ''; ; ) {
    const part = await mustRead(store.read((db) => keysAfter(db, last, AT_ONCE)));
    if (part.length > 0) yield part;
    if (part.length < AT_ONCE) return;
    last = part.at(-1)!;
  }
}

/**
 * Some people, of whom nothing need have changed. Whoever is told again without a visible change may have said something
 * that is protected; among these, nobody can tell who did.
 */
const anybody = ({ store }: FeedContext): Promise<readonly string[]> =>
  mustRead(store.read((db) => keysAfter(db, `subject:${randomBytes(32).toString('base64url')}`, COVERING)));

async function* inParts(names: readonly string[]): AsyncGenerator<readonly string[]> {
  const once = [...new Set(names)];
  for (let start = 0; start < once.length; start += AT_ONCE) yield once.slice(start, start + AT_ONCE);
}

/** An answer that has begun can only break off: without its end it counts for nothing. */
async function mustRead<T>(read: Promise<Result<T, Problem>>): Promise<T> {
  const result = await read;
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
