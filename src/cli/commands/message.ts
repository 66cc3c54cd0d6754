import { type Command, Option } from 'commander';
import type { MessageFormat } from '../../check/facts/message.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { MessagesReport } from '../../report/model.ts';
import { deliver, refuseContradictions } from '../deliver.ts';
import type { Ending } from '../program.ts';
import { readInputs } from '../read-input.ts';
import {
  atOption,
  failOnOption,
  formatOption,
  type OutputOptions,
  outOption,
  showValuesOption,
} from '../shared-options.ts';
import { streamLines } from '../stream-lines.ts';
import { paintFor, widthOf } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { VERSION } from '../version.ts';

interface MessageOptions extends OutputOptions {
  readonly at?: Date;
  readonly as?: string;
  readonly lines?: boolean;
}

const FORMATS: Record<string, MessageFormat> = {
  html: 'html',
  mjml: 'mjml',
  md: 'markdown',
  text: 'text',
  liquid: 'liquid',
  json: 'json',
};

export function addMessage(program: Command, ending: Ending): void {
  program
    .command('message')
    .description('find pressure and unbound claims in message files')
    .argument('<file...>', 'message files (.html .mjml .liquid .md .txt .json), or - for stdin')
    .addOption(new Option('--as <format>', 'read the input as this format').choices(Object.keys(FORMATS)))
    .option('--lines', 'take one text a line and give one JSON object a line')
    .addOption(formatOption(['text', 'json', 'sarif', 'html']))
    .addOption(outOption())
    .addOption(failOnOption())
    .addOption(atOption())
    .addOption(showValuesOption())
    .addHelpText(
      'after',
      '\nExamples:\n  scruple message email.mjml sms.txt\n  scruple message - --as html < email.html\n  scruple message --lines - < subjects.txt\n',
    )
    .action(async (files: string[], options: MessageOptions) => {
      ending.status = options.lines === true ? await lines(files, options) : await messages(files, options);
    });
}

async function lines(files: readonly string[], { out }: MessageOptions): Promise<number> {
  const [{ messageLine }, { problemJson }] = await Promise.all([
    import('../../app/message-line.ts'),
    import('../../report/json/parts.ts'),
  ]);
  const answers = {
    answer: messageLine,
    unreadable: (why: Problem) => ({
      assessed: false,
      language: null,
      manipulative: null,
      score: null,
      techniques: [],
      problem: problemJson(why),
    }),
  };
  return streamLines(files, answers, out);
}

async function messages(files: readonly string[], options: MessageOptions): Promise<number> {
  refuseContradictions(options);
  if (files.includes('-') && options.as === undefined)
    throw new UsageError(
      'what comes from stdin has no file name to tell its format',
      `add --as ${Object.keys(FORMATS).join(', --as ')}`,
    );
  const format = options.as === undefined ? undefined : FORMATS[options.as];
  const [{ inputs, problems }, { checkMessages }, { exitOf }] = await Promise.all([
    readInputs(files),
    import('../../app/check-messages.ts'),
    import('../../report/exit.ts'),
  ]);
  const checked = await checkMessages(
    inputs.map((input) => (format === undefined ? input : { ...input, format })),
    { at: options.at ?? null },
  );
  const report = { ...checked, problems: [...problems, ...checked.problems] };
  await deliver(await printed(report, options), options);
  return exitOf({ judged: report.messages, problems: report.problems }, options.failOn).status;
}

async function printed(report: MessagesReport, options: MessageOptions): Promise<string> {
  switch (options.format) {
    case 'json': {
      const [{ messagesJson }, { printed: print }] = await Promise.all([
        import('../../report/json/messages-json.ts'),
        import('../../report/json/parts.ts'),
      ]);
      return print(messagesJson(report));
    }
    case 'sarif': {
      const [{ messagesSarif }, { printed: print }, { allChecks }] = await Promise.all([
        import('../../report/sarif/messages-sarif.ts'),
        import('../../report/json/parts.ts'),
        import('../../app/checks.ts'),
      ]);
      return print(messagesSarif(report, { checks: allChecks, version: VERSION, folder: '' }));
    }
    case 'html': {
      const { messagesHtml } = await import('../../report/html/messages-html.ts');
      return messagesHtml(report, { version: VERSION });
    }
    default: {
      const { messagesText } = await import('../../report/text/messages-text.ts');
      const paint =
        options.out === undefined ? paintFor(process.stdout) : (_style: unknown, text: string) => text;
      return messagesText(report, {
        width: widthOf(process.stdout),
        paint,
        showValues: options.showValues === true,
        failOn: options.failOn,
      });
    }
  }
}
