import type { Command } from 'commander';
import type { UseAudits } from '../../app/remote/audit-uses.ts';
import { VERDICTS, type Verdict, verdictOf } from '../../kernel/gravity.ts';
import type { FailOn } from '../../report/exit.ts';
import { deliver } from '../deliver.ts';
import { findWorkspace } from '../find-workspace.ts';
import type { Ending } from '../program.ts';
import { failOnOption, formatOption, type OutputOptions, outOption } from '../shared-options.ts';
import { UsageError } from '../usage-error.ts';
import { VERSION } from '../version.ts';
import { configFolder, orUsage } from './login.ts';

interface PushOptions extends OutputOptions {
  readonly server?: string;
  readonly revision?: string;
  readonly facts: boolean;
}

export function addPush(program: Command, ending: Ending): void {
  program
    .command('push')
    .description('check a workspace and push its uses to a server, where people review them')
    .argument(
      '[dir-or-use...]',
      'a workspace folder, or ids, folders or cards of uses (default: the workspace here)',
    )
    .option('--server <url>', 'address of the server (default: the one signed in to last)')
    .option('--revision <revision>', 'revision that is pushed, as CI knows it')
    .option('--no-facts', 'ask no named fact; claims are then not assessed')
    .addOption(formatOption(['text', 'json']))
    .addOption(outOption())
    .addOption(failOnOption())
    .addHelpText(
      'after',
      '\nOf decisions that cards name, counts and rates by group go along, and no rows: of ten people or more, or as many as the record of the vault says.\nThe credential comes from SCRUPLE_TOKEN, or from scruple login.\n\nExample:\n  scruple push --server https://scruple.harbor.example --revision "$GIT_COMMIT" --fail-on block\n',
    )
    .action(async (names: string[], options: PushOptions) => {
      ending.status = await push(names, options);
    });
}

async function push(names: readonly string[], options: PushOptions): Promise<number> {
  const [{ server: url, token }, { pushWorkspace }] = await Promise.all([
    serverAndToken(options.server),
    import('../../app/remote/push-workspace.ts'),
  ]);
  const target = findWorkspace(names, process.cwd());
  const { uses, audits } = orUsage(
    await pushWorkspace(
      target.folder,
      { url, token },
      {
        at: null,
        only: target.only,
        noFacts: !options.facts,
        allowHosts: [],
        allowPaths: [],
        revision: options.revision ?? null,
        through: process.env.CI === undefined ? 'cli' : 'ci',
        version: VERSION,
      },
    ),
  );
  const text =
    options.format === 'json'
      ? `${JSON.stringify({ schema: 'scruple.push/1', server: url, uses, audits: auditsJson(audits) }, null, 2)}\n`
      : uses
          .map(
            ({ use, version, verdict, isNew }) =>
              `${verdict.padEnd(6)}  ${use}, version ${version}${isNew ? '' : ' (as it was)'}\n`,
          )
          .join('');
  for (const { use, pointer, because } of audits.left)
    process.stderr.write(`scruple: the decisions of ${use} (${pointer}) went without an audit: ${because}\n`);
  await deliver(text, options);
  return uses.some(({ verdict }) => isAtOrAbove(verdict as Verdict, options.failOn)) ? 1 : 0;
}

/** The server that is named, or that was signed in to last, with the credential for it. */
export async function serverAndToken(
  server: string | undefined,
): Promise<{ readonly server: string; readonly token: string }> {
  const [{ serverUrl }, { credentialsFile, keptToken, lastServer }] = await Promise.all([
    import('../../app/remote/server.ts'),
    import('../../app/remote/credentials.ts'),
  ]);
  const file = credentialsFile(configFolder());
  const named = server ?? (process.env.SCRUPLE_SERVER || undefined) ?? (await lastServer(file));
  if (named === null) throw new UsageError('no server is named', 'give --server, or run scruple login first');
  const url = orUsage(serverUrl(named));
  const token = (process.env.SCRUPLE_TOKEN || undefined) ?? (await keptToken(file, url));
  if (token === null)
    throw new UsageError(`there is no key for ${url}`, 'set SCRUPLE_TOKEN, or run scruple login');
  return { server: url, token };
}

/** What went along, without its figures. */
const auditsJson = ({ audits }: UseAudits) =>
  audits.map(({ use, pointer, report }) => ({
    use,
    pointer,
    verdict: report.verdict,
    countsHash: report.source.countsHash,
  }));

const isAtOrAbove = (verdict: Verdict, failOn: FailOn): boolean =>
  failOn !== 'never' &&
  verdict !== 'allow' &&
  VERDICTS.indexOf(verdict) >= VERDICTS.indexOf(verdictOf(failOn));
