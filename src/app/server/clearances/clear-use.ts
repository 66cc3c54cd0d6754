import { randomBytes } from 'node:crypto';
import { type ContentHash, contentHash } from '../../../kernel/canonical.ts';
import { problem } from '../../../kernel/problem.ts';
import { confirmSmallChange } from '../../../playbook/5-oversight/clearances/confirm-small-change.ts';
import { commonTerms } from '../../../playbook/5-oversight/clearances/envelope-terms.ts';
import { issueClearance } from '../../../playbook/5-oversight/clearances/issue-clearance.ts';
import { judgeChange } from '../../../playbook/5-oversight/clearances/small-change.ts';
import {
  type Clearance,
  type EssentialReason,
  isClearancePayload,
} from '../../../playbook/5-oversight/clearances/statement.ts';
import { approversOf } from '../../../playbook/5-oversight/reviews/missing.ts';
import { readSigned, writeSigned } from '../../../playbook/5-oversight/signatures/signed-document.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import {
  addClearance,
  findClearanceInForce,
  voidClearance,
} from '../../../stores/sql/repositories/clearances.ts';
import { findUseVersion, type UseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import { changeUse, type Use } from '../../../stores/sql/repositories/uses.ts';
import { type Change, need } from '../change.ts';
import { say } from '../evidence/say.ts';
import { demandRecords } from '../records/records.ts';
import type { StoredReview } from '../reviews/stored-review.ts';
import { signerIn } from '../signing.ts';
import { comparableOf, findingId, findingsOf, reportOf } from '../uses/stored-version.ts';

/** Clears a use by the review that approved it. Refusals: `clearance.*`, those of the signer. */
export async function clearUse(change: Change, use: Use, { row, review }: StoredReview): Promise<void> {
  const { db, at, context } = change;
  await demandRecords(change, use.id);
  const version = await reviewedVersion(change, row.versionId);
  const report = reportOf(version);
  const signer = await signerIn(db, context.sealer);
  const clearance = need(
    await issueClearance(
      {
        id: newClearanceId(),
        review,
        contentHash: version.contentHash as ContentHash,
        parts: report.parts,
        found: (await findingsOf(db, version.id)).map(findingId),
        envelope: {
          variants: report.variants,
          claims: report.claims,
          ...commonTerms(
            approversOf(review).map(({ decision }) => decision!.envelope ?? null),
            report.slots,
          ),
        },
        essential: essentialOf(review),
        promotional: report.promotional,
      },
      signer,
      at,
    ),
  );
  const before = await findClearanceInForce(db, use.id, at);
  if (before !== undefined) await voidOne(change, use, before.id, 'reopened');
  await keep(change, use, version, row.id, clearance);
}

/** Carries a clearance on to a small change that one reviewer confirmed. Refusals: `clearance.*`. */
export async function confirmChange(change: Change, use: Use, { row, review }: StoredReview): Promise<void> {
  const { db, at, caller, context } = change;
  const before = await findClearanceInForce(db, use.id, at);
  if (before === undefined)
    throw new Refusal(
      problem(
        'clearance.not-approved',
        'the clearance that the change belongs to has ended',
        'ask for a full review',
      ),
    );
  const { payload } = need(readSigned(before.statement, isClearancePayload));
  const [cleared, version] = [
    await reviewedVersion(change, before.versionId),
    await reviewedVersion(change, row.versionId),
  ];
  const content = await comparableOf(db, version);
  const judged = judgeChange(payload, reportOf(cleared).messages, {
    ...content,
    found: (await findingsOf(db, version.id)).map(findingId),
  });
  const signer = await signerIn(db, context.sealer);
  const { variants } = reportOf(version);
  const clearance = need(
    await confirmSmallChange(
      payload,
      judged,
      { id: newClearanceId(), content, variants, review, at },
      signer,
    ),
  );
  await voidOne(change, use, before.id, 'changed');
  await keep(change, use, version, row.id, clearance);
  say(change, use.id, 'clearance.confirmed', {
    by: caller.account.key,
    clearance: clearance.payload.id,
    before: before.id,
    differenceHash: contentHash(judged.type === 'small' ? judged.difference : null),
    changedShare: clearance.payload.lineage.changedShare,
  });
}

async function keep(
  change: Change,
  use: Use,
  version: UseVersion,
  reviewId: string,
  { payload, signature }: Clearance,
): Promise<void> {
  const { db, at, caller } = change;
  const statement = writeSigned({ payload, signature });
  await addClearance(db, {
    id: payload.id,
    useId: use.id,
    versionId: version.id,
    reviewId,
    class: payload.class,
    contentHash: payload.contentHash,
    statement,
    keyId: signature.key,
    issuedAt: new Date(payload.issuedAt),
    expiresAt: new Date(payload.expiresAt),
  });
  // A stop outlasts a clearance: it is lifted by a person, and by nothing else.
  const state = use.state === 'stopped' ? use.state : 'cleared';
  await changeUse(db, use.id, null, { state, clearedVersionId: version.id, changedAt: at });
  say(change, use.id, 'clearance.issued', {
    clearance: payload.id,
    review: reviewId,
    class: payload.class,
    contentHash: payload.contentHash,
    statementHash: contentHash(statement),
    key: signature.key,
    expiresAt: payload.expiresAt,
  });
  if (use.state !== state)
    say(change, use.id, 'use.changed', { by: caller.account.key, from: use.state, to: state });
}

/** Takes a clearance back; it stays in the list, void. */
export async function voidOne(
  change: Change,
  use: Pick<Use, 'id'>,
  id: string,
  because: 'changed' | 'stopped' | 'reopened' | 'withdrawn' | 'alarm',
): Promise<void> {
  await voidClearance(change.db, id, null, because, change.at);
  say(change, use.id, 'clearance.voided', { by: change.caller.account.key, clearance: id, because });
}

/** The class that all who approved ask for; where they differ it is marketing, which is the stricter. */
function essentialOf(review: StoredReview['review']): EssentialReason | null {
  const asked = approversOf(review).map(
    ({ decision }) => (decision as { readonly essential?: EssentialReason | null }).essential ?? null,
  );
  const [first = null] = asked;
  return asked.every((one) => one === first) ? first : null;
}

async function reviewedVersion({ db }: Change, id: string): Promise<UseVersion> {
  const version = await findUseVersion(db, id);
  if (version === undefined) throw new Error(`the version ${id} of a review is gone`);
  return version;
}

const newClearanceId = () => `clearance:${randomBytes(16).toString('base64url')}` as const;
