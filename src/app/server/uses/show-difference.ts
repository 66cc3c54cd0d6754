import type { FindingJson } from '../../../report/json/schema.ts';
import { findUseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import { missing, type View } from '../change.ts';
import { isVerdictUnseen } from '../reviews/judging.ts';
import { differenceOf, type VersionDifference } from './difference.ts';
import { seenUse } from './standing.ts';
import { comparableOf, findingId, findingsOf } from './stored-version.ts';

type NamedFinding = FindingJson & { readonly id: string };

/** What came and what went from one version of a use to another. */
export interface ShownDifference extends VersionDifference {
  /** Findings, by what was seen and whatever line it stands in; `null` where who asks must judge first. */
  readonly findings: {
    readonly came: readonly NamedFinding[];
    readonly gone: readonly NamedFinding[];
  } | null;
}

/** Compares two versions of a use, in the order in which they are named. Refusals: `store.not-found`. */
export async function showDifference(
  view: View,
  useId: string,
  beforeId: string,
  afterId: string,
): Promise<ShownDifference> {
  await seenUse(view, useId);
  const [before, after] = [await findUseVersion(view.db, beforeId), await findUseVersion(view.db, afterId)];
  if (before?.useId !== useId || after?.useId !== useId) throw missing();
  const difference = differenceOf(
    await comparableOf(view.db, before),
    before.number,
    await comparableOf(view.db, after),
  );
  if (await isVerdictUnseen(view, useId)) return { ...difference, findings: null };
  const [old, now] = [await namedIn(view, beforeId), await namedIn(view, afterId)];
  return {
    ...difference,
    findings: { came: withoutThose(now, old), gone: withoutThose(old, now) },
  };
}

const namedIn = async ({ db }: View, versionId: string): Promise<readonly NamedFinding[]> =>
  (await findingsOf(db, versionId)).map((finding) => ({ ...finding, id: findingId(finding) }));

function withoutThose(findings: readonly NamedFinding[], others: readonly NamedFinding[]) {
  const known = new Set(others.map(({ id }) => id));
  return findings.filter(({ id }) => !known.has(id));
}
