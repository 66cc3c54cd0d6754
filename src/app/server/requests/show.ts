import type { Jurisdiction } from '../../../kernel/vocabulary.ts';
import {
  type AskedRequest,
  isClosed,
  nextRequest,
} from '../../../playbook/6-control/requests/asked-request.ts';
import {
  type IndividualReview,
  individualReview,
} from '../../../playbook/6-control/requests/individual-review.ts';
import { proofMissing } from '../../../playbook/6-control/requests/proof.ts';
import {
  DUE_SOON_DAYS,
  dueAt,
  extendedClockOf,
  type Urgency,
  urgencyOf,
} from '../../../playbook/6-control/requests/request-clock.ts';
import type { RequestEvent } from '../../../playbook/6-control/requests/request-event.ts';
import {
  type CustomerRequest,
  listEventsOfRequests,
  pageRequests,
  type RequestFilter,
  type RequestSort,
  type StoredRequestEvent,
} from '../../../stores/sql/repositories/customer-requests.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { demand, isAllowed, type View } from '../change.ts';
import type { RequestAction } from './act.ts';
import { openWords } from './said-by-person.ts';
import { eventOf, foldOf, type StoredRequest, storedRequest } from './stored-request.ts';

/** A request as the queue shows it: nothing of who asks. */
export interface QueuedRequest {
  readonly id: string;
  readonly kind: string;
  readonly detail: string | null;
  readonly state: string;
  readonly jurisdiction: string | null;
  readonly use: string | null;
  readonly purpose: string | null;
  readonly through: string;
  readonly askedAt: string;
  readonly dueAt: string;
  /** `null` where it is closed. */
  readonly urgency: Urgency | null;
  readonly clock: AskedRequest['clock'];
  readonly isExtended: boolean;
  readonly proof: {
    readonly needed: string;
    readonly given: readonly string[];
    readonly missing: readonly string[];
  };
  readonly takenBy: string | null;
  readonly openDestinations: number;
  readonly destinationsDueAt: string | null;
  readonly closedAt: string | null;
  readonly outcome: string | null;
  readonly version: number;
}

export interface ShownRequest extends QueuedRequest {
  readonly decision: string | null;
  /** Of a contest: what stands on record of its review; words for those who may decide alone. */
  readonly review: IndividualReview | null;
  readonly useVersion: string | null;
  /** Until when it could be extended; `null` where it cannot. */
  readonly canExtendTo: string | null;
  /** What can be done with it now, likeliest first. */
  readonly possible: ReadonlyArray<RequestAction['do']>;
  readonly destinations: ReadonlyArray<
    AskedRequest['destinations'][number] & { readonly isOverdue: boolean }
  >;
  readonly events: ReadonlyArray<{
    readonly number: number;
    readonly type: string;
    readonly at: string;
    readonly by: string | null;
    readonly says: Readonly<Record<string, unknown>>;
    /** For those who may decide alone. */
    readonly words: string | null;
  }>;
}

export interface QueueFilter {
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly open?: boolean | undefined;
  readonly taken?: boolean | undefined;
  readonly urgency?: Urgency | undefined;
  readonly destinationsOverdue?: boolean | undefined;
  readonly jurisdiction?: string | undefined;
  readonly use?: string | undefined;
}

/** The queue of requests, what is due first first. Refusals: `people.not-allowed`, `store.invalid-cursor`. */
export async function showRequests(
  view: View,
  { urgency, destinationsOverdue, ...filter }: QueueFilter,
  request: PageRequest<RequestSort>,
): Promise<Page<QueuedRequest>> {
  demand(view, 'request.read');
  const page = await pageRequests(
    view.db,
    {
      ...filter,
      ...dueWithin(urgency, view.at),
      ...(destinationsOverdue === true ? { destinationsDueBefore: view.at } : {}),
    },
    request,
  );
  const events = await listEventsOfRequests(
    view.db,
    page.items.map(({ id }) => id),
  );
  return { ...page, items: page.items.map((row) => queued(row, foldOf(events.get(row.id) ?? []), view.at)) };
}

/** One request with all that happened to it. Refusals: `people.not-allowed`, `store.not-found`. */
export async function showRequest(view: View, id: string): Promise<ShownRequest> {
  demand(view, 'request.read');
  return shownRequest(view, await storedRequest(view.db, id));
}

