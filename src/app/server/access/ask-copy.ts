import { contentHash } from '../../../kernel/canonical.ts';
import { problem } from '../../../kernel/problem.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { isClosed, isProven } from '../../../playbook/6-control/requests/asked-request.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import {
  addPersonCopy,
  listCopiesAbout,
  type PersonCopy,
} from '../../../stores/sql/repositories/person-copies.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { type Change, demand } from '../change.ts';
import type { Language } from '../choices/page-settings.ts';
import type { ServerContext } from '../context.ts';
import { say } from '../evidence/say.ts';
import { retentionIn } from '../jobs/retention-setting.ts';
import { keysOf } from '../ledger/subject-of.ts';
import { openSaid } from '../requests/said-by-person.ts';
import { lockedRequest, type StoredRequest } from '../requests/stored-request.ts';
import { type CopyOrder, sealOrder } from './copy-order.ts';
import { type ShownCopy, shownCopy } from './show-copies.ts';

const DAY_MS = 86_400_000;

/**
 * Starts a copy of what is known of whoever made a request for access or portability, for a stated purpose that goes
 * into the evidence log by its hash. Call `makeCopies` when it is kept.
 * Refusals: `people.not-allowed`, `store.not-found`, `access.no-request`, `rights.not-proven`.
 */
export async function askCopy(
  change: Change,
  asked: { readonly request: string; readonly purpose: string; readonly language: Language | null },
): Promise<ShownCopy> {
  demand(change, 'access.export', { purpose: asked.purpose });
  const stored = await lockedRequest(change.db, asked.request);
  const by = change.caller.account.key;
  return shownCopy(await startCopy(change, change.context, stored, { ...asked, askedBy: by }));
}

/**
 * The same for the person, who has just proven who they are; a copy that was begun for the request stays the one.
 * Refusals: `store.not-found`, `access.no-request`, `rights.not-proven`.
 */
export async function askOwnCopy(
  work: Pick<Work, 'db' | 'at' | 'record'>,
  context: Pick<ServerContext, 'sealer'>,
  subject: SubjectKey,
  request: string,
  language: Language,
): Promise<ShownCopy> {
  const stored = await lockedRequest(work.db, request);
  const keys = await keysOf(work.db, subject);
  if (stored.row.subject === null || !keys.includes(stored.row.subject as SubjectKey)) throw noRequest();
  const begun = (await listCopiesAbout(work.db, keys, work.at)).find(
    ({ requestId, state }) => requestId === request && (state === 'collecting' || state === 'ready'),
  );
  if (begun !== undefined) return shownCopy(begun);
  return shownCopy(
    await startCopy(work, context, stored, { language, askedBy: null, purpose: 'a request of the person' }),
  );
}

async function startCopy(
  work: Pick<Work, 'db' | 'at' | 'record'>,
  context: Pick<ServerContext, 'sealer'>,
  { row, request }: StoredRequest,
  how: Pick<CopyOrder, 'askedBy' | 'purpose'> & { readonly language: Language | null },
): Promise<PersonCopy> {
  if ((request.kind !== 'access' && request.kind !== 'portability') || isClosed(request)) throw noRequest();
  if (!isProven(request))
    throw new Refusal(
      problem('rights.not-proven', 'it is not proven who asks', 'ask for the proof, then make the copy'),
    );
  const { identifiers } = openSaid(context, row.id, row.sealed);
  if (identifiers.length === 0 || row.subject === null)
    throw new Refusal(
      problem(
        'access.no-identifier',
        'the request says by nothing that the sources know who asks',
        'open a request with an address, a number or a customer id',
      ),
    );
  return keepCopy(work, context, {
    kind: 'copy',
    subject: row.subject,
    requestId: row.id,
    language: how.language ?? row.language ?? 'en',
    order: {
      identifiers,
      categoriesOnly: request.detail === 'categories',
      askedBy: how.askedBy,
      purpose: how.purpose,
    },
  });
}

export interface NewCopy {
  readonly kind: 'copy' | 'dossier';
  readonly subject: string;
  readonly requestId: string | null;
  readonly language: string;
  readonly order: CopyOrder;
  readonly period?: { readonly from: Date; readonly until: Date };
}

/** Keeps what is to be made, with its end, and says so in the evidence log; of whom it is the log says nothing. */
export async function keepCopy(
  work: Pick<Work, 'db' | 'at' | 'record'>,
  context: Pick<ServerContext, 'sealer'>,
  { kind, subject, requestId, language, order, period }: NewCopy,
): Promise<PersonCopy> {
  const { db, at } = work;
  const id = newId('copy', at);
  const { kept } = await retentionIn(db);
  const copy = await addPersonCopy(db, {
    id,
    kind,
    subject,
    requestId,
    language,
    state: kind === 'copy' ? 'collecting' : 'asked',
    periodFrom: period?.from ?? null,
    periodUntil: period?.until ?? null,
    sealedOrder: sealOrder(context, id, order),
    progress: '[]',
    createdAt: at,
    endsAt: new Date(at.getTime() + kept.copies * DAY_MS),
  });
  say(work, 'access', 'access.asked', {
    by: order.askedBy,
    copy: id,
    kind,
    request: requestId,
    purposeHash: contentHash(order.purpose),
  });
  return copy;
}

const noRequest = (): Refusal =>
  new Refusal(
    problem(
      'access.no-request',
      'this is no open request for access or portability',
      'open one for the person, or reopen theirs',
    ),
  );
