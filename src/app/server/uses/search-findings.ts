import type { FindingJson } from '../../../report/json/schema.ts';
import { contains } from '../../../stores/sql/repositories/contains.ts';
import type { View } from '../change.ts';
import { seenFindings } from './seen-findings.ts';

export interface FoundFinding {
  readonly use: string;
  readonly finding: FindingJson;
}

/** Findings by part of the name of their check or of their use, the gravest first. */
export async function searchFindings(
  view: View,
  query: string,
  limit: number,
): Promise<readonly FoundFinding[]> {
  const rows = await seenFindings(view)
    .select(['findings.useId', 'findings.body'])
    .where((one) => one.or([contains('findings.checkId', query), contains('findings.useId', query)]))
    .orderBy('findings.gravityRank', 'desc')
    .orderBy('findings.versionId')
    .orderBy('findings.position')
    .limit(limit)
    .execute();
  return rows.map(({ useId, body }) => ({ use: useId, finding: body as FindingJson }));
}
