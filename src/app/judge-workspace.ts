import { stricter, type Verdict } from '../kernel/gravity.ts';
import { nearest, type Problem, problem } from '../kernel/problem.ts';
import type { UseReport, WorkspaceReport } from '../report/model.ts';
import { allChecks } from './checks.ts';
import { type FactPortOptions, openFactPorts } from './fact-ports.ts';
import { judgeUse } from './judge-use.ts';
import { startEarly } from './start-early.ts';
import type { Workspace } from './workspace.ts';

export interface JudgeOptions extends FactPortOptions {
  /** The time of the check; `null` means the clock that an example fixes, else now. */
  readonly at: Date | null;
  /** Ids of the uses to judge; empty means all. */
  readonly only: readonly string[];
  readonly onProgress?: (done: number, total: number) => void;
}

/** Judges the uses of an open workspace. */
export async function judgeWorkspace(workspace: Workspace, options: JudgeOptions): Promise<WorkspaceReport> {
  const exampleAt = workspace.settings.example?.at;
  const now = options.at ?? (exampleAt === undefined ? new Date() : new Date(exampleAt));
  const problems: Problem[] = [
    ...workspace.problems,
    ...unknownUses(workspace, options.only),
    ...unknownWaivers(workspace),
  ];
  const uses: UseReport[] = [];
  const wanted = workspace.uses.filter((id) => options.only.length === 0 || options.only.includes(id));
  const ports = openFactPorts(workspace, options);
  try {
    await startEarly(workspace, wanted, ports);
    for (const [index, id] of wanted.entries()) {
      const judged = await judgeUse(workspace, id, ports, now);
      uses.push(judged.report);
      problems.push(...judged.problems);
      options.onProgress?.(index + 1, wanted.length);
    }
  } finally {
    await ports.close();
  }
  return {
    workspace: workspace.name,
    organisation: workspace.settings.organisation,
    verdict: uses.reduce<Verdict>((verdict, use) => stricter(verdict, use.verdict), 'allow'),
    checkedAt: now,
    exampleClock: options.at === null && exampleAt !== undefined,
    uses,
    problems: eachOnce(problems),
    since: null,
    sources: workspace.files.sources,
  };
}

function unknownUses({ uses }: Workspace, only: readonly string[]): Problem[] {
  return only
    .filter((id) => !uses.includes(id))
    .map((id) => {
      const near = nearest(id, uses);
      return problem(
        'card.unknown-use',
        `the workspace has no use \`${id}\``,
        near === undefined ? 'name a folder under uses/' : `write \`${near}\``,
      );
    });
}

/** A waiver for something that does not exist would wait unseen for the day on which it does. */
function unknownWaivers({ waivers, uses }: Workspace): Problem[] {
  const checks = allChecks.map(({ id }) => id);
  return waivers.flatMap(({ check, use, at }) => {
    const hint = (name: string, known: readonly string[], otherwise: string): string => {
      const near = nearest(name, known);
      return near === undefined ? otherwise : `write \`${near}\``;
    };
    return [
      ...(checks.includes(check)
        ? []
        : [
            problem(
              'waiver.unknown-check',
              `there is no check \`${check}\``,
              hint(check, checks, 'remove the waiver'),
              at,
            ),
          ]),
      ...(uses.includes(use)
        ? []
        : [
            problem(
              'waiver.unknown-use',
              `the workspace has no use \`${use}\``,
              hint(use, uses, 'remove the waiver'),
              at,
            ),
          ]),
    ];
  });
}

/** Two uses may refer to one broken file: it is one problem. */
function eachOnce(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [JSON.stringify([one.code, one.message, one.at]), one])).values()];
}
