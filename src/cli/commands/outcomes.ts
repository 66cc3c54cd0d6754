import type { Command } from 'commander';
import type { Imported } from '../../app/remote/import-outcomes.ts';
import { visible } from '../../report/display-width.ts';
import { deliver } from '../deliver.ts';
import { inputLines } from '../input-lines.ts';
import type { Ending } from '../program.ts';
import { formatOption, type OutputOptions, outOption } from '../shared-options.ts';
import { Progress } from '../terminal.ts';
import { orUsage } from './login.ts';
import { serverAndToken } from './push.ts';

interface ImportOptions extends Pick<OutputOptions, 'format' | 'out'> {
  readonly server?: string;
  readonly dryRun?: boolean;
}

export function addOutcomes(program: Command, ending: Ending): void {
  const outcomes = program
    .command('outcomes')
    .description('bring along what followed earlier sends: scruple outcomes import')
    .helpCommand(false);
  outcomes
    .command('import')
    .description('bring a log of sends and of what followed them to a server')
    .argument('<events>', 'a .jsonl, .csv or .parquet file, or - for JSON lines from stdin')
    .option('--server <url>', 'address of the server (default: the one signed in to last)')
    .option('--dry-run', 'read the file and say what is in it; nothing is sent')
    .addOption(formatOption(['text', 'json']))
    .addOption(outOption())
    .addHelpText(
      'after',
      '\nThe credential comes from SCRUPLE_TOKEN, a key of the role intake, or from scruple login.\nAn event counts once by its id: after a failure run the same again.\nExit status: 0 all was read, 2 some lines could not be, or the server did not take them.\n\nExamples:\n  scruple outcomes import history.parquet --dry-run\n  scruple outcomes import history.csv --server https://scruple.harbor.example\n',
    )
    .action(async (file: string, options: ImportOptions) => {
      ending.status = await importFile(file, options);
    });
}

async function importFile(file: string, options: ImportOptions): Promise<number> {
  const { importOutcomes } = await import('../../app/remote/import-outcomes.ts');
  const isTrial = options.dryRun === true;
  const server = isTrial ? null : await serverAndToken(options.server);
  const progress = new Progress('events');
  const imported = await importOutcomes(file, {
    server: server === null ? null : { url: server.server, token: server.token },
    stdin: process.stdin,
    onTaken: (count) => progress.show(count, null),
    async *lines(stream) {
      for await (const batch of inputLines(stream))
        yield batch.map((line) => ('text' in line ? line.text : null));
    },
  });
  progress.end();
  const done = orUsage(imported);
  const text =
    options.format === 'json'
      ? `${JSON.stringify({ schema: 'scruple.outcomes-import/1', dryRun: isTrial, ...done }, null, 2)}\n`
      : asText(done, isTrial);
  await deliver(text, options);
  return done.unreadable === 0 ? 0 : 2;
}

function asText(done: Imported, isTrial: boolean): string {
  const { read, accepted, duplicates, quarantined, unreadable, uses, problems } = done;
  const lines = isTrial
    ? [`${read} events can be read; nothing was sent`]
    : [
        `${read} events: ${accepted} new, ${duplicates} told before, ${quarantined} of a use that is not known`,
      ];
  for (const [use, count] of Object.entries(uses).sort(([a], [b]) => (a < b ? -1 : 1)))
    lines.push(`  ${use}  ${count}`);
  if (unreadable > 0) lines.push(`${unreadable} lines cannot be read:`);
  for (const { at, message } of problems)
    lines.push(`  ${at == null ? '' : `${at.file}:${at.line}: `}${message}`);
  return `${lines.map(visible).join('\n')}\n`;
}
