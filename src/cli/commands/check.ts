import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import type { WorkspaceReport } from '../../report/model.ts';
import { deliver, refuseContradictions } from '../deliver.ts';
import { findWorkspace } from '../find-workspace.ts';
import type { Ending } from '../program.ts';
import {
  atOption,
  failOnOption,
  formatOption,
  type OutputOptions,
  outOption,
  showValuesOption,
} from '../shared-options.ts';
import { Progress, paintFor, widthOf } from '../terminal.ts';
import { VERSION } from '../version.ts';

interface CheckOptions extends OutputOptions {
  readonly at?: Date;
  readonly since?: string;
  readonly facts: boolean;
  readonly allowHost: readonly string[];
  readonly allowPath: readonly string[];
}

const collect = (value: string, all: readonly string[]): string[] => [...all, value];

export function addCheck(program: Command, ending: Ending): void {
  program
    .command('check')
    .description('give a verdict on every use of a workspace, with the evidence')
    .argument(
      '[dir-or-use...]',
      'a workspace folder, or ids, folders or cards of uses (default: the workspace here)',
    )
    .addOption(formatOption(['text', 'json', 'sarif', 'html']))
    .addOption(outOption())
    .addOption(failOnOption())
    .addOption(atOption())
    .option('--since <revision>', 'report only what differs between a git revision and the working tree')
    .option('--no-facts', 'ask no named fact; claims are then not assessed')
    .option('--allow-host <host>', 'let facts ask this host too (repeatable)', collect, [])
    .option('--allow-path <path>', 'let queries read this path too (repeatable)', collect, [])
    .addOption(showValuesOption())
    .addHelpText(
      'after',
      '\nExamples:\n  scruple check\n  scruple check winback-spring --at 2026-11-20T09:00:00Z\n  scruple check shop --since main --format sarif --out scruple.sarif\n\nExit status: 0 nothing at or above --fail-on, 1 something, 2 not all could be read.\n',
    )
    .action(async (names: string[], options: CheckOptions) => {
      refuseContradictions(options);
      ending.status = await check(names, options);
    });
}

async function check(names: readonly string[], options: CheckOptions): Promise<number> {
  const target = findWorkspace(names, process.cwd());
  const folder = relative(process.cwd(), target.folder) || '.';
  const [{ checkWorkspace }, { exitOf }] = await Promise.all([
    import('../../app/check-workspace.ts'),
    import('../../report/exit.ts'),
  ]);
  const progress = new Progress('uses');
  const result = await checkWorkspace(folder, {
    at: options.at ?? null,
    only: target.only,
    since: options.since ?? null,
    noFacts: !options.facts,
    allowHosts: options.allowHost,
    allowPaths: options.allowPath.map((path) => resolve(path)),
    onProgress: (done, total) => progress.show(done, total),
  });
  progress.end();
  const report: WorkspaceReport = result.ok
    ? result.value
    : {
        workspace: folder,
        organisation: null,
        // Nothing could be judged, and silence must never look like a pass.
        verdict: 'review',
        checkedAt: options.at ?? new Date(),
        exampleClock: false,
        uses: [],
        problems: [result.problem],
        since: options.since ?? null,
        sources: new Map(),
      };
  await deliver(await printed(report, options, folder), options);
  return exitOf({ judged: report.uses, problems: report.problems }, options.failOn).status;
}

async function printed(report: WorkspaceReport, options: CheckOptions, folder: string): Promise<string> {
  switch (options.format) {
    case 'json': {
      const [{ workspaceJson }, { printed: print }] = await Promise.all([
        import('../../report/json/workspace-json.ts'),
        import('../../report/json/parts.ts'),
      ]);
      return print(workspaceJson(report));
    }
    case 'sarif': {
      const [{ workspaceSarif }, { printed: print }, { allChecks }] = await Promise.all([
        import('../../report/sarif/workspace-sarif.ts'),
        import('../../report/json/parts.ts'),
        import('../../app/checks.ts'),
      ]);
      return print(workspaceSarif(report, { checks: allChecks, version: VERSION, folder }));
    }
    case 'html': {
      const [{ workspaceHtml }, { allChecks }] = await Promise.all([
        import('../../report/html/workspace-html.ts'),
        import('../../app/checks.ts'),
      ]);
      return workspaceHtml(report, { version: VERSION, checkCount: allChecks.length });
    }
    default: {
      const { workspaceText } = await import('../../report/text/workspace-text.ts');
      const paint =
        options.out === undefined ? paintFor(process.stdout) : (_style: unknown, text: string) => text;
      return workspaceText(report, {
        width: widthOf(process.stdout),
        paint,
        showValues: options.showValues === true,
        failOn: options.failOn,
      });
    }
  }
}
