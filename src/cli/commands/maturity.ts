import type { Command } from 'commander';
import type { Answer, Question } from '../../maturity/baseline.ts';
import type { MaturityJson } from '../../report/maturity/schema.ts';
import { deliver } from '../deliver.ts';
import { findWorkspace } from '../find-workspace.ts';
import type { Ending } from '../program.ts';
import { atOption, formatOption, outOption } from '../shared-options.ts';
import { paintFor, widthOf } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { orUsage } from './login.ts';
import { serverAndToken } from './push.ts';

interface MaturityOptions {
  readonly server?: string;
  readonly baseline?: boolean;
  readonly answers?: string;
  readonly format: string;
  readonly out?: string;
  readonly at?: Date;
}

export function addMaturity(program: Command, ending: Ending): void {
  program
    .command('maturity')
    .description('where the seven practices stand by evidence, and what to do next')
    .argument('[dir]', 'a workspace folder (default: the workspace here)')
    .option('--server <url>', 'ask this server, which sees what was decided, sent and told')
    .option('--baseline', 'ask 21 short questions first, and print what you believe beside what we can see')
    .option('--answers <file>', 'answers to the 21 questions as JSON: { "1a": "yes", "1b": "partly", … }')
    .addOption(formatOption(['text', 'json']))
    .addOption(outOption())
    .addOption(atOption())
    .addHelpText(
      'after',
      '\nA folder alone shows boundaries, data map and drafts; all else takes a server.\n\nExamples:\n  scruple maturity\n  scruple maturity --server https://scruple.harbor.example --format json --out maturity.json\n  scruple maturity --baseline\n',
    )
    .action(async (folder: string | undefined, options: MaturityOptions) => {
      ending.status = await maturity(folder, options);
    });
}

async function maturity(folder: string | undefined, options: MaturityOptions): Promise<number> {
  const answers = await answersOf(options);
  const report = await reportOf(folder, options);
  if (options.format === 'json') {
    const { printed } = await import('../../report/json/parts.ts');
    await deliver(printed(await withBeliefs(report, answers)), options);
  } else {
    const { maturityText } = await import('../../report/maturity/maturity-text.ts');
    const paint =
      options.out === undefined ? paintFor(process.stdout) : (_style: unknown, text: string) => text;
    const page = { width: widthOf(process.stdout), paint, showValues: false };
    await deliver(maturityText(report, page, answers), options);
  }
  return report.problems.length > 0 ? 2 : 0;
}

async function reportOf(folder: string | undefined, options: MaturityOptions): Promise<MaturityJson> {
  if (options.server !== undefined) {
    if (folder !== undefined || options.at !== undefined)
      throw new UsageError('a server has its own workspaces and clock', 'leave out the folder and --at');
    const { readMaturity } = await import('../../app/remote/read-maturity.ts');
    const { server, token } = await serverAndToken(options.server);
    return orUsage(await readMaturity({ url: server, token }));
  }
  const { maturityOfWorkspace } = await import('../../app/maturity/maturity-of-workspace.ts');
  const { folder: found } = findWorkspace(folder === undefined ? [] : [folder], process.cwd());
  return orUsage(await maturityOfWorkspace(found, options.at ?? null));
}

async function withBeliefs(report: MaturityJson, answers: ReadonlyMap<string, Answer> | null) {
  if (answers === null) return report;
  const { believed } = await import('../../maturity/baseline.ts');
  return {
    ...report,
    believed: report.practices.map(({ step }) => believed(answers, step as Question['step'])),
  };
}

async function answersOf({
  baseline,
  answers: file,
}: MaturityOptions): Promise<ReadonlyMap<string, Answer> | null> {
  if (baseline !== true && file === undefined) return null;
  const { ANSWERS, QUESTIONS } = await import('../../maturity/baseline.ts');
  if (file !== undefined) return readAnswers(file, QUESTIONS, ANSWERS);
  if (!process.stdin.isTTY)
    throw new UsageError(
      'the questions are asked on a terminal',
      'give the answers in a file: --answers FILE',
    );
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answers = new Map<string, Answer>();
  try {
    for (const [index, { id, asks }] of QUESTIONS.entries())
      for (;;) {
        const said = (await terminal.question(`${index + 1}/21  ${asks} [yes/partly/no] `))
          .trim()
          .toLowerCase();
        const answer = ANSWERS.find((one) => said !== '' && one.startsWith(said));
        if (answer === undefined) continue;
        answers.set(id, answer);
        break;
      }
  } finally {
    terminal.close();
  }
  return answers;
}

async function readAnswers(
  file: string,
  questions: readonly Question[],
  known: readonly Answer[],
): Promise<ReadonlyMap<string, Answer>> {
  const { readFile } = await import('node:fs/promises');
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const because =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : 'it is no JSON';
    throw new UsageError(
      `\`${file}\` cannot be read: ${because}`,
      'write { "1a": "yes", "1b": "partly", … }',
    );
  }
  const answers = new Map<string, Answer>();
  for (const [id, said] of Object.entries((value ?? {}) as Record<string, unknown>)) {
    if (!questions.some((one) => one.id === id))
      throw new UsageError(`\`${file}\` answers \`${id}\`, which is no question`, 'answer 1a to 7c');
    const answer = known.find((one) => one === said);
    if (answer === undefined)
      throw new UsageError(
        `\`${file}\`, \`${id}\`: \`${String(said)}\` is no answer`,
        `write ${known.join(', ')}`,
      );
    answers.set(id, answer);
  }
  return answers;
}
