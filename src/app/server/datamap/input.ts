import type { UseCard } from '../../../check/facts/card.ts';
import { contentHash } from '../../../kernel/canonical.ts';
import type { FindingJson } from '../../../report/json/schema.ts';
import { readStoredFiles } from '../../../stores/sql/repositories/use-versions.ts';
import { isAllowed, missing, type View } from '../change.ts';
import type { PushedFile } from '../uses/judge-pushed.ts';
import { ownUses } from '../uses/own-uses.ts';
import { seenFindings } from '../uses/seen-findings.ts';
import { sharedFiles } from '../uses/workspace-files.ts';
import { type FieldUse, keptFields } from './fields-of-use.ts';
import { seenWorkspaces } from './workspaces.ts';

/** More uses than this in one picture show nothing. */
const MOST_USES = 500;

/** Checks that say of a field that a use goes further than people expect; the others of practice 2 say what the map lacks. */
const GOES_FURTHER = ['src-append-contact', 'src-expected', 'src-purpose-compat'];

/** A use as it was pushed last. */
export interface PushedUse {
  readonly id: string;
  readonly state: string;
  readonly versionId: string;
  readonly card: UseCard;
  /** What it touches, where that is known from an earlier look; then its files are not fetched. */
  readonly fields: readonly FieldUse[] | null;
  readonly files: readonly PushedFile[];
}

/** What a data map is shown from, gathered in one look at the store; reading it takes no store. */
export interface DataMapInput {
  readonly workspaces: readonly string[];
  readonly workspace: string | null;
  readonly maps: readonly PushedFile[];
  readonly mapHash: string;
  readonly uses: readonly PushedUse[];
  readonly isCut: boolean;
  /** Findings of overreach that the caller may see. */
  readonly overreach: ReadonlyArray<{ readonly use: string; readonly finding: FindingJson }>;
}

/** Refusals: `store.not-found` where there is no such workspace, or the caller may not see it. */
export async function dataMapInput(view: View, asked: string | undefined): Promise<DataMapInput> {
  const { db } = view;
  const workspaces = await seenWorkspaces(view);
  if (asked !== undefined && !workspaces.includes(asked)) throw missing();
  const workspace = asked ?? workspaces[0] ?? null;
  if (workspace === null)
    return { workspaces, workspace, maps: [], mapHash: '', uses: [], isCut: false, overreach: [] };
  const maps = (await sharedFiles(db, workspace)).filter(({ path }) => path.startsWith('datamap/'));
  const mapHash = contentHash(maps);
  const rows = await db
    .selectFrom('uses')
    .innerJoin('useVersions', 'useVersions.id', 'uses.latestVersionId')
    .select(['uses.id', 'uses.state', 'useVersions.id as versionId', 'useVersions.card', 'useVersions.files'])
    .where('uses.workspace', '=', workspace)
    .$if(!isAllowed(view, 'use.read'), (all) =>
      all.where('uses.id', 'in', ownUses(db, view.caller.personId ?? 'nobody')),
    )
    .orderBy('uses.id')
    .limit(MOST_USES + 1)
    .execute();
  const shown = rows
    .slice(0, MOST_USES)
    .map((row) => ({ ...row, fields: keptFields(row.versionId, mapHash) }));
  const filesOf = (files: unknown) =>
    files as ReadonlyArray<{ readonly path: string; readonly hash: string }>;
  const texts = await readStoredFiles(db, [
    ...new Set(
      shown
        .filter(({ fields }) => fields === null)
        .flatMap(({ files }) => filesOf(files).map(({ hash }) => hash)),
    ),
  ]);
  const found = await seenFindings(view)
    .select(['findings.useId', 'findings.body'])
    .where('findings.checkId', 'in', GOES_FURTHER)
    .where('findings.useId', 'in', (uses) =>
      uses.selectFrom('uses').select('uses.id').where('uses.workspace', '=', workspace),
    )
    .execute();
  return {
    workspaces,
    workspace,
    maps,
    mapHash,
    uses: shown.map(({ id, state, versionId, card, fields, files }) => ({
      id,
      state,
      versionId,
      card: card as UseCard,
      fields,
      files: filesOf(files).map(({ path, hash }) => ({ path, text: texts.get(hash) ?? '' })),
    })),
    isCut: rows.length > MOST_USES,
    overreach: found.map(({ useId, body }) => ({ use: useId, finding: body as FindingJson })),
  };
}
