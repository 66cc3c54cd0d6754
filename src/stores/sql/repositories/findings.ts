import type { Database } from '../tables/index.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';
import type { Finding } from './use-versions.ts';

export interface FindingFilter {
  readonly versionId?: string | undefined;
  readonly useId?: string | undefined;
  readonly checkId?: string | undefined;
  readonly gravity?: string | undefined;
  readonly step?: number | undefined;
  readonly isWaived?: boolean | undefined;
  /** Only those of the last version of each use, or, where false, only the others. */
  readonly isCurrent?: boolean | undefined;
}

const PLACE = [
  { column: 'findings.versionId', key: 'versionId', type: 'text' },
  { column: 'findings.position', key: 'position', type: 'number' },
] as const;
const SORTS = {
  position: PLACE,
  gravity: [{ column: 'findings.gravityRank', key: 'gravityRank', type: 'number' }, ...PLACE],
  check: [{ column: 'findings.checkId', key: 'checkId', type: 'text' }, ...PLACE],
} satisfies Sorts<string>;

/** In the order of the report, unless another is asked for. */
export const listFindings = (
  db: Database,
  filter: FindingFilter,
  request: PageRequest<keyof typeof SORTS> = {},
): Promise<Page<Finding>> =>
  page(matching(db, filter).selectAll('findings'), SORTS, { sort: 'position', direction: 'asc' }, request);

/** How many findings there are of each check, most first: what the queue says causes most of it. */
export async function countFindings(
  db: Database,
  filter: FindingFilter,
  limit = 20,
): Promise<ReadonlyArray<{ readonly checkId: string; readonly count: number; readonly uses: number }>> {
  const rows = await db
    .selectFrom(
      matching(db, filter)
        .select((one) => ['findings.checkId', 'findings.useId', one.fn.countAll<number>().as('count')])
        .groupBy(['findings.checkId', 'findings.useId'])
        .as('each'),
    )
    .select((one) => [
      'each.checkId',
      one.fn.sum<number>('each.count').as('count'),
      one.fn.countAll<number>().as('uses'),
    ])
    .groupBy('each.checkId')
    .orderBy('count', 'desc')
    .orderBy('each.checkId')
    .limit(limit)
    .execute();
  return rows.map(({ checkId, count, uses }) => ({ checkId, count: Number(count), uses: Number(uses) }));
}

function matching(
  db: Database,
  { versionId, useId, checkId, gravity, step, isWaived, isCurrent }: FindingFilter,
) {
  return db
    .selectFrom('findings')
    .$if(versionId !== undefined, (all) => all.where('findings.versionId', '=', versionId!))
    .$if(useId !== undefined, (all) => all.where('findings.useId', '=', useId!))
    .$if(checkId !== undefined, (all) => all.where('findings.checkId', '=', checkId!))
    .$if(gravity !== undefined, (all) => all.where('findings.gravity', '=', gravity!))
    .$if(step !== undefined, (all) => all.where('findings.step', '=', step!))
    .$if(isWaived !== undefined, (all) => all.where('findings.isWaived', '=', isWaived!))
    .$if(isCurrent !== undefined, (all) => all.where('findings.isCurrent', '=', isCurrent!));
}
