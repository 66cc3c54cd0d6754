import type { Finding, NotAssessed } from '../check/finding.ts';
import { judge } from '../check/judge.ts';
import { outcome } from '../check/run.ts';
import { stricter, type Verdict } from '../kernel/gravity.ts';
import type { Problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { UseReport, WorkspaceReport } from '../report/model.ts';
import { type JudgeOptions, judgeWorkspace } from './judge-workspace.ts';
import { materialize } from './materialize-revision.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/**
 * What the working tree brings that the revision did not have: both are judged at the same time with the same facts, and
 * the findings of the one are taken from those of the other. So a changed boundary or data map speaks of every use it
 * touches, and of none else. Problems: `git.unavailable`.
 */
export async function reportSince(
  revision: string,
  report: WorkspaceReport,
  workspace: Workspace,
  options: JudgeOptions,
): Promise<Result<WorkspaceReport, Problem>> {
  const folder = await materialize(workspace.files.root, revision);
  if (!folder.ok) return folder;
  try {
    const opened = await openWorkspace(folder.value.path);
    // A revision without a workspace has nothing that could be taken away.
    const before = opened.ok
      ? (
          await judgeWorkspace(opened.value, {
            ...options,
            at: report.checkedAt,
            dataRoot: workspace.files.root,
            onProgress: undefined,
          })
        ).uses
      : [];
    const earlier = new Map(before.map((use) => [use.use, use]));
    const uses = report.uses.flatMap((use) => introduced(use, earlier.get(use.use)));
    return ok({
      ...report,
      uses,
      verdict: uses.reduce<Verdict>((verdict, use) => stricter(verdict, use.verdict), 'allow'),
      since: revision,
    });
  } finally {
    await folder.value.remove();
  }
}

function introduced(use: UseReport, before: UseReport | undefined): UseReport[] {
  if (before === undefined) return [use];
  const findings = without(use.findings, before.findings, fingerprintOf);
  const notAssessed = without(use.notAssessed, before.notAssessed, (entry: NotAssessed) =>
    JSON.stringify([entry.check, entry.missing, entry.required]),
  );
  const isSame = use.hash !== null && use.hash === before.hash;
  if (isSame && findings.length === 0 && notAssessed.length === 0) return [];
  return [{ ...use, findings, notAssessed, verdict: judge([outcome(use.use, findings, notAssessed)]) }];
}

/** What makes two findings the same although lines moved: the words, not the place. */
const fingerprintOf = ({ check, advice, at, quote, what, waivedBy }: Finding): string =>
  JSON.stringify([check, advice, at.file, quote, what, waivedBy !== null]);

/** The entries of `now` that `then` does not have, each counted as often as it stands there. */
function without<T>(now: readonly T[], then: readonly T[], keyOf: (entry: T) => string): T[] {
  const left = new Map<string, number>();
  for (const entry of then) left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + 1);
  return now.filter((entry) => {
    const count = left.get(keyOf(entry)) ?? 0;
    left.set(keyOf(entry), count - 1);
    return count <= 0;
  });
}
