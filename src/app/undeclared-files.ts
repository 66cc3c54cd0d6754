import type { CardFact } from '../check/facts/card.ts';
import type { FolderFact } from '../check/facts/folder.ts';
import type { DefinitionFile } from './definition-files.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** Endings of files that define whom a use reaches, what it says or how it decides. */
const DEFINITION_ENDINGS = ['.sql', '.html', '.mjml', '.liquid', '.txt', '.json', '.yaml', '.yml'];

/** The definition files in the folder of a use that its card does not speak of: they may be sent all the same. */
export async function undeclaredFiles(
  card: CardFact,
  definitions: readonly DefinitionFile[],
  files: WorkspaceFiles,
): Promise<FolderFact> {
  const folder = card.file.slice(0, card.file.lastIndexOf('/'));
  const declared = new Set([card.file, ...definitions.map(({ path }) => files.relativeTo(card.file, path))]);
  const found = await files.find(folder, DEFINITION_ENDINGS);
  return {
    undeclared: found
      .filter((file) => !declared.has(file))
      .map((file) => ({ file, at: { file, line: 1, column: 1, endLine: 1, endColumn: 1 } })),
  };
}
