import { problem } from '../../../kernel/problem.ts';
import type { Jurisdiction } from '../../../kernel/vocabulary.ts';
import type { ChoiceProof } from '../../../playbook/6-control/ledger/choice-event.ts';
import type { Identifier, SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { foldRequest } from '../../../playbook/6-control/requests/asked-request.ts';
import type { Proof } from '../../../playbook/6-control/requests/proof.ts';
import type { RequestEvent } from '../../../playbook/6-control/requests/request-event.ts';
import {
  type AccessDetail,
  OBJECTIONS,
  type RequestKind,
} from '../../../playbook/6-control/requests/request-kind.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import {
  addCustomerRequest,
  changeCustomerRequest,
  countOpenRequests,
  findLastLike,
  findOpenLike,
  type PlaceOfRequest,
} from '../../../stores/sql/repositories/customer-requests.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { need } from '../change.ts';
import type { ServerContext } from '../context.ts';
import { say } from '../evidence/say.ts';
import { keysOf } from '../ledger/subject-of.ts';
import { DONE } from './destinations.ts';
import { isDoneAtOnce, keepObjection, objectsAlready } from './object.ts';
import { type Correction, sealSaid, sealStatement } from './said-by-person.ts';
import {
  addStep,
  columnsOf,
  lockedRequest,
  type Step,
  type StoredRequest,
  storedRequest,
  takeSteps,
} from './stored-request.ts';
import { oweLimits } from './systems/limits-of-use.ts';

/** So many requests of one person may be open; more would bury those that are. An objection is taken all the same. */
export const MOST_OPEN = 20;

/** What somebody asks for. */
export interface NewRequest {
  readonly kind: RequestKind;
  /** Of an access; without it, the data itself. */
  readonly detail?: AccessDetail | null;
  readonly subject: SubjectKey;
  /** What they can be written to or found by in other systems, as far as they said; sealed, and dropped when it is done. */
  readonly identifiers?: readonly Identifier[];
  /** Whose law holds; `null` where it is not known. */
  readonly jurisdiction: Jurisdiction | null;
  /** The use that it is about, the version that ran, and the decision, as far as they are known. */
  readonly use?: string | null;
  readonly version?: string | null;
  readonly decision?: string | null;
  /** What an objection is to. */
  readonly purpose?: string | null;
  /** What has been shown just now of who asks. */
  readonly proofs: readonly Proof[];
  /** A code of where it was asked: `why-page`, `preferences`, `advocate`, `data-rights-protocol` … */
  readonly through: string;
  readonly actor: ChoiceProof['actor'];
  /** The key of the colleague or machine that opens it for them; `null` where they do it themselves. */
  readonly by?: string | null;
  readonly language?: string | null;
  /** Of the page on which they asked. */
  readonly uiHash?: string | null;
  readonly statement?: string | null;
  readonly correction?: Correction | null;
}

export interface OpenedRequest extends StoredRequest {
  /** Whether it was opened now; one like it that is open stays the one. */
  readonly isNew: boolean;
}

/**
 * Opens a request and starts its clock. An objection counts at once, and is answered by itself where nothing is to be
 * weighed. Asked again while one like it is open, it stays one; what was proven since then counts for it, and what was
 * said with more proof stands in the place of what was said with less.
 * Refusals: `rights.too-many` but of no objection, and those of `choose`.
 */
export async function openRequest(
  work: Pick<Work, 'db' | 'at' | 'record'>,
  context: Pick<ServerContext, 'ledger' | 'sealer'>,
  asked: NewRequest,
): Promise<OpenedRequest> {
  const { kind, subject, purpose = null, by = null } = asked;
  const isObjection = OBJECTIONS.includes(kind);
  const isAtOnce = isObjection && isDoneAtOnce(kind, purpose);
  const isStanding = isObjection && (await objectsAlready(work, subject, kind, purpose));
  if (isStanding && isAtOnce) {
    const last = await findLastLike(work.db, await placeOf(work.db, asked));
    if (last !== undefined) return { ...(await storedRequest(work.db, last.id)), isNew: false };
  }
  const objected = isObjection && !isStanding ? [await object(work, context, asked)] : [];
  const { stored: there, isNew } = await found(work, context, asked);
  const proven = asked.proofs
    .filter((proof) => !there.request.proofs.includes(proof))
    .map((proof): Step => ({ type: 'proven', proof }));
  const stored = proven.length === 0 ? there : await saidAnew(work, context, there, asked);
  const steps = [...proven, ...objected, ...(isAtOnce ? [DONE] : [])];
  const after = steps.length === 0 ? stored : await takeSteps(work, context, stored, by, steps);
  return { ...after, isNew };
}

