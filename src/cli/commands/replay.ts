import type { Command } from 'commander';
import { deliver } from '../deliver.ts';
import { inputLines } from '../input-lines.ts';
import type { Ending } from '../program.ts';
import { atOption, failOnOption, formatOption, type OutputOptions, outOption } from '../shared-options.ts';
import { Progress, paintFor, widthOf } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

interface ReplayOptions extends OutputOptions {
  readonly at?: Date;
}

export function addReplay(program: Command, ending: Ending): void {
  program
    .command('replay')
    .description('run the monitors over a log of sends and of what followed them, and print the alarms')
    .argument('<events>', 'a .jsonl, .csv or .parquet file, or - for JSON lines from stdin')
    .addOption(formatOption(['text', 'json']))
    .addOption(outOption())
    .addOption(failOnOption())
    .addOption(atOption())
    .addHelpText(
      'after',
      '\nExamples:\n  scruple replay events.jsonl\n  scruple replay events.parquet --format json --out alarms.json\n\nA warning counts as `advise`, a review as `review`, a pause as `block`.\n',
    )
    .action(async (events: string, options: ReplayOptions) => {
      ending.status = await replay(events, options);
    });
}

async function replay(events: string, options: ReplayOptions): Promise<number> {
  const [{ replayEvents }, { exitOfReplay }] = await Promise.all([
    import('../../app/replay/replay-events.ts'),
    import('../../report/replay/exit.ts'),
  ]);
  const progress = new Progress('events');
  const report = await replayEvents(events, {
    at: options.at ?? new Date(),
    stdin: process.stdin,
    onRead: (count) => progress.show(count, null),
    async *lines(stream) {
      for await (const batch of inputLines(stream))
        yield batch.map((line) => ('text' in line ? line.text : null));
    },
  });
  progress.end();
  if (!report.ok) throw new UsageError(report.problem.message, report.problem.hint);
  if (options.format === 'json') {
    const [{ alarmsJson }, { printed }] = await Promise.all([
      import('../../report/replay/alarms-json.ts'),
      import('../../report/json/parts.ts'),
    ]);
    await deliver(printed(alarmsJson(report.value)), options);
  } else {
    const { alarmsText } = await import('../../report/replay/alarms-text.ts');
    const paint =
      options.out === undefined ? paintFor(process.stdout) : (_style: unknown, text: string) => text;
    const page = { width: widthOf(process.stdout), paint, showValues: false, failOn: options.failOn };
    await deliver(alarmsText(report.value, page), options);
  }
  return exitOfReplay(report.value, options.failOn).status;
}
