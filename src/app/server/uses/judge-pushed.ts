import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Jurisdiction } from '../../../kernel/vocabulary.ts';
import type { WorkspaceReportJson } from '../../../report/json/schema.ts';
import { workspaceJson } from '../../../report/json/workspace-json.ts';
import { judgeWorkspace } from '../../judge-workspace.ts';
import { openWorkspace } from '../../workspace.ts';
import { contentOf, type UseContent } from './use-content.ts';

/** A definition file of a workspace, by its path from the root. */
export interface PushedFile {
  readonly path: string;
  readonly text: string;
}

export interface JudgedPush {
  readonly report: WorkspaceReportJson;
  /** Where the organisation's customers live, unless a card says otherwise. */
  readonly jurisdictions: readonly Jurisdiction[];
  /** By the id of the use; only those whose content can be read in full. */
  readonly contents: ReadonlyMap<string, UseContent>;
}

/** Files that hold what people planned: no data, no program, nothing hidden. */
const DEFINITION =
  /^(?:scruple\.yaml|facts\.yaml|waivers\.yaml|boundaries\/NAME\.cedar|datamap\/NAME\.ya?ml|uses\/USE\/NAME\.(?:ya?ml|json|sql|html|mjml|liquid|txt|md))$/.source
    .replaceAll('NAME', '[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}(?:\\/[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}){0,4}')
    .replace('USE', '[A-Za-z0-9][A-Za-z0-9-]{0,79}');
const IS_DEFINITION = new RegExp(DEFINITION);
const MAXIMUM_FILES = 5_000;

export const isDefinitionPath = (path: string): boolean =>
  IS_DEFINITION.test(path) && !path.split('/').some((part) => part.startsWith('.') || part.endsWith('.'));

/** The columns of a list of people. Its rows are people, and stay where they are. */
const isListHeader = ({ path, text }: PushedFile): boolean =>
  isDefinitionPath(path.replace(/\.csv$/, '.txt')) && !/[\r\n]./s.test(text);

/**
 * Judges pushed files by ourselves, in a folder that exists for this alone: a verdict that somebody sends is a claim.
 * No fact, host or database is asked. Problems: `use.invalid-push`, those of the workspace.
 */
export async function judgePushed(
  files: readonly PushedFile[],
  only: readonly string[],
  now: Date | null,
): Promise<Result<JudgedPush, Problem>> {
  const wrong = files.find((file) => !isDefinitionPath(file.path) && !isListHeader(file));
  if (wrong !== undefined)
    return refused(`\`${wrong.path.slice(0, 200)}\` is no definition file of a workspace`);
  if (files.length > MAXIMUM_FILES) return refused(`more than ${MAXIMUM_FILES} files`);
  if (new Set(files.map(({ path }) => path.toLowerCase())).size !== files.length)
    return refused('two files have the same path');
  const folder = await mkdtemp(join(tmpdir(), 'scruple-push-'));
  try {
    for (const { path, text } of files) {
      const target = join(folder, path);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      // An existing path is never followed: the folder is ours and new.
      await writeFile(target, text, { flag: 'wx', mode: 0o600 });
    }
    const workspace = await openWorkspace(folder);
    if (!workspace.ok) return workspace;
    const report = await judgeWorkspace(workspace.value, {
      at: now,
      only,
      noFacts: true,
      allowHosts: [],
      allowPaths: [],
    });
    const contents = new Map<string, UseContent>();
    for (const { use, hash } of report.uses) {
      const content = hash === null ? null : await contentOf(workspace.value, use);
      if (content !== null) contents.set(use, content);
    }
    return ok({
      jurisdictions: workspace.value.settingsFact.jurisdictions,
      report: workspaceJson(report),
      contents,
    });
  } catch (error) {
    // A folder where a file should be, or the other way round.
    if (['EEXIST', 'EISDIR', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code)))
      return refused('a path is a file and a folder at once');
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const refused = (says: string): Result<never, Problem> =>
  fail(problem('use.invalid-push', says, 'push the definition files of a workspace, as `scruple push` does'));
