import type { Problem } from '../../kernel/problem.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { workspaceJson } from '../../report/json/workspace-json.ts';
import type { WorkspaceReport } from '../../report/model.ts';
import { type CheckOptions, checkWorkspace } from '../check-workspace.ts';
import { definitionFiles } from '../server/load-demo.ts';
import type { PushedUse } from '../server/uses/push.ts';
import { openWorkspace } from '../workspace.ts';
import { auditUses, type UseAudits } from './audit-uses.ts';
import { askServer, type RemoteServer } from './server.ts';

export interface PushOutcome {
  readonly report: WorkspaceReport;
  readonly uses: readonly PushedUse[];
  /** Audits of decisions that went along, and those that could not be made. */
  readonly audits: UseAudits;
}

/**
 * Checks a workspace here, where facts and data are at hand, and pushes it with what was found and with audits of the
 * decisions that its cards name. Problems: `remote.*`, those of the check.
 */
export async function pushWorkspace(
  folder: string,
  server: RemoteServer,
  options: Omit<CheckOptions, 'since'> & {
    readonly revision: string | null;
    readonly through: 'cli' | 'ci';
    /** Of the command line, for the method of an audit. */
    readonly version: string;
  },
): Promise<Result<PushOutcome, Problem>> {
  const { revision, through, version, ...check } = options;
  const checked = await checkWorkspace(folder, { ...check, since: null });
  if (!checked.ok) return checked;
  const files = await definitionFiles(folder);
  if (!files.ok) return files;
  const report = checked.value;
  const wanted = new Set(report.uses.map(({ use }) => use));
  const opened = await openWorkspace(folder);
  if (!opened.ok) return opened;
  const audits = await auditUses(opened.value, [...wanted], { at: report.checkedAt, version });
  const pushed = await askServer<{ readonly uses: readonly PushedUse[] }>(server, 'POST', '/v1/pushes', {
    workspace: report.workspace,
    files: files.value.filter(({ path }) => isWanted(path, wanted)),
    report: workspaceJson(report),
    ...(audits.audits.length === 0 ? {} : { audits: audits.audits }),
    revision,
    through,
  });
  return pushed.ok ? ok({ report, uses: pushed.value.body.uses, audits }) : pushed;
}

/** The files of other uses stay here: a push of one use is about that one. */
const isWanted = (path: string, uses: ReadonlySet<string>): boolean => {
  const use = /^uses\/([^/]+)\//.exec(path)?.[1];
  return use === undefined || uses.has(use);
};
