import { asJson } from '../tables/column-types.ts';
import type { Database, NewRow, Row } from '../tables/index.ts';
import type { VersionFile } from '../tables/uses.ts';
import { type PageRequest, page, type Sorts } from './page.ts';

export type UseVersion = Row<'useVersions'>;
export type Finding = Row<'findings'>;
export type NewFinding = Omit<NewRow<'findings'>, 'versionId' | 'useId' | 'position' | 'isCurrent'>;

export interface NewUseVersion
  extends Omit<
    NewRow<'useVersions'>,
    'number' | 'card' | 'files' | 'counts' | 'notAssessed' | 'report' | 'difference'
  > {
  readonly card: unknown;
  readonly files: ReadonlyArray<VersionFile & { readonly content: string }>;
  readonly counts: Readonly<Record<string, number>>;
  readonly notAssessed: readonly unknown[];
  readonly report: unknown;
  readonly difference: unknown | null;
  readonly findings: readonly NewFinding[];
}

/** A statement takes 65,535 values, and a finding has ten. */
const AT_ONCE = 2000;

/**
 * Keeps a version with its files and findings under the next number of its use; its findings are the current ones. Call it behind `lockUse`, so that two
 * pushes at once do not want the same number.
 */
export async function addUseVersion(db: Database, added: NewUseVersion): Promise<UseVersion> {
  const { findings, files, ...version } = added;
  const last = await db
    .selectFrom('useVersions')
    .select((one) => one.fn.max('number').as('number'))
    .where('useId', '=', version.useId)
    .executeTakeFirst();
  const row = await db
    .insertInto('useVersions')
    .values({
      ...version,
      number: (last?.number ?? 0) + 1,
      card: asJson(version.card),
      files: asJson(files.map(({ path, hash }) => ({ path, hash }))),
      counts: asJson(version.counts),
      notAssessed: asJson(version.notAssessed),
      report: asJson(version.report),
      difference: version.difference === null ? null : asJson(version.difference),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  for (const { hash, content } of files)
    await db
      .insertInto('storedFiles')
      .values({ hash, content, storedAt: version.createdAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await db
    .updateTable('findings')
    .set({ isCurrent: false })
    .where('useId', '=', version.useId)
    .where('isCurrent', '=', true)
    .execute();
  for (let start = 0; start < findings.length; start += AT_ONCE)
    await db
      .insertInto('findings')
      .values(
        findings.slice(start, start + AT_ONCE).map((finding, index) => ({
          ...finding,
          versionId: version.id,
          useId: version.useId,
          position: start + index,
          isCurrent: true,
        })),
      )
      .execute();
  return row;
}

export const findUseVersion = (db: Database, id: string): Promise<UseVersion | undefined> =>
  db.selectFrom('useVersions').selectAll().where('id', '=', id).executeTakeFirst();

/** The newest version of a use with that content; the same content may have been pushed again after another. */
export const findUseVersionByHash = (
  db: Database,
  useId: string,
  contentHash: string,
): Promise<UseVersion | undefined> =>
  db
    .selectFrom('useVersions')
    .selectAll()
    .where('useId', '=', useId)
    .where('contentHash', '=', contentHash)
    .orderBy('number', 'desc')
    .executeTakeFirst();

const SORTS = {
  number: [{ column: 'useVersions.number', key: 'number', type: 'number' }],
  createdAt: [
    { column: 'useVersions.createdAt', key: 'createdAt', type: 'time' },
    { column: 'useVersions.number', key: 'number', type: 'number' },
  ],
} satisfies Sorts<string>;
export type UseVersionSort = keyof typeof SORTS;

/** Newest first, without cards, reports and differences. */
export const listUseVersions = (
  db: Database,
  { useId, through }: { readonly useId: string; readonly through?: string | undefined },
  request: PageRequest<UseVersionSort> = {},
) =>
  page(
    db
      .selectFrom('useVersions')
      .select(['id', 'useId', 'number', 'contentHash', 'verdict', 'counts', 'revision'])
      .select(['pushedBy', 'pushedThrough', 'createdAt'])
      .where('useVersions.useId', '=', useId)
      .$if(through !== undefined, (all) => all.where('useVersions.pushedThrough', '=', through!)),
    SORTS,
    { sort: 'number', direction: 'desc' },
    request,
  );

/** The texts of files by their hashes. */
export async function readStoredFiles(
  db: Database,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .selectFrom('storedFiles')
    .select(['hash', 'content'])
    .where('hash', 'in', hashes)
    .execute();
  return new Map(rows.map(({ hash, content }) => [hash, content]));
}
