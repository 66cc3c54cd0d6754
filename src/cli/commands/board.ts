import type { Command } from 'commander';
import { quarterNamed } from '../../kernel/quarter.ts';
import { deliver } from '../deliver.ts';
import type { Ending } from '../program.ts';
import { formatOption, outOption } from '../shared-options.ts';
import { paintFor, widthOf } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { orUsage } from './login.ts';
import { serverAndToken } from './push.ts';

interface BoardOptions {
  readonly quarter?: string;
  readonly server?: string;
  readonly format: string;
  readonly out?: string;
}

export function addBoard(program: Command, ending: Ending): void {
  program
    .command('board')
    .description('a quarter on two pages: what is live, caught, found late, and to be decided')
    .option('--quarter <quarter>', 'as 2026-Q3 (default: the one that runs)')
    .option('--server <url>', 'address of the server (default: the one signed in to last)')
    .addOption(formatOption(['text', 'json', 'html']))
    .addOption(outOption())
    .addHelpText(
      'after',
      '\nExamples:\n  scruple board\n  scruple board --quarter 2026-Q3 --format html --out board.html\n',
    )
    .action(async (options: BoardOptions) => {
      ending.status = await board(options);
    });
}

async function board(options: BoardOptions): Promise<number> {
  const { quarter = null } = options;
  if (quarter !== null && quarterNamed(quarter) === null)
    throw new UsageError(`\`${quarter}\` is no quarter`, 'write it as 2026-Q3');
  const { readBoard } = await import('../../app/remote/read-board.ts');
  const { server, token } = await serverAndToken(options.server);
  const read = orUsage(await readBoard({ url: server, token }, quarter));
  if (options.format === 'json') {
    const { printed } = await import('../../report/json/parts.ts');
    await deliver(printed(read), options);
  } else if (options.format === 'html') {
    const { boardHtml } = await import('../../report/board/board-html.ts');
    await deliver(boardHtml(read), options);
  } else {
    const { boardText } = await import('../../report/board/board-text.ts');
    const paint =
      options.out === undefined ? paintFor(process.stdout) : (_style: unknown, text: string) => text;
    await deliver(boardText(read, { width: widthOf(process.stdout), paint, showValues: false }), options);
  }
  return 0;
}