/** Whoever has proven more than who asked before speaks for the person: the first may have had a mail that was forwarded. */
async function saidAnew(
  { db }: Pick<Work, 'db'>,
  context: Pick<ServerContext, 'sealer'>,
  stored: StoredRequest,
  { identifiers = [], statement = null, correction = null }: NewRequest,
): Promise<StoredRequest> {
  const { id } = stored.row;
  const row = await changeCustomerRequest(db, id, null, {
    ...(identifiers.length > 0 ? { sealed: sealSaid(context, id, { identifiers, correction }) } : {}),
    ...(statement === null ? {} : { statement: sealStatement(context, id, statement) }),
  });
  return { ...stored, row };
}

async function object(
  work: Pick<Work, 'db' | 'at'>,
  context: Pick<ServerContext, 'ledger'>,
  { kind, subject, purpose = null, through, actor, language = null, uiHash = null, jurisdiction }: NewRequest,
): Promise<Step> {
  const choices = await keepObjection(work, context, subject, {
    kind,
    purpose,
    proof: { uiHash, language, method: through, actor, jurisdiction },
  });
  return { type: 'effected', effect: 'objected', choices };
}

async function found(
  work: Pick<Work, 'db' | 'at' | 'record'>,
  context: Pick<ServerContext, 'sealer'>,
  asked: NewRequest,
): Promise<{ readonly stored: StoredRequest; readonly isNew: boolean }> {
  const { db, at } = work;
  const { kind, subject, jurisdiction, correction = null, purpose = null } = asked;
  const id = newId('request', at);
  const place = await placeOf(db, asked);
  // Two corrections are two, whatever they are of; two wishes to leave are one.
  const about = correction === null ? place.about : id;
  const open = await findOpenLike(db, { ...place, about });
  if (open !== undefined) return { stored: await lockedRequest(db, open.id), isNew: false };
  if (!OBJECTIONS.includes(kind) && (await countOpenRequests(db, place.subjects)) >= MOST_OPEN)
    throw new Refusal(
      problem(
        'rights.too-many',
        `${MOST_OPEN} requests of this person are open`,
        'wait for an answer to one of them, or withdraw one',
      ),
    );
  const event: RequestEvent = {
    type: 'opened',
    at: at.toISOString(),
    by: asked.by ?? null,
    kind,
    detail: kind === 'access' ? (asked.detail ?? 'specific') : null,
    jurisdiction,
    proofs: asked.proofs,
    through: asked.through,
  };
  const request = need(foldRequest([event]));
  const said = {
    identifiers: asked.identifiers ?? [],
    correction,
  };
  const added = await addCustomerRequest(db, {
    ...columnsOf(request),
    id,
    subject,
    useId: place.useId,
    versionId: asked.version ?? null,
    decisionId: asked.decision ?? null,
    kind,
    detail: request.detail,
    about,
    purpose,
    jurisdiction,
    through: asked.through,
    language: asked.language ?? null,
    proofNeeded: request.needed,
    askedAt: at,
    state: request.state,
    clock: JSON.stringify(request.clock),
    letterOf: said.identifiers.some((one) => one.kind === 'email') ? 1 : null,
    sealed: sealSaid(context, id, said),
    statement: asked.statement ? sealStatement(context, id, asked.statement) : null,
  });
  if (added === undefined) {
    const other = await findOpenLike(db, { ...place, about });
    return { stored: await lockedRequest(db, other!.id), isNew: false };
  }
  await addStep(work, context, id, event);
  say(work, 'requests', 'request.opened', {
    request: id,
    kind,
    through: asked.through,
    norm: request.clock.norm,
    dueAt: request.dueAt.toISOString(),
  });
  await oweLimits(work, context, {
    id,
    subject,
    purpose,
    identifiers: said.identifiers,
    before: null,
    after: request,
    hasObjected: false,
  });
  return { stored: await lockedRequest(db, id), isNew: true };
}

/** What tells requests alike: of the same person, kind and use, about the same. */
async function placeOf(db: Database, { kind, subject, use, purpose }: NewRequest): Promise<PlaceOfRequest> {
  return { subjects: await keysOf(db, subject), useId: use ?? '', kind, about: purpose ?? '' };
}
