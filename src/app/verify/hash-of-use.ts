import { basename } from 'node:path';
import type { ContentHash } from '../../kernel/canonical.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { boundaryTexts } from '../../playbook/1-boundaries/boundaries/read-boundaries.ts';
import { useHash } from '../../playbook/1-boundaries/use-card/content-hash.ts';
import { readCard } from '../../playbook/1-boundaries/use-card/read-card.ts';
import { readDefinitions } from '../definition-files.ts';
import { openWorkspace } from '../workspace.ts';

/** The content hash of one use of a workspace, without judging it. Problems: those of reading its files. */
export async function hashOfUse(folder: string, id: string): Promise<Result<ContentHash, Problem>> {
  const workspace = await openWorkspace(folder);
  if (!workspace.ok) return workspace;
  if (!workspace.value.uses.includes(id))
    return fail(
      problem(
        'card.unknown-use',
        `the workspace \`${basename(folder)}\` has no use \`${id}\``,
        'name its workspace',
      ),
    );
  const text = await workspace.value.files.read(`uses/${id}/use.yaml`);
  if (!text.ok) return text;
  const { fact, problems } = readCard(text.value, id, workspace.value.settingsFact.purposes);
  if (fact === null) return fail(problems[0]!);
  const definitions = await readDefinitions(fact, workspace.value.files);
  if (definitions.problems[0] !== undefined) return fail(definitions.problems[0]);
  const files = new Map(definitions.files.map(({ path, source }) => [path, source!]));
  return ok(useHash({ card: fact.card, files, boundaries: boundaryTexts(workspace.value.boundaries) }));
}
