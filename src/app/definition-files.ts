import type { CardFact, MessageReference, UseCard } from '../check/facts/card.ts';
import type { Problem } from '../kernel/problem.ts';
import type { SourceText } from '../kernel/source-text.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** A file that a card refers to, with the place that names it. */
export interface DefinitionReference {
  readonly part: 'segment' | 'exclude' | 'defined-by' | 'message' | 'model' | 'rule';
  /** As the card writes it, relative to the card. */
  readonly path: string;
  readonly pointer: string;
}

export interface DefinitionFile extends DefinitionReference {
  readonly source: SourceText | null;
}

export interface DefinitionFiles {
  readonly files: readonly DefinitionFile[];
  readonly problems: readonly Problem[];
}

/** Reads every definition file of a card. One that cannot be read has no source, and a Problem that names its place. */
export async function readDefinitions(card: CardFact, workspace: WorkspaceFiles): Promise<DefinitionFiles> {
  const files: DefinitionFile[] = [];
  const problems: Problem[] = [];
  for (const reference of definitionsOf(card.card)) {
    const path = workspace.relativeTo(card.file, reference.path);
    const text = await workspace.read(path, card.at(reference.pointer));
    if (!text.ok) problems.push(text.problem);
    files.push({ ...reference, source: text.ok ? text.value : null });
  }
  for (const [index, { decisions }] of (card.card.scores ?? []).entries()) {
    if (decisions === undefined) continue;
    const located = await workspace.locate(
      workspace.relativeTo(card.file, decisions),
      card.at(`/scores/${index}/decisions`),
    );
    if (!located.ok) problems.push(located.problem);
  }
  return { files, problems };
}

export const messageReference = (entry: string | MessageReference): MessageReference =>
  typeof entry === 'string' ? { file: entry } : entry;

/** The files that a card refers to. */
export function definitionsOf(card: UseCard): DefinitionReference[] {
  const { segment, exclude, defined_by } = card.audience ?? {};
  const audience: Array<[DefinitionReference['part'], string | undefined, string]> = [
    ['segment', segment, '/audience/segment'],
    ['exclude', exclude, '/audience/exclude'],
    ['defined-by', defined_by, '/audience/defined_by'],
  ];
  return [
    ...audience.flatMap(([part, path, pointer]) => (path === undefined ? [] : [{ part, path, pointer }])),
    ...(card.messages ?? []).map((entry, index) => ({
      part: 'message' as const,
      path: messageReference(entry).file,
      pointer: typeof entry === 'string' ? `/messages/${index}` : `/messages/${index}/file`,
    })),
    ...(card.scores ?? []).flatMap(({ model }, index) =>
      model === undefined ? [] : [{ part: 'model' as const, path: model, pointer: `/scores/${index}/model` }],
    ),
    ...(card.rules ?? []).map(({ sql }, index) => ({
      part: 'rule' as const,
      path: sql,
      pointer: `/rules/${index}/sql`,
    })),
  ];
}
