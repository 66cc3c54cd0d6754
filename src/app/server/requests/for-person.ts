import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import {
  type AskedRequest,
  type Destination,
  isClosed,
  type RequestState,
} from '../../../playbook/6-control/requests/asked-request.ts';
import { proofMissing } from '../../../playbook/6-control/requests/proof.ts';
import { type RequestEventType, TOLD_BY_LETTER } from '../../../playbook/6-control/requests/request-event.ts';
import {
  type CustomerRequest,
  findCustomerRequest,
  listEventsOfRequests,
  listRequestsOf,
  type StoredRequestEvent,
} from '../../../stores/sql/repositories/customer-requests.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { ServerContext } from '../context.ts';
import { keysOf } from '../ledger/subject-of.ts';
import { openWords } from './said-by-person.ts';
import { foldOf, lockedRequest, type StoredRequest, takeSteps } from './stored-request.ts';

/** A request as the person who asked sees it on a page that nobody else opens. */
export interface RequestForPerson {
  readonly id: string;
  readonly kind: AskedRequest['kind'];
  readonly detail: AskedRequest['detail'];
  readonly use: string | null;
  readonly state: RequestState;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly isExtended: boolean;
  readonly closedAt: Date | null;
  readonly outcome: string | null;
  /** Proof that is still needed before anything is done. */
  readonly missingProof: ReturnType<typeof proofMissing>;
  /** What happened, with the words that are for them; nothing of who did it. */
  readonly steps: ReadonlyArray<{
    readonly type: RequestEventType;
    readonly at: Date;
    readonly words: string | null;
  }>;
  /** Systems that were asked, with what each did. */
  readonly destinations: readonly Destination[];
}

type Sealing = Pick<ServerContext, 'sealer'>;

/** Everything that somebody asked for, latest first; about one use, where one is named. */
export async function requestsForPerson(
  db: Database,
  context: Sealing,
  subject: SubjectKey,
  use?: string,
): Promise<readonly RequestForPerson[]> {
  const rows = await listRequestsOf(db, await keysOf(db, subject), use);
  const events = await listEventsOfRequests(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => seen(context, row, events.get(row.id) ?? []));
}

/** One request by its id, as a link to it names it; `null` where it is gone. */
export async function requestForPerson(
  db: Database,
  context: Sealing,
  id: string,
): Promise<RequestForPerson | null> {
  const row = await findCustomerRequest(db, id);
  if (row === undefined) return null;
  return seen(context, row, (await listEventsOfRequests(db, [id])).get(id) ?? []);
}

/** The person takes a request back. Refusals: `store.not-found`, `rights.wrong-state`. */
export async function withdrawRequest(
  work: Pick<Work, 'db' | 'at' | 'record'>,
  context: Sealing,
  id: string,
): Promise<StoredRequest> {
  const before = await lockedRequest(work.db, id);
  return takeSteps(work, context, before, null, [{ type: 'withdrawn' }]);
}

function seen(
  context: Sealing,
  row: CustomerRequest,
  events: readonly StoredRequestEvent[],
): RequestForPerson {
  const request = foldOf(events);
  return {
    id: row.id,
    kind: request.kind,
    detail: request.detail,
    use: row.useId === '' ? null : row.useId,
    state: request.state,
    askedAt: new Date(request.askedAt),
    dueAt: request.dueAt,
    isExtended: request.isExtended,
    closedAt: request.closedAt === null ? null : new Date(request.closedAt),
    outcome: request.outcome,
    missingProof: isClosed(request) ? [] : proofMissing(request.needed, request.proofs),
    steps: events
      .filter(({ type }) => SHOWN.includes(type as RequestEventType))
      .map((event) => ({
        type: event.type as RequestEventType,
        at: event.at,
        words: openWords(context, row.id, event),
      })),
    destinations: request.destinations,
  };
}

/** Never what a reviewer looked at, nor the proofs that failed. */
const SHOWN: readonly RequestEventType[] = [...TOLD_BY_LETTER, 'proven', 'taken', 'effected', 'withdrawn'];
