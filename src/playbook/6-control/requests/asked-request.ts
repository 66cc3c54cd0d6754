import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Jurisdiction } from '../../../kernel/vocabulary.ts';
import { MOST_FAILED_PROOFS, type Proof, type ProofNeeded, proofMissing, proofNeeded } from './proof.ts';
import { clockOf, dueAt, extendedClockOf, type RequestClock } from './request-clock.ts';
import type { Acknowledgement, RequestEvent, TableChange } from './request-event.ts';
import { type AccessDetail, DONE_IN_SOURCES, type RequestKind } from './request-kind.ts';

export const REQUEST_STATES = [
  'open',
  'needs-proof',
  'in-progress',
  'answered',
  'refused',
  'withdrawn',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** A source that was asked to do its part. */
export interface Destination {
  readonly name: string;
  readonly askedAt: string;
  readonly dueAt: string;
  readonly acknowledgedAt: string | null;
  readonly outcome: Acknowledgement | null;
  /** Since when a change is under way there; where that was long ago, nobody knows whether it was kept. */
  readonly begunAt: string | null;
  /** What was changed there by this server; `null` where nothing was. */
  readonly tables: readonly TableChange[] | null;
  /** Why the last change there came to nothing. */
  readonly failure: string | null;
}

/** What a request comes to: the fold of its events, and nothing else. */
export interface AskedRequest {
  readonly kind: RequestKind;
  readonly detail: AccessDetail | null;
  readonly jurisdiction: Jurisdiction | null;
  readonly state: RequestState;
  readonly askedAt: string;
  /** From when its clock runs: when it was asked, or opened again. */
  readonly clockFrom: string;
  readonly clock: RequestClock;
  readonly dueAt: Date;
  readonly isExtended: boolean;
  readonly needed: ProofNeeded;
  readonly proofs: readonly Proof[];
  readonly failedProofs: number;
  readonly takenBy: string | null;
  /** Whether somebody looked at more than the machine had. */
  readonly isConsidered: boolean;
  readonly effects: ReadonlyArray<'objected' | 'erased'>;
  readonly destinations: readonly Destination[];
  readonly closedAt: string | null;
  /** Of an answer or a refusal. */
  readonly outcome: string | null;
}

export const isClosed = ({ state }: Pick<AskedRequest, 'state'>): boolean =>
  state === 'answered' || state === 'refused' || state === 'withdrawn';

export const isProven = ({ needed, proofs }: Pick<AskedRequest, 'needed' | 'proofs'>): boolean =>
  proofMissing(needed, proofs).length === 0;

/** Sources that have not said yet what was done there. */
export const openDestinations = ({ destinations }: Pick<AskedRequest, 'destinations'>) =>
  destinations.filter(({ acknowledgedAt }) => acknowledgedAt === null);

/**
 * A request after one more event, where the event follows from where it stands.
 * Problems: `rights.wrong-state`, `rights.not-proven`, `rights.cannot-extend`, `rights.no-words`,
 * `rights.open-destinations`, `rights.unknown-destination`.
 */
export function nextRequest(before: AskedRequest | null, event: RequestEvent): Result<AskedRequest, Problem> {
  if (before === null) return event.type === 'opened' ? ok(opened(event)) : wrongState(event);
  if (event.type === 'opened' || (isClosed(before) && !FOLLOWS_AN_END.includes(event.type)))
    return wrongState(event);
  if ('words' in event && event.words !== null && event.words.trim() === '') return noWords();
  switch (event.type) {
    case 'proof-asked':
      return isProven(before)
        ? notProven('nobody may be asked for more proof than this kind of request needs', 'go on with it')
        : ok({ ...before, state: 'needs-proof' });
    case 'proven':
      return ok(proven(before, event.proof));
    case 'not-proven':
      return before.failedProofs < MOST_FAILED_PROOFS
        ? ok({ ...before, failedProofs: before.failedProofs + 1 })
        : wrongState(event);
    case 'taken':
      return ok({ ...before, takenBy: event.by, state: isProven(before) ? 'in-progress' : before.state });
    case 'considered':
      return before.kind === 'contest' ? ok({ ...before, isConsidered: true }) : wrongState(event);
    case 'extended':
      return extended(before, event.at);
    case 'effected':
      return event.effect === 'objected' || isProven(before)
        ? ok({ ...before, effects: [...new Set([...before.effects, event.effect])] })
        : notProven('it is not proven who asks', 'ask for the proof first');
    case 'destinations-asked':
      return isProven(before) ? ok(asked(before, event)) : notProven('it is not proven who asks', ASK);
    case 'acknowledged':
      return acknowledged(before, event);
    case 'change-begun':
      return isProven(before)
        ? atDestination(before, event, { begunAt: event.at, failure: null })
        : notProven('it is not proven who asks', ASK);
    case 'changed':
      return atDestination(before, event, {
        begunAt: null,
        tables: added(before, event.destination, event.tables),
      });
    case 'change-failed':
      return atDestination(before, event, { begunAt: null, failure: event.problem });
    case 'answered':
      return answered(before, event);
    case 'refused':
      return ok({ ...before, ...closed('refused', event.at, event.reason) });
    case 'withdrawn':
      return ok({ ...before, ...closed('withdrawn', event.at, null) });
    case 'reopened':
      return isClosed(before) && before.state !== 'withdrawn'
        ? ok(reopened(before, event.at))
        : wrongState(event);
  }
}

/** What was changed in a source is on record, too, where the request ended meanwhile. */
const FOLLOWS_AN_END: readonly RequestEvent['type'][] = ['reopened', 'changed', 'change-failed'];

/** What events come to, from the first on. Problems: those of `nextRequest`. */
export function foldRequest(events: readonly RequestEvent[]): Result<AskedRequest, Problem> {
  let request: AskedRequest | null = null;
  for (const event of events) {
    const next = nextRequest(request, event);
    if (!next.ok) return next;
    request = next.value;
  }
  return request === null
    ? fail(problem('rights.wrong-state', 'nothing was asked', 'open a request'))
    : ok(request);
}

function opened(event: RequestEvent & { readonly type: 'opened' }): AskedRequest {
  const { kind, detail, jurisdiction, proofs, at } = event;
  const clock = clockOf(kind, jurisdiction, new Date(at));
  const needed = proofNeeded(kind, detail);
  return {
    kind,
    detail,
    jurisdiction,
    state: proofMissing(needed, proofs).length === 0 ? 'open' : 'needs-proof',
    askedAt: at,
    clockFrom: at,
    clock,
    dueAt: dueAt(clock, new Date(at)),
    isExtended: false,
    needed,
    proofs: [...new Set(proofs)],
    failedProofs: 0,
    takenBy: null,
    isConsidered: false,
    effects: [],
    destinations: [],
    closedAt: null,
    outcome: null,
  };
}

function proven(before: AskedRequest, proof: Proof): AskedRequest {
  const after = { ...before, proofs: [...new Set([...before.proofs, proof])] };
  const isReady = before.state === 'needs-proof' && isProven(after);
  return isReady ? { ...after, state: before.takenBy === null ? 'open' : 'in-progress' } : after;
}

function extended(before: AskedRequest, at: string): Result<AskedRequest, Problem> {
  const from = new Date(before.clockFrom);
  const clock = extendedClockOf(before.kind, before.jurisdiction, from);
  if (clock === null || before.isExtended)
    return cannotExtend(
      before.isExtended ? 'it was extended before, and once is all' : 'no law extends the time for this',
    );
  if (new Date(at) > before.dueAt) return cannotExtend('the first time is over');
  return ok({ ...before, clock, dueAt: dueAt(clock, from), isExtended: true });
}

function asked(
  before: AskedRequest,
  event: RequestEvent & { readonly type: 'destinations-asked' },
): AskedRequest {
  const known = new Set(before.destinations.map(({ name }) => name));
  const added = [...new Set(event.destinations)].filter((name) => !known.has(name));
  return {
    ...before,
    destinations: [
      ...before.destinations,
      ...added.map((name) => ({
        name,
        askedAt: event.at,
        dueAt: event.dueAt,
        acknowledgedAt: null,
        outcome: null,
        begunAt: null,
        tables: null,
        failure: null,
      })),
    ],
  };
}

function acknowledged(
  before: AskedRequest,
  event: RequestEvent & { readonly type: 'acknowledged' },
): Result<AskedRequest, Problem> {
  return atDestination(before, event, { outcome: event.outcome, acknowledgedAt: event.at });
}

/** Says something of one source that was asked. */
function atDestination(
  before: AskedRequest,
  { destination }: { readonly destination: string },
  says: Partial<Destination>,
): Result<AskedRequest, Problem> {
  if (!before.destinations.some(({ name }) => name === destination))
    return fail(
      problem(
        'rights.unknown-destination',
        `\`${destination}\` was not asked to do anything for this request`,
        'name a source that the request lists',
      ),
    );
  return ok({
    ...before,
    destinations: before.destinations.map((one) => (one.name === destination ? { ...one, ...says } : one)),
  });
}

/** What was changed in a dataset, over every time that something was. */
function added(
  { destinations }: AskedRequest,
  destination: string,
  tables: readonly TableChange[],
): readonly TableChange[] {
  const all = [...(destinations.find(({ name }) => name === destination)?.tables ?? []), ...tables];
  const place = ({ dataset, does, columns }: TableChange): string => [dataset, does, ...columns].join(' ');
  return [...Map.groupBy(all, place).values()].map((same) => ({
    ...same.at(-1)!,
    rows: same.reduce((sum, { does, rows }) => (does === 'keep' ? rows : sum + rows), 0),
  }));
}

function answered(
  before: AskedRequest,
  { outcome, words, at }: RequestEvent & { readonly type: 'answered' },
): Result<AskedRequest, Problem> {
  if (!isProven(before)) return notProven('it is not proven who asks', ASK);
  if ((before.kind === 'contest') !== (outcome === 'changed' || outcome === 'upheld'))
    return wrongState({ type: 'answered' }, 'a contest is decided, and nothing else is');
  if (before.kind === 'contest' && !before.isConsidered)
    return wrongState({ type: 'answered' }, 'nobody looked yet at what the machine did not have');
  const open = openDestinations(before).map(({ name }) => name);
  if (open.length > 0)
    return fail(
      problem(
        'rights.open-destinations',
        `what was asked is not known to be done in ${open.map((name) => `\`${name}\``).join(', ')}`,
        'acknowledge it for each source, or refuse with a reason',
      ),
    );
  const isPartly = before.destinations.some((one) => one.outcome === 'kept');
  if (isPartly && outcome === 'done')
    return wrongState({ type: 'answered' }, 'a source keeps data, so the answer is `partly`');
  if (before.kind === 'erase' && outcome !== 'nothing-held' && !before.effects.includes('erased'))
    return wrongState({ type: 'answered' }, 'nothing was erased here yet');
  // What is done at once says so by itself; of all else the person wants to read what came of it.
  if (words === null && !(outcome === 'done' && (before.effects.length > 0 || isDoneInSources(before))))
    return noWords();
  return ok({ ...before, ...closed('answered', at, outcome) });
}

const isDoneInSources = ({ kind, destinations }: AskedRequest): boolean =>
  DONE_IN_SOURCES.includes(kind) && destinations.length > 0;

/** A new clock runs, from now on; how long the first one took stays in the events. */
function reopened(before: AskedRequest, at: string): AskedRequest {
  const clock = clockOf(before.kind, before.jurisdiction, new Date(at));
  return {
    ...before,
    state: isProven(before) ? 'in-progress' : 'needs-proof',
    clockFrom: at,
    clock,
    dueAt: dueAt(clock, new Date(at)),
    isExtended: false,
    isConsidered: false,
    closedAt: null,
    outcome: null,
  };
}

const closed = (
  state: 'answered' | 'refused' | 'withdrawn',
  closedAt: string,
  outcome: string | null,
): Pick<AskedRequest, 'state' | 'closedAt' | 'outcome'> => ({ state, closedAt, outcome });

const ASK = 'ask for the proof first';
const refusal = (
  message: string,
  hint: string,
  code: Parameters<typeof problem>[0],
): Result<never, Problem> => fail(problem(code, message, hint));
const wrongState = (
  { type }: Pick<RequestEvent, 'type'>,
  message = `\`${type}\` does not follow from where the request stands`,
): Result<never, Problem> =>
  refusal(message, 'read it again, and take a step that follows', 'rights.wrong-state');
const notProven = (message: string, hint: string) => refusal(message, hint, 'rights.not-proven');
const cannotExtend = (message: string) =>
  refusal(message, 'answer now, or refuse with a reason', 'rights.cannot-extend');
const noWords = () =>
  refusal('the person is told of this and there are no words for them', 'write them', 'rights.no-words');
