import { contentHash } from '../../../kernel/canonical.ts';
import {
  type AskedRequest,
  foldRequest,
  isClosed,
  nextRequest,
  openDestinations,
} from '../../../playbook/6-control/requests/asked-request.ts';
import { type RequestEvent, TOLD_BY_LETTER } from '../../../playbook/6-control/requests/request-event.ts';
import {
  addRequestEvent,
  type CustomerRequest,
  changeCustomerRequest,
  findCustomerRequest,
  listEventsOfRequests,
  lockCustomerRequest,
  type StoredRequestEvent,
} from '../../../stores/sql/repositories/customer-requests.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { asJson } from '../../../stores/sql/tables/column-types.ts';
import type { Changes, Database } from '../../../stores/sql/tables/index.ts';
import { oweCallbacks } from '../access/protocol/owe-callbacks.ts';
import { missing, need } from '../change.ts';
import type { ServerContext } from '../context.ts';
import { say } from '../evidence/say.ts';
import { openSaid, sealSaid, sealWords } from './said-by-person.ts';
import { oweLimits } from './systems/limits-of-use.ts';

/** A request with what its events come to. */
export interface StoredRequest {
  readonly row: CustomerRequest;
  readonly events: readonly StoredRequestEvent[];
  readonly request: AskedRequest;
}

type Writing = Pick<Work, 'db' | 'at' | 'record'>;
type Sealing = Pick<ServerContext, 'sealer'>;

/** Refusals: `store.not-found`. */
export async function storedRequest(db: Database, id: string): Promise<StoredRequest> {
  return folded(db, await findCustomerRequest(db, id));
}

/** The same, for this transaction alone until it ends. Refusals: `store.not-found`. */
export async function lockedRequest(db: Database, id: string): Promise<StoredRequest> {
  return folded(db, await lockCustomerRequest(db, id));
}

/** Whether something was said in own words is all that a request depends on; the words stay sealed. */
export function eventOf({ at, byKey, event, words }: StoredRequestEvent): RequestEvent {
  const said = { ...(event as object), at: at.toISOString(), by: byKey };
  return (
    'words' in (event as object) ? { ...said, words: words === null ? null : SEALED } : said
  ) as RequestEvent;
}
const SEALED = 'sealed';

export const foldOf = (events: readonly StoredRequestEvent[]): AskedRequest =>
  need(foldRequest(events.map(eventOf)));

async function folded(db: Database, row: CustomerRequest | undefined): Promise<StoredRequest> {
  if (row === undefined) throw missing();
  const events = (await listEventsOfRequests(db, [row.id])).get(row.id) ?? [];
  return { row, events, request: foldOf(events) };
}

/** A step as whoever takes it tells it: when and, mostly, by whom is known. */
export type Step = RequestEvent extends infer E
  ? E extends RequestEvent
    ? Omit<E, 'at' | 'by'>
    : never
  : never;

/**
 * Takes steps in a request that is locked, keeps what they come to, and says so in the evidence log. With `expected`, only
 * where nobody changed it since that version was read.
 * Refusals: `store.changed`, and those of `nextRequest`.
 */
export async function takeSteps(
  work: Writing,
  context: Sealing,
  before: StoredRequest,
  by: string | null,
  steps: readonly Step[],
  expected: number | null = null,
): Promise<StoredRequest> {
  const { id } = before.row;
  let request = before.request;
  let letterOf = before.row.letterOf;
  let last = 0;
  for (const step of steps) {
    const event = { ...step, at: work.at.toISOString(), by } as RequestEvent;
    request = need(nextRequest(request, event));
    last = await addStep(work, context, id, event);
    if (TOLD_BY_LETTER.includes(event.type)) letterOf = last;
    say(work, 'requests', 'request.stepped', {
      by: by,
      request: id,
      step: event.type,
      recordHash: contentHash(event),
    });
  }
  const said = openSaid(context, id, before.row.sealed);
  const mayWrite = said.identifiers.some(({ kind }) => kind === 'email');
  const isOwed = mayWrite && letterOf !== null;
  const row = await changeCustomerRequest(work.db, id, expected, {
    ...columnsOf(request),
    letterOf: isOwed ? letterOf : null,
    // What was said has done its work; the address is needed until the person has heard.
    ...(isClosed(request)
      ? {
          sealed: isOwed ? sealSaid(context, id, { ...said, correction: null }) : null,
          statement: request.kind === 'contest' ? before.row.statement : null,
        }
      : {}),
  });
  if (isClosed(request) && !isClosed(before.request)) sayClosed(work, by, id, request);
  await oweCallbacks(work, id, last, before.request, request);
  await oweLimits(work, context, {
    id,
    subject: before.row.subject,
    purpose: before.row.purpose,
    identifiers: said.identifiers,
    before: before.request,
    after: request,
    hasObjected: steps.some((step) => step.type === 'effected' && step.effect === 'objected'),
  });
  const events = (await listEventsOfRequests(work.db, [id])).get(id)!;
  return { row, events, request };
}

export async function addStep(
  { db }: Pick<Work, 'db'>,
  context: Sealing,
  id: string,
  event: RequestEvent,
): Promise<number> {
  const words = 'words' in event ? event.words : null;
  const said = 'words' in event ? { ...event, words: null } : event;
  return addRequestEvent(db, id, said, (number) =>
    words === null ? null : sealWords(context, id, number, words),
  );
}

/** What the queue is asked by, always as the events have it. */
export function columnsOf(request: AskedRequest): Changes<'customerRequests'> & { readonly dueAt: Date } {
  const open = openDestinations(request);
  const isOpen = !isClosed(request);
  return {
    state: request.state,
    clock: asJson(request.clock),
    dueAt: request.dueAt,
    isExtended: request.isExtended,
    isTaken: request.takenBy !== null,
    openDestinations: isOpen ? open.length : 0,
    destinationsDueAt:
      isOpen && open.length > 0 ? new Date(Math.min(...open.map((one) => Date.parse(one.dueAt)))) : null,
    closedAt: request.closedAt === null ? null : new Date(request.closedAt),
    outcome: request.outcome,
  };
}

const sayClosed = (work: Writing, by: string | null, id: string, request: AskedRequest): void =>
  say(work, 'requests', 'request.closed', {
    by: by,
    request: id,
    outcome: request.outcome ?? request.state,
    inTime: work.at <= request.dueAt,
  });
