import { type Command, Option } from 'commander';
import type { SnippetOrder, SnippetSystem } from '../../app/gate/gate-snippet.ts';
import { CHANNELS, type Channel } from '../../kernel/vocabulary.ts';
import { deliver } from '../deliver.ts';
import type { Ending } from '../program.ts';
import { formatOption, outOption } from '../shared-options.ts';
import { UsageError } from '../usage-error.ts';

interface SnippetOptions {
  readonly for: SnippetSystem;
  readonly server: string;
  readonly contentHash: string;
  readonly channel: Channel;
  readonly by: SnippetOrder['by'];
  readonly dispatch?: string;
  readonly format: string;
  readonly out?: string;
}

export function addGateSnippet(program: Command, ending: Ending): void {
  program
    .command('gate-snippet')
    .description('Liquid that ends a message while it is rendered, unless the gate permits it')
    .argument('<use>', 'id of the use that is sent')
    .addOption(
      new Option('--for <system>', 'where the message is rendered')
        .choices(['braze', 'customerio', 'dittofeed'])
        .makeOptionMandatory(),
    )
    .requiredOption('--server <origin>', 'the server of the gate, as https://scruple.example')
    .requiredOption('--content-hash <hash>', 'messageHash of the text that was cleared')
    .addOption(
      new Option('--channel <channel>', 'channel that it is sent on').choices(CHANNELS).default('email'),
    )
    .addOption(
      new Option('--by <kind>', 'by what the system knows its people')
        .choices(['customer', 'email', 'phone'])
        .default('customer'),
    )
    .option('--dispatch <name>', 'one sending of the use (default: that of Braze itself)')
    .addOption(formatOption(['text', 'json']))
    .addOption(outOption())
    .addHelpText(
      'after',
      '\nExample:\n  scruple gate-snippet winback-spring --for braze --server https://scruple.example --content-hash sha256:…\n',
    )
    .action(async (use: string, options: SnippetOptions) => {
      ending.status = await write(use, options);
    });
}

async function write(use: string, options: SnippetOptions): Promise<number> {
  const { gateSnippet } = await import('../../app/gate/gate-snippet.ts');
  const made = gateSnippet({
    system: options.for,
    server: options.server,
    use,
    channel: options.channel,
    contentHash: options.contentHash as SnippetOrder['contentHash'],
    by: options.by,
    dispatch: options.dispatch ?? null,
  });
  if (!made.ok) throw new UsageError(made.problem.message, made.problem.hint);
  const { snippet, request, steps } = made.value;
  const text = [
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    ...(request === null ? [] : ['', 'The request:', request]),
    '',
    'The snippet:',
    snippet,
    '',
  ].join('\n');
  await deliver(options.format === 'json' ? `${JSON.stringify(made.value, null, 2)}\n` : text, options);
  return 0;
}
