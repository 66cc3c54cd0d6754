import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { WorkspaceReportJson } from '../../report/json/schema.ts';
import { workspaceJson } from '../../report/json/workspace-json.ts';
import { newId } from '../../stores/sql/repositories/new-id.ts';
import { addPerson, findPersonByEmail } from '../../stores/sql/repositories/people.ts';
import { checkWorkspace } from '../check-workspace.ts';
import { auditUses } from '../remote/audit-uses.ts';
import { openWorkspace } from '../workspace.ts';
import { WorkspaceFiles } from '../workspace-files.ts';
import type { SentAudit } from './audits/keep.ts';
import type { Caller } from './caller.ts';
import { makeChange } from './change.ts';
import type { ServerContext } from './context.ts';
import { personOf } from './people/person-of.ts';
import { isDefinitionPath, judgePushed, type PushedFile } from './uses/judge-pushed.ts';
import { pushUses } from './uses/push.ts';

const OWNER = { name: 'Lifecycle team (fictional)', email: 'lifecycle@harbor.example' };

/** Where the example workspace lies in a checkout. */
export const EXAMPLE = fileURLToPath(new URL('../../../examples/harbor', import.meta.url));

/** Its clock is the example's own, so that what it says is what its documents say. */
export const howToCheckTheExample = {
  at: null,
  only: [],
  since: null,
  noFacts: false,
  allowHosts: [],
  allowPaths: [],
} as const;

export interface DemoLoading {
  /** Told before the workspace is loaded. */
  readonly onStart: () => void;
  /** What a check of the workspace said, where one is made anyway; `null` where it came to nothing. */
  readonly report?: Promise<WorkspaceReportJson | null> | undefined;
  /** Of the product, for the method of the audits that go along; without it none are made. */
  readonly version?: string;
}

/**
 * Loads the example workspace, where there are no uses yet; gives how many it loaded.
 * Problems: `workspace.not-found` where the examples are not installed, those of a push.
 */
export async function loadDemo(
  context: ServerContext,
  { onStart, report, version }: DemoLoading,
): Promise<Result<number, Problem>> {
  const { store } = context;
  const isEmpty = await store.read(
    async (db) => (await db.selectFrom('uses').select('id').limit(1).executeTakeFirst()) === undefined,
  );
  if (!isEmpty.ok) return isEmpty;
  if (!isEmpty.value) return ok(0);
  onStart();
  const files = await definitionFiles(EXAMPLE);
  if (!files.ok)
    return fail(
      problem('workspace.not-found', 'the example workspace is not installed here', 'run it from a checkout'),
    );
  const judged = await judgePushed(files.value, [], null);
  if (!judged.ok) return judged;
  const sent = await reported(report);
  if (!sent.ok) return sent;
  const audits = version === undefined ? ok([]) : await auditsOf(sent.value, version);
  if (!audits.ok) return audits;
  const caller = await store.write(async ({ db, at }): Promise<Caller> => {
    const row =
      (await findPersonByEmail(db, OWNER.email)) ??
      (await addPerson(db, {
        ...OWNER,
        id: newId('person', at),
        roles: ['operator'],
        isActive: true,
        createdAt: at,
        changedAt: at,
      }));
    const account = await personOf(db, row, at);
    return { account, personId: row.id, is: 'person', through: 'key', credential: 'demo' };
  });
  if (!caller.ok) return caller;
  const pushed = await makeChange(context, caller.value, null, async (change) => ({
    status: 200,
    body: await pushUses(change, {
      workspace: 'harbor',
      judged: judged.value,
      sent: sent.value,
      revision: null,
      through: 'cli',
      files: files.value,
      audits: audits.value,
    }),
  }));
  return pushed.ok ? ok((pushed.value.body as readonly unknown[]).length) : pushed;
}

async function reported(report: DemoLoading['report']): Promise<Result<WorkspaceReportJson, Problem>> {
  const made = (await report) ?? null;
  if (made !== null) return ok(made);
  const checked = await checkWorkspace(EXAMPLE, howToCheckTheExample);
  return checked.ok ? ok(workspaceJson(checked.value)) : checked;
}

async function auditsOf(
  report: WorkspaceReportJson,
  version: string,
): Promise<Result<readonly SentAudit[], Problem>> {
  const workspace = await openWorkspace(EXAMPLE);
  if (!workspace.ok) return workspace;
  const uses = report.uses.map(({ use }) => use);
  const { audits } = await auditUses(workspace.value, uses, { at: new Date(report.checkedAt), version });
  return ok(audits);
}

/** The definition files of a workspace folder: what a push brings. Problems: `workspace.not-found`. */
export async function definitionFiles(folder: string): Promise<Result<readonly PushedFile[], Problem>> {
  const opened = await WorkspaceFiles.open(folder);
  if (!opened.ok) return opened;
  const files = opened.value;
  const paths = [
    'scruple.yaml',
    'facts.yaml',
    'waivers.yaml',
    ...(await files.find('boundaries', ['.cedar'])),
    ...(await files.find('datamap', ['.yaml', '.yml'])),
    ...(await files.find('uses', [''])),
  ].filter(isDefinitionPath);
  const pushed: PushedFile[] = [];
  for (const path of paths) {
    const located = await files.locate(path);
    if (!located.ok) continue;
    pushed.push({ path, text: await readFile(located.value, 'utf8') });
  }
  return ok(pushed);
}