export function shownRequest(view: View, { row, request, events }: StoredRequest): ShownRequest {
  const { at: now, context } = view;
  const mayDecide = isAllowed(view, 'contest.decide');
  const extended = canExtend(request, now)
    ? extendedClockOf(request.kind, request.jurisdiction as Jurisdiction | null, new Date(request.clockFrom))
    : null;
  return {
    ...queued(row, request, now),
    decision: row.decisionId,
    review: individualReview(
      request,
      events.map((event) => ({
        ...eventOf(event),
        ...(event.words === null ? {} : { words: mayDecide ? openWords(context, row.id, event) : null }),
      })) as RequestEvent[],
      row.statement !== null,
    ),
    useVersion: row.versionId,
    canExtendTo: extended === null ? null : dueAt(extended, new Date(request.clockFrom)).toISOString(),
    possible: mayDecide ? possible(request, now) : [],
    destinations: request.destinations.map((one) => ({
      ...one,
      isOverdue: one.acknowledgedAt === null && Date.parse(one.dueAt) < now.getTime(),
    })),
    events: events.map((event) => ({
      number: event.number,
      type: event.type,
      at: event.at.toISOString(),
      by: event.byKey,
      says: saidIn(event),
      words: mayDecide ? openWords(context, row.id, event) : null,
    })),
  };
}

function queued(row: CustomerRequest, request: AskedRequest, now: Date): QueuedRequest {
  const { needed, proofs } = request;
  return {
    id: row.id,
    kind: row.kind,
    detail: row.detail,
    state: request.state,
    jurisdiction: row.jurisdiction,
    use: row.useId === '' ? null : row.useId,
    purpose: row.purpose,
    through: row.through,
    askedAt: request.askedAt,
    dueAt: request.dueAt.toISOString(),
    urgency: isClosed(request) ? null : urgencyOf(request.dueAt, now),
    clock: request.clock,
    isExtended: request.isExtended,
    proof: { needed, given: proofs, missing: proofMissing(needed, proofs) },
    takenBy: request.takenBy,
    openDestinations: row.openDestinations,
    destinationsDueAt: row.destinationsDueAt?.toISOString() ?? null,
    closedAt: request.closedAt,
    outcome: request.outcome,
    version: row.version,
  };
}

function saidIn(stored: StoredRequestEvent): Readonly<Record<string, unknown>> {
  const { type: _, at: __, by: ___, ...said } = eventOf(stored);
  return Object.fromEntries(Object.entries(said).filter(([name]) => name !== 'words'));
}

function dueWithin(urgency: Urgency | undefined, now: Date): Pick<RequestFilter, 'dueBefore' | 'dueFrom'> {
  const soon = new Date(now.getTime() + DUE_SOON_DAYS * 86_400_000);
  if (urgency === 'overdue') return { dueBefore: now };
  if (urgency === 'due-soon') return { dueFrom: now, dueBefore: soon };
  return urgency === 'in-time' ? { dueFrom: soon } : {};
}

const at = (now: Date) => ({ at: now.toISOString(), by: null });
const canExtend = (request: AskedRequest, now: Date): boolean =>
  nextRequest(request, { ...at(now), type: 'extended', words: '-' }).ok;

/** What follows from where a request stands, by trying it. */
function possible(request: AskedRequest, now: Date): ReadonlyArray<RequestAction['do']> {
  const follows = (...events: RequestEvent[]): boolean => {
    let after = request;
    return events.every((event) => {
      const next = nextRequest(after, event);
      if (next.ok) after = next.value;
      return next.ok;
    });
  };
  const common = at(now);
  const isOneOf = (...kinds: string[]): boolean => kinds.includes(request.kind);
  const isReady = !isClosed(request) && proofMissing(request.needed, request.proofs).length === 0;
  const hasAsked = request.destinations.length > 0;
  const answers = ['done', 'partly', 'nothing-held'] as const;
  const ways: ReadonlyArray<readonly [RequestAction['do'], boolean]> = [
    ['take', !isClosed(request) && request.takenBy === null],
    ['ask-for-proof', request.state !== 'needs-proof' && follows({ ...common, type: 'proof-asked' })],
    ['confirm-person', !isClosed(request) && proofMissing(request.needed, request.proofs).includes('second')],
    ['carry-out', isReady && isOneOf('erase', 'correct') && !hasAsked],
    [
      'decide',
      follows(
        { ...common, type: 'considered', words: '-', trainedAt: null },
        { ...common, type: 'answered', outcome: 'upheld', words: '-' },
      ),
    ],
    ['answer', answers.some((outcome) => follows({ ...common, type: 'answered', outcome, words: '-' }))],
    ['extend', canExtend(request, now)],
    ['refuse', follows({ ...common, type: 'refused', reason: 'other', words: '-' })],
    ['reopen', follows({ ...common, type: 'reopened', words: '-' })],
  ];
  return ways.flatMap(([way, isPossible]) => (isPossible ? [way] : []));
}
