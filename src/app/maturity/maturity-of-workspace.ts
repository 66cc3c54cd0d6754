import type { Problem } from '../../kernel/problem.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { assess } from '../../maturity/assess.ts';
import { maturityJson } from '../../report/maturity/maturity-json.ts';
import type { MaturityJson } from '../../report/maturity/schema.ts';
import { openWorkspace } from '../workspace.ts';
import { workspaceEvidence } from './workspace-evidence.ts';

/** Where a workspace stands by what its own files show; no server is asked. Problems: those of `openWorkspace`. */
export async function maturityOfWorkspace(
  folder: string,
  at: Date | null,
): Promise<Result<MaturityJson, Problem>> {
  const opened = await openWorkspace(folder);
  if (!opened.ok) return opened;
  const fixed = opened.value.settings.example?.at;
  const now = at ?? (fixed === undefined ? new Date() : new Date(fixed));
  const evidence = await workspaceEvidence(opened.value, now);
  return ok(maturityJson(assess(evidence, [], now), [], opened.value.problems));
}
