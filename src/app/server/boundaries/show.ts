import { SourceText } from '../../../kernel/source-text.ts';
import { loadCedar } from '../../../playbook/1-boundaries/boundaries/cedar.ts';
import { type Boundary, readBoundaries } from '../../../playbook/1-boundaries/boundaries/read-boundaries.ts';
import type { FindingJson } from '../../../report/json/schema.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { pageRows, type RowSorts } from '../../../stores/sql/repositories/page-rows.ts';
import type { View } from '../change.ts';
import { seenWorkspaces } from '../datamap/workspaces.ts';
import type { PushedFile } from '../uses/judge-pushed.ts';
import { seenFindings } from '../uses/seen-findings.ts';
import { sharedFiles } from '../uses/workspace-files.ts';
import { inWords } from './in-words.ts';

/** A boundary as people read it, with the uses that it speaks on now. */
export interface ShownBoundary
  extends Pick<Boundary, 'id' | 'effect' | 'because' | 'instead' | 'norms' | 'at' | 'text'> {
  readonly workspace: string;
  /** What it forbids, in words; `null` where its text has to be read. */
  readonly words: string | null;
  /** Uses it forbids now, as far as the caller may know. */
  readonly uses: readonly string[];
}

export interface ShownBoundaries extends Page<ShownBoundary> {
  /** Policies that could not be read: nobody can tell what they forbid. */
  readonly unread: ReadonlyArray<{
    readonly workspace: string;
    readonly id: string;
    readonly because: string;
  }>;
}

export interface BoundariesInput {
  readonly workspaces: ReadonlyArray<{ readonly workspace: string; readonly files: readonly PushedFile[] }>;
  /** What the boundaries said of uses. */
  readonly said: ReadonlyArray<{ readonly workspace: string; readonly use: string; readonly what: string }>;
}

export async function boundariesInput(view: View): Promise<BoundariesInput> {
  const workspaces = [];
  for (const workspace of await seenWorkspaces(view)) {
    const files = await sharedFiles(view.db, workspace);
    workspaces.push({ workspace, files: files.filter(({ path }) => path.startsWith('boundaries/')) });
  }
  const found = await seenFindings(view)
    .innerJoin('uses', 'uses.id', 'findings.useId')
    .select(['findings.useId', 'findings.body', 'uses.workspace'])
    .where('findings.checkId', '=', 'use-prohibited')
    .where('findings.isWaived', '=', false)
    .orderBy('findings.useId')
    .execute();
  return {
    workspaces,
    said: found.map(({ workspace, useId, body }) => ({
      workspace,
      use: useId,
      what: (body as FindingJson).what,
    })),
  };
}

export interface BoundaryFilter {
  readonly workspace?: string | undefined;
  readonly effect?: Boundary['effect'] | undefined;
}

/** By workspace as its files hold them, or by name. */
const SORTS = {
  file: [],
  id: [({ id }) => id],
  workspace: [({ workspace }) => workspace, ({ id }) => id],
} satisfies RowSorts<Pick<ShownBoundary, 'id' | 'workspace'>, string>;

/** Reads the boundaries of the workspaces that the caller may see. Takes no store. Refusals: `store.invalid-cursor`. */
export async function boundariesOf(
  { workspaces, said }: BoundariesInput,
  filter: BoundaryFilter,
  request: PageRequest<keyof typeof SORTS>,
): Promise<ShownBoundaries> {
  const items: ShownBoundary[] = [];
  const unread: Array<ShownBoundaries['unread'][number]> = [];
  for (const { workspace, files } of workspaces) {
    if (filter.workspace !== undefined && filter.workspace !== workspace) continue;
    const { boundaries } = await readBoundaries(files.map(({ path, text }) => new SourceText(path, text)));
    unread.push(...boundaries.unread.map(({ id, because }) => ({ workspace, id, because })));
    for (const { id, effect, because, instead, norms, at, text } of boundaries.all)
      items.push({
        workspace,
        id,
        effect,
        because,
        instead,
        norms,
        at,
        text,
        words: await wordsOf(text),
        uses: [
          ...new Set(
            said
              .filter((one) => one.workspace === workspace && one.what.startsWith(`The boundary \`${id}\` `))
              .map(({ use }) => use),
          ),
        ],
      });
  }
  const asked = items.filter(({ effect }) => filter.effect === undefined || effect === filter.effect);
  return { ...pageRows(asked, SORTS, 'file', request), unread };
}

/** What a policy forbids, in words; `null` where its text has to be read. */
export async function wordsOf(text: string): Promise<string | null> {
  const cedar = await loadCedar();
  const parsed = cedar.policyToJson(text);
  return parsed.type === 'success' ? inWords(parsed.json) : null;
}
