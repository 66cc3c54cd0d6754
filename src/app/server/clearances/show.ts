import type { KeyId } from '../../../kernel/ports/signer.ts';
import { isClearancePayload } from '../../../playbook/5-oversight/clearances/statement.ts';
import {
  type Revocations,
  revocationsPayload,
  type SignedRevocations,
} from '../../../playbook/5-oversight/signatures/revocations.ts';
import {
  readSigned,
  signDocument,
  writeSigned,
} from '../../../playbook/5-oversight/signatures/signed-document.ts';
import {
  type Clearance as ClearanceRow,
  type ClearanceSort,
  findClearance,
  listClearances,
} from '../../../stores/sql/repositories/clearances.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { listSigningKeys } from '../../../stores/sql/repositories/signing-keys.ts';
import { changeUse, lockUse } from '../../../stores/sql/repositories/uses.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand, missing, need, type View } from '../change.ts';
import type { ServerContext } from '../context.ts';
import { say } from '../evidence/say.ts';
import { signerIn } from '../signing.ts';
import { seenUse } from '../uses/standing.ts';
import { voidOne } from './clear-use.ts';

export interface ShownClearance {
  readonly id: string;
  readonly use: string;
  readonly useVersion: string;
  readonly review: string | null;
  readonly class: string;
  readonly contentHash: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly voidedAt: string | null;
  readonly voidReason: string | null;
  /** The signed statement as a file that `scruple verify` takes, byte by byte. */
  readonly statement: string;
  readonly version: number;
}

export async function showClearances(
  view: View,
  { use, inForce }: { readonly use?: string | undefined; readonly inForce?: boolean | undefined },
  request: PageRequest<ClearanceSort>,
): Promise<Page<ShownClearance>> {
  if (use !== undefined) await seenUse(view, use);
  else demand(view, 'clearance.read');
  const page = await listClearances(
    view.db,
    { useId: use, ...(inForce === true ? { inForceAt: view.at } : {}) },
    request,
  );
  return { ...page, items: page.items.map(shown) };
}

export async function showClearance(view: View, id: string): Promise<ShownClearance> {
  const row = await findClearance(view.db, id);
  if (row === undefined) throw missing();
  await seenUse(view, row.useId);
  return shown(row);
}

/** Takes a clearance back: what it covers may not be sent any more. Refusals: `store.changed`, `store.refused`. */
export async function revokeClearance(change: Change, id: string): Promise<ShownClearance> {
  demand(change, 'clearance.revoke');
  const { db, at, caller } = change;
  const row = await findClearance(db, id);
  const use = row === undefined ? undefined : await lockUse(db, row.useId);
  if (row === undefined || use === undefined) throw missing();
  await voidOne(change, use, id, 'withdrawn');
  if (use.clearedVersionId === row.versionId) {
    const state = use.state === 'stopped' ? use.state : 'checked';
    await changeUse(db, use.id, null, { state, clearedVersionId: null, changedAt: at });
    if (use.state !== state)
      say(change, use.id, 'use.changed', { by: caller.account.key, from: use.state, to: state });
  }
  return shown((await findClearance(db, id))!);
}

/** What was taken back, signed now: a verifier who has it needs nothing else of us. */
export async function signedRevocations(
  db: Database,
  { sealer, clock }: Pick<ServerContext, 'sealer' | 'clock'>,
): Promise<SignedRevocations> {
  const rows = await db
    .selectFrom('clearances')
    .select(['id', 'voidedAt', 'voidReason'])
    .where('voidedAt', 'is not', null)
    .orderBy('voidedAt')
    .orderBy('id')
    .execute();
  const keys = await listSigningKeys(db);
  const payload: Revocations = {
    schema: 'scruple.revocations/1',
    // Only ever grows: nothing that was taken back comes into force again.
    number: rows.length + keys.filter(({ revokedAt }) => revokedAt !== null).length,
    issuedAt: clock.now().toISOString(),
    clearances: rows.map(({ id, voidedAt, voidReason }) => ({
      id,
      at: voidedAt!.toISOString(),
      because: voidReason as Revocations['clearances'][number]['because'],
    })),
    keys: keys
      .filter(({ revokedAt }) => revokedAt !== null)
      .map(({ id, revokedAt }) => ({
        id: id as KeyId,
        at: revokedAt!.toISOString(),
        because: 'compromised' as const,
      })),
  };
  const signed = need(await signDocument(payload, await signerIn(db, sealer)));
  return need(readSigned(writeSigned(signed), revocationsPayload));
}

/** The payload of a stored clearance. */
export const payloadOf = ({ statement }: Pick<ClearanceRow, 'statement'>) =>
  need(readSigned(statement, isClearancePayload));

const shown = (row: ClearanceRow): ShownClearance => ({
  id: row.id,
  use: row.useId,
  useVersion: row.versionId,
  review: row.reviewId,
  class: row.class,
  contentHash: row.contentHash,
  issuedAt: row.issuedAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  voidedAt: row.voidedAt?.toISOString() ?? null,
  voidReason: row.voidReason,
  statement: row.statement,
  version: row.version,
});
