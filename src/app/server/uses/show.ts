import type { FindingJson } from '../../../report/json/schema.ts';
import { findClearanceInForce } from '../../../stores/sql/repositories/clearances.ts';
import { type FindingFilter, listFindings } from '../../../stores/sql/repositories/findings.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { listReviews } from '../../../stores/sql/repositories/reviews.ts';
import { findStopInForce } from '../../../stores/sql/repositories/stops.ts';
import {
  findUseVersion,
  listUseVersions,
  type UseVersion,
  type UseVersionSort,
} from '../../../stores/sql/repositories/use-versions.ts';
import { listUses, type Use, type UseFilter, type UseSort } from '../../../stores/sql/repositories/uses.ts';
import { isAllowed, missing, type View } from '../change.ts';
import { keysOf } from '../people/person-of.ts';
import { isVerdictUnseen, judgingOf } from '../reviews/judging.ts';
import { OPEN_STATES } from '../reviews/open.ts';
import { seenUse } from './standing.ts';
import { comparableOf, notAssessedOf, reportOf } from './stored-version.ts';

/** A use in a list. The verdict is `null` where who asks must judge first. */
export interface ListedUse {
  readonly id: string;
  readonly workspace: string;
  readonly kind: string;
  readonly owner: string;
  readonly ownerKey: string | null;
  readonly state: string;
  readonly verdict: string | null;
  readonly expiresAt: string | null;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly version: number;
}

/** Uses that the caller may see. */
export async function showUses(
  view: View,
  filter: Omit<UseFilter, 'personId' | 'judging'> & { readonly mine?: boolean | undefined },
  request: PageRequest<UseSort>,
): Promise<Page<ListedUse>> {
  const { mine, ...rest } = filter;
  const own = mine === true || !isAllowed(view, 'use.read');
  const page = await listUses(
    view.db,
    { ...rest, judging: judgingOf(view), ...(own ? { personId: view.caller.personId ?? 'nobody' } : {}) },
    request,
  );
  const owners = await keysOf(
    view.db,
    page.items.map(({ ownerId }) => ownerId),
  );
  return {
    ...page,
    items: page.items.map((use) =>
      listed(use, use.ownerId === null ? null : (owners.get(use.ownerId) ?? null), use.isUnseen),
    ),
  };
}

export interface ShownUse extends ListedUse {
  readonly latestVersion: string | null;
  readonly clearedVersion: string | null;
  readonly clearance: string | null;
  readonly stop: string | null;
  readonly review: string | null;
  /** Whether the caller works on it. */
  readonly isOwn: boolean;
}

export async function showUse(view: View, id: string): Promise<ShownUse> {
  const { use, owner, trueOwner } = await seenUse(view, id);
  const open = await listReviews(view.db, { useId: id, states: OPEN_STATES }, { limit: 1 });
  const isHidden = await isVerdictUnseen(view, id);
  return {
    ...listed(use, trueOwner, isHidden),
    latestVersion: use.latestVersionId,
    clearedVersion: use.clearedVersionId,
    clearance: (await findClearanceInForce(view.db, id, view.at))?.id ?? null,
    stop: (await findStopInForce(view.db, id))?.id ?? null,
    review: open.items[0]?.id ?? null,
    isOwn: owner === view.caller.account.key,
  };
}

export interface ListedVersion {
  readonly id: string;
  readonly number: number;
  readonly contentHash: string;
  readonly verdict: string | null;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly revision: string | null;
  readonly pushedThrough: string;
  readonly createdAt: string;
}

/** Versions of a use, newest first. Refusals: `store.not-found`, `store.invalid-cursor`. */
export async function showVersions(
  view: View,
  filter: { readonly useId: string; readonly through?: string | undefined },
  request: PageRequest<UseVersionSort>,
): Promise<Page<ListedVersion>> {
  await seenUse(view, filter.useId);
  const isHidden = await isVerdictUnseen(view, filter.useId);
  const page = await listUseVersions(view.db, filter, request);
  return { ...page, items: page.items.map((row) => listedVersion(row, isHidden)) };
}

export interface ShownVersion extends ListedVersion {
  readonly card: unknown;
  readonly files: ReadonlyArray<{ readonly path: string; readonly text: string }>;
  readonly difference: unknown;
  readonly messages: ReadonlyArray<{ readonly name: string; readonly messageHash: string }>;
  readonly slots: readonly string[];
  readonly claims: readonly string[];
  readonly notAssessed: readonly unknown[] | null;
  readonly assessedElsewhere: readonly string[] | null;
}

export async function showVersion(view: View, useId: string, versionId: string): Promise<ShownVersion> {
  await seenUse(view, useId);
  const row = await findUseVersion(view.db, versionId);
  if (row === undefined || row.useId !== useId) throw missing();
  const isHidden = await isVerdictUnseen(view, useId);
  const { files } = await comparableOf(view.db, row);
  const { variants, slots, claims, assessedElsewhere } = reportOf(row);
  return {
    ...listedVersion(row, isHidden),
    card: row.card,
    files,
    difference: row.difference,
    messages: variants,
    slots,
    claims,
    notAssessed: isHidden ? null : notAssessedOf(row),
    assessedElsewhere: isHidden ? null : assessedElsewhere,
  };
}

/** Findings of a version, or over uses; none of a use whose verdict is held back from who asks. */
export async function showFindings(
  view: View,
  filter: FindingFilter,
  request: PageRequest<'position' | 'gravity' | 'check'>,
): Promise<Page<FindingJson>> {
  if (filter.useId === undefined) throw missing();
  await seenUse(view, filter.useId);
  if (await isVerdictUnseen(view, filter.useId)) return { items: [], next: null };
  const page = await listFindings(view.db, filter, request);
  return { ...page, items: page.items.map(({ body }) => body as FindingJson) };
}

const listed = (use: Use, ownerKey: string | null, isHidden: boolean): ListedUse => ({
  id: use.id,
  workspace: use.workspace,
  kind: use.kind,
  owner: use.owner,
  ownerKey,
  state: use.state,
  verdict: isHidden ? null : use.verdict,
  expiresAt: use.expiresAt?.toISOString() ?? null,
  createdAt: use.createdAt.toISOString(),
  changedAt: use.changedAt.toISOString(),
  version: use.version,
});

const listedVersion = (
  row: Pick<
    UseVersion,
    'id' | 'number' | 'contentHash' | 'verdict' | 'counts' | 'revision' | 'pushedThrough' | 'createdAt'
  >,
  isHidden: boolean,
): ListedVersion => ({
  id: row.id,
  number: row.number,
  contentHash: row.contentHash,
  verdict: isHidden ? null : row.verdict,
  counts: isHidden ? null : row.counts,
  revision: row.revision,
  pushedThrough: row.pushedThrough,
  createdAt: row.createdAt.toISOString(),
});
