import type { AuditJson } from '../../../report/audit/schema.ts';
import {
  type AuditFilter,
  type AuditSort,
  auditsOfVersion,
  listAudits,
} from '../../../stores/sql/repositories/audits.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { pageRows, type RowSorts } from '../../../stores/sql/repositories/page-rows.ts';
import { findUseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import { isAllowed, missing, type View } from '../change.ts';
import { keysOf } from '../people/person-of.ts';
import { isVerdictUnseen, judgingOf } from '../reviews/judging.ts';
import { seenUse } from '../uses/standing.ts';
import { type AuditFigures, figuresOf } from './shown-audit.ts';

/** An audit in a list. The verdict is `null` where who asks must judge first. */
export interface ListedAudit {
  readonly id: string;
  readonly use: string;
  readonly versionId: string;
  readonly version: number;
  readonly pointer: string;
  readonly name: string;
  readonly source: string;
  readonly verdict: AuditJson['verdict'] | null;
  readonly countsHash: string | null;
  readonly auditedAt: string;
  readonly sentBy: string | null;
  readonly sentThrough: string;
  readonly sentAt: string;
}

export interface ShownAudit extends ListedAudit {
  /** Why the verdict is what it is; `null` where it is held back. */
  readonly because: readonly string[] | null;
  readonly figures: AuditFigures;
}

/** The last audits of what uses are now: all of them for who may see aggregates, else those of one’s own uses. */
export async function showAudits(
  view: View,
  filter: Pick<AuditFilter, 'useId' | 'verdict' | 'query'>,
  request: PageRequest<AuditSort>,
): Promise<Page<ListedAudit>> {
  const own = !isAllowed(view, 'aggregate.read');
  const { items, next } = await listAudits(
    view.db,
    { ...filter, judging: judgingOf(view), ...(own ? { personId: view.caller.personId ?? 'nobody' } : {}) },
    request,
  );
  const senders = await keysOf(
    view.db,
    items.map(({ sentBy }) => sentBy),
  );
  return { items: items.map((row) => listed(row, senders, row.isUnseen)), next };
}

/** Of one version: in the order of its card, or by the name of the score. No order tells a verdict. */
const SORTS = { card: [], name: [({ name }) => name] } satisfies RowSorts<{ readonly name: string }, string>;

/**
 * The last audits of a version with their figures, which are evidence and shown to who has yet to judge; what they come
 * to is not. Refusals: `store.not-found`, also for who may neither see aggregates nor works on the use.
 */
export async function showAuditsOfVersion(
  view: View,
  useId: string,
  versionId: string,
  request: PageRequest<keyof typeof SORTS>,
): Promise<Page<ShownAudit>> {
  const { owner } = await seenUse(view, useId);
  if (!isAllowed(view, 'aggregate.read') && owner !== view.caller.account.key) throw missing();
  const version = await findUseVersion(view.db, versionId);
  if (version === undefined || version.useId !== useId) throw missing();
  const isHidden = await isVerdictUnseen(view, useId);
  const { items, next } = pageRows(await auditsOfVersion(view.db, versionId), SORTS, 'card', request);
  const senders = await keysOf(
    view.db,
    items.map(({ sentBy }) => sentBy),
  );
  const shown = items.map((row) => {
    const report = row.report as AuditJson;
    return {
      ...listed({ ...row, number: version.number }, senders, isHidden),
      because: isHidden ? null : report.because,
      figures: figuresOf(report, isHidden),
    };
  });
  return { items: shown, next };
}

const listed = (
  row: Omit<Awaited<ReturnType<typeof auditsOfVersion>>[number], 'report'> & { readonly number: number },
  senders: ReadonlyMap<string, string>,
  isHidden: boolean,
): ListedAudit => ({
  id: row.id,
  use: row.useId,
  versionId: row.versionId,
  version: row.number,
  pointer: row.pointer,
  name: row.name,
  source: row.source,
  verdict: isHidden ? null : (row.verdict as AuditJson['verdict']),
  countsHash: row.countsHash,
  auditedAt: row.auditedAt.toISOString(),
  sentBy: row.sentBy === null ? null : (senders.get(row.sentBy) ?? null),
  sentThrough: row.sentThrough,
  sentAt: row.sentAt.toISOString(),
});
