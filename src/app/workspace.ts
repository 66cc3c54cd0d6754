import { basename } from 'node:path';
import type { DataMapFact } from '../check/facts/data-map.ts';
import type { SettingsFact } from '../check/facts/settings.ts';
import type { Waiver } from '../check/facts/waivers.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { SourceText } from '../kernel/source-text.ts';
import { type Boundaries, readBoundaries } from '../playbook/1-boundaries/boundaries/read-boundaries.ts';
import { readSettings } from '../playbook/1-boundaries/settings/read-settings.ts';
import type { Settings } from '../playbook/1-boundaries/settings/schema.ts';
import { readWaivers } from '../playbook/1-boundaries/waivers/read-waivers.ts';
import { readDataMap } from '../playbook/2-datamap/data-map/read-data-map.ts';
import type { NamedFacts } from '../playbook/4-harm/claims/named-facts.ts';
import { readNamedFacts } from '../playbook/4-harm/claims/named-facts.ts';
import { WorkspaceFiles } from './workspace-files.ts';

/** A workspace as it was read: what all its uses share. */
export interface Workspace {
  readonly name: string;
  readonly files: WorkspaceFiles;
  readonly settings: Settings;
  readonly settingsFact: SettingsFact;
  readonly dataMap: DataMapFact;
  readonly boundaries: Boundaries;
  readonly namedFacts: NamedFacts;
  readonly waivers: readonly Waiver[];
  /** Ids of the uses, sorted: the folders under `uses/` that hold anything. */
  readonly uses: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Opens the workspace in a folder. What is wrong with one file is among `problems` and the rest is read all the same;
 * only without scruple.yaml is there nothing to read. Problems: `workspace.not-found`, and those of each file.
 */
export async function openWorkspace(folder: string): Promise<Result<Workspace, Problem>> {
  const files = await WorkspaceFiles.open(folder);
  if (!files.ok) return files;
  const settingsText = await files.value.read('scruple.yaml');
  if (!settingsText.ok) {
    if (settingsText.problem.code !== 'file.missing') return settingsText;
    const message = `there is no scruple.yaml in \`${folder}\``;
    return fail(
      problem(
        'workspace.not-found',
        message,
        'name the folder of a workspace, or start one with `scruple init`',
      ),
    );
  }
  const settings = readSettings(settingsText.value);
  if (settings.value === null || settings.fact === null)
    return fail(
      settings.problems[0] ??
        problem('config.invalid-value', 'scruple.yaml is empty', 'start one with `scruple init`'),
    );

  const problems: Problem[] = [...settings.problems];
  const readAll = async (paths: readonly string[]): Promise<SourceText[]> => {
    const texts: SourceText[] = [];
    for (const path of paths) {
      const text = await files.value.read(path);
      if (text.ok) texts.push(text.value);
      else problems.push(text.problem);
    }
    return texts;
  };
  const purposes = settings.fact.purposes;
  const dataMap = readDataMap(await readAll(await files.value.find('datamap', ['.yaml', '.yml'])), purposes);
  const policyFiles = await files.value.find('boundaries', ['.cedar']);
  const policyTexts = await readAll(policyFiles);
  const boundaries = await readBoundaries(policyTexts, purposes);
  const unreadFiles = policyFiles
    .filter((path) => !policyTexts.some(({ file }) => file === path))
    .map((id) => ({ id, because: 'the file could not be read' }));
  const named = readNamedFacts(await optional(files.value, 'facts.yaml', problems));
  const waivers = readWaivers(await optional(files.value, 'waivers.yaml', problems));
  problems.push(...dataMap.problems, ...boundaries.problems, ...named.problems, ...waivers.problems);

  const uses = (await files.value.list('uses')).filter(({ isFolder }) => isFolder).map(({ name }) => name);
  return ok({
    name: basename(files.value.root),
    files: files.value,
    settings: settings.value,
    settingsFact: settings.fact,
    dataMap: dataMap.value,
    boundaries: { ...boundaries.boundaries, unread: [...boundaries.boundaries.unread, ...unreadFiles] },
    namedFacts: named.facts,
    waivers: waivers.waivers,
    uses,
    problems,
  });
}

/** The text of a file that a workspace may do without; an empty text where it does. */
async function optional(files: WorkspaceFiles, path: string, problems: Problem[]): Promise<SourceText> {
  const text = await files.read(path);
  if (text.ok) return text.value;
  if (text.problem.code !== 'file.missing') problems.push(text.problem);
  return new SourceText(path, '');
}
