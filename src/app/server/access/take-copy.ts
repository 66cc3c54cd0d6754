import { contentHash } from '../../../kernel/canonical.ts';
import type { AccessDocument } from '../../../playbook/6-control/access/access-document.ts';
import { copyFiles } from '../../../playbook/6-control/access/copy-files.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import {
  changePersonCopy,
  findPersonCopy,
  listCopiesAbout,
  lockPersonCopy,
  type PersonCopy,
} from '../../../stores/sql/repositories/person-copies.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand, missing } from '../change.ts';
import type { Language } from '../choices/page-settings.ts';
import type { ServerContext } from '../context.ts';
import { say } from '../evidence/say.ts';
import { zip } from '../evidence/zip.ts';
import { keysOf } from '../ledger/subject-of.ts';
import { openContent } from './copy-order.ts';
import { notReady, type ShownCopy, shownCopy } from './show-copies.ts';

export type { AccessDocument } from '../../../playbook/6-control/access/access-document.ts';

/** What was taken: a document to be packed with a page to read, or the archive of a dossier. */
export type TakenCopy =
  | { readonly kind: 'copy'; readonly document: AccessDocument; readonly language: Language }
  | { readonly kind: 'dossier'; readonly archive: Buffer };

/**
 * Takes a copy or a dossier to hand it on, for a stated purpose that goes into the evidence log by its hash. It stays
 * until its end, so that a download that breaks can be repeated.
 * Refusals: `people.not-allowed`, `store.not-found`, `access.not-ready`, `seal.unreadable`.
 */
export async function takeCopy(change: Change, id: string, purpose: string): Promise<TakenCopy> {
  demand(change, 'access.export', { purpose });
  const row = await findPersonCopy(change.db, id, change.at);
  if (row === undefined) throw missing();
  return taken(change, change.context, row, {
    by: change.caller.account.key,
    purposeHash: contentHash(purpose),
  });
}

/**
 * The same for the person, who has just proven who they are. A copy of somebody else is not there, and a dossier never.
 * Refusals: `store.not-found`, `access.not-ready`, `seal.unreadable`.
 */
export async function takeOwnCopy(
  work: Pick<Work, 'db' | 'at' | 'record'>,
  context: Pick<ServerContext, 'sealer'>,
  subject: SubjectKey,
  id: string,
): Promise<Extract<TakenCopy, { kind: 'copy' }>> {
  const row = await findPersonCopy(work.db, id, work.at);
  const keys = await keysOf(work.db, subject);
  if (row === undefined || row.kind !== 'copy' || !keys.includes(row.subject as SubjectKey)) throw missing();
  const copy = taken(work, context, row, { by: null, purposeHash: null });
  if (copy.kind !== 'copy') throw missing();
  return copy;
}

/** The copies of a person that have not ended, latest first, for their private page. */
export async function ownCopies(db: Database, subject: SubjectKey, now: Date): Promise<readonly ShownCopy[]> {
  const rows = await listCopiesAbout(db, await keysOf(db, subject), now);
  return rows.filter(({ kind }) => kind === 'copy').map(shownCopy);
}

function taken(
  work: Pick<Work, 'record'>,
  context: Pick<ServerContext, 'sealer'>,
  row: PersonCopy,
  who: { readonly by: string | null; readonly purposeHash: string | null },
): TakenCopy {
  if (row.state !== 'ready' || row.sealedContent === null) throw notReady();
  const content = openContent(context, row.id, row.sealedContent);
  say(work, 'access', 'access.taken', { ...who, copy: row.id });
  return row.kind === 'dossier'
    ? { kind: 'dossier', archive: Buffer.from(content, 'base64') }
    : { kind: 'copy', document: JSON.parse(content) as AccessDocument, language: row.language as Language };
}

/** The copy as one ZIP that any system opens; the same content gives the same bytes. `readMe` is the page to read. */
export const packedCopy = (document: AccessDocument, readMe: string): Buffer =>
  zip(copyFiles(document, readMe), new Date(document.madeAt));

/** Removes a copy before its end. Refusals: `people.not-allowed`, `store.not-found`. */
export async function removeCopy(change: Change, id: string): Promise<void> {
  demand(change, 'access.remove');
  const row = await lockPersonCopy(change.db, id, change.at);
  if (row === undefined) throw missing();
  await changePersonCopy(change.db, id, row.state, {
    state: 'removed',
    sealedContent: null,
    sealedOrder: null,
    endsAt: change.at,
  });
  say(change, 'access', 'access.removed', { by: change.caller.account.key, copy: id });
}
