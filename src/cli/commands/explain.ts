import type { Command } from 'commander';
import { deliver } from '../deliver.ts';
import type { Ending } from '../program.ts';
import { paintFor, widthOf } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export function addExplain(program: Command, ending: Ending): void {
  program
    .command('explain')
    .description('print the page of a check: what to avoid, what to prefer, why it harms')
    .argument('<check>', 'id of a check')
    .addHelpText('after', '\nExample:\n  scruple explain msg-countdown\n')
    .action(async (id: string) => {
      ending.status = await explain(id);
    });
}

async function explain(id: string): Promise<number> {
  const { checkIds, checkPage } = await import('../check-page.ts');
  const page = checkPage(id);
  if (page === null) {
    const { nearest } = await import('../../kernel/problem.ts');
    const ids = checkIds();
    const near = nearest(id, ids) ?? ids.find((one) => id !== '' && one.includes(id));
    throw new UsageError(
      `there is no check \`${id}\``,
      near === undefined ? `choose one of ${ids.join(', ')}` : `run scruple explain ${near}`,
    );
  }
  const { markdownText } = await import('../../report/text/markdown-text.ts');
  await deliver(
    markdownText(page, { width: widthOf(process.stdout), paint: paintFor(process.stdout), showValues: true }),
    {},
  );
  return 0;
}
