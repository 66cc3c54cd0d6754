import type { WorkspaceReport } from '../model.ts';
import { findingJson, notAssessedJson, problemJson } from './parts.ts';
import type { WorkspaceReportJson } from './schema.ts';

/** `scruple.report/1`: uses in their order by id, findings as the engine sorted them, quotes masked. */
export const workspaceJson = (report: WorkspaceReport): WorkspaceReportJson => ({
  schema: 'scruple.report/1',
  verdict: report.verdict,
  checkedAt: report.checkedAt.toISOString(),
  exampleClock: report.exampleClock,
  workspace: report.workspace,
  since: report.since,
  uses: report.uses.map((use) => ({
    use: use.use,
    kind: use.kind,
    hash: use.hash,
    verdict: use.verdict,
    checksRun: use.checksRun,
    messages: use.messages.map(({ file, messageHash, language }) => ({ file, messageHash, language })),
    findings: use.findings.map((finding) => findingJson(finding, report.sources)),
    notAssessed: use.notAssessed.map(notAssessedJson),
  })),
  problems: report.problems.map(problemJson),
});
