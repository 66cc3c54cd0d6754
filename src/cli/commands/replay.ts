import type { Readable } from 'node:stream';
import type { Command } from 'commander';
import { deliver } from '../deliver.ts';
import { inputLines } from '../input-lines.ts';
import type { Ending } from '../program.ts';
import { atOption, failOnOption, formatOption, type OutputOptions, outOption } from '../shared-options.ts';
import { Progress, paintFor, widthOf } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

interface ReplayOptions extends OutputOptions {
  readonly at?: Date;
  readonly rules?: string;
}

export function addReplay(program: Command, ending: Ending): void {
  program
    .command('replay')
    .description('run the monitors over a log of sends and of what followed them, and print the alarms')
    .argument('<events>', 'a .jsonl, .csv or .parquet file, or - for JSON lines from stdin')
    .option(
      '--rules <dir>',
      'judge the uses of the log again, under the rules of this workspace as they stand now',
    )
    .addOption(formatOption(['text', 'json']))
    .addOption(outOption())
    .addOption(failOnOption())
    .addOption(atOption())
    .addHelpText(
      'after',
      '\nExamples:\n  scruple replay events.jsonl\n  scruple replay events.parquet --format json --out alarms.json\n  scruple replay events.jsonl --rules .\n\nA warning counts as `advise`, a review as `review`, a pause as `block`.\n',
    )
    .action(async (events: string, options: ReplayOptions) => {
      ending.status = await (options.rules === undefined
        ? replay(events, options)
        : replayRules(events, options.rules, options));
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
    lines,
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

/** Exit 1 where the rules of now would have stopped something that was sent. */
async function replayRules(events: string, folder: string, options: ReplayOptions): Promise<number> {
  const { replayRules: judgeAgain } = await import('../../app/replay/replay-rules.ts');
  const [read, judged] = [new Progress('events'), new Progress('uses')];
  const report = await judgeAgain(events, {
    folder,
    at: options.at ?? new Date(),
    stdin: process.stdin,
    lines,
    onRead: (count) => read.show(count, null),
    onJudged: (done, total) => judged.show(done, total),
  });
  read.end();
  judged.end();
  if (!report.ok) throw new UsageError(report.problem.message, report.problem.hint);
  if (options.format === 'json') {
    const { printed } = await import('../../report/json/parts.ts');
    await deliver(printed(report.value), options);
  } else {
    const { rulesText } = await import('../../report/rules/rules-text.ts');
    const paint =
      options.out === undefined ? paintFor(process.stdout) : (_style: unknown, text: string) => text;
    await deliver(
      rulesText(report.value, { width: widthOf(process.stdout), paint, showValues: false }),
      options,
    );
  }
  const { stopped, waiting } = report.value.totals;
  if (report.value.problems.length > 0) return 2;
  const reached = stopped.sends > 0 || (waiting.sends > 0 && options.failOn !== 'block');
  return reached && options.failOn !== 'never' ? 1 : 0;
}

async function* lines(stream: Readable): AsyncGenerator<ReadonlyArray<string | null>> {
  for await (const batch of inputLines(stream))
    yield batch.map((line) => ('text' in line ? line.text : null));
}
