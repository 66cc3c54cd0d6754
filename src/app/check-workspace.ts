import type { Problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { WorkspaceReport } from '../report/model.ts';
import { type JudgeOptions, judgeWorkspace } from './judge-workspace.ts';
import { reportSince } from './since.ts';
import { openWorkspace } from './workspace.ts';

export interface CheckOptions extends JudgeOptions {
  /** Reports only what differs from this revision. */
  readonly since: string | null;
}

/**
 * Checks the workspace in a folder. Problems in single files and uses are part of the report, and everything else is
 * judged. Problems: `workspace.not-found`, `config.*` in scruple.yaml, `git.unavailable` with `since`.
 */
export async function checkWorkspace(
  folder: string,
  options: CheckOptions,
): Promise<Result<WorkspaceReport, Problem>> {
  const opened = await openWorkspace(folder);
  if (!opened.ok) return opened;
  const report = await judgeWorkspace(opened.value, options);
  return options.since === null ? ok(report) : reportSince(options.since, report, opened.value, options);
}
