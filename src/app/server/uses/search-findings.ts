import type { FindingJson } from '../../../report/json/schema.ts';
import { contains } from '../../../stores/sql/repositories/contains.ts';
import { type Page, type PageRequest, page, type Sorts } from '../../../stores/sql/repositories/page.ts';
import type { View } from '../change.ts';
import { seenFindings } from './seen-findings.ts';

export interface FoundFinding {
  readonly use: string;
  readonly finding: FindingJson;
}

const PLACE = [
  { column: 'findings.versionId', key: 'versionId', type: 'text' },
  { column: 'findings.position', key: 'position', type: 'number' },
] as const;
const SORTS = {
  gravity: [
    { column: 'findings.gravityRank', key: 'gravityRank', type: 'number' },
    ...PLACE.map((one) => ({ ...one, isReversed: true })),
  ],
  check: [{ column: 'findings.checkId', key: 'checkId', type: 'text' }, ...PLACE],
  use: [{ column: 'findings.useId', key: 'useId', type: 'text' }, ...PLACE],
} satisfies Sorts<string>;

/**
 * Findings by part of the name of their check or of their use, the gravest first. Refusals: `store.invalid-cursor`.
 */
export async function searchFindings(
  view: View,
  { query, gravity }: { readonly query?: string | undefined; readonly gravity?: string | undefined },
  request: PageRequest<keyof typeof SORTS>,
): Promise<Page<FoundFinding>> {
  const { items, next } = await page(
    seenFindings(view)
      .select(['findings.useId', 'findings.body', 'findings.gravityRank', 'findings.checkId'])
      .select(['findings.versionId', 'findings.position'])
      .$if(query !== undefined, (all) =>
        all.where((one) =>
          one.or([contains('findings.checkId', query!), contains('findings.useId', query!)]),
        ),
      )
      .$if(gravity !== undefined, (all) => all.where('findings.gravity', '=', gravity!)),
    SORTS,
    { sort: 'gravity', direction: 'desc' },
    request,
  );
  return { items: items.map(({ useId, body }) => ({ use: useId, finding: body as FindingJson })), next };
}
