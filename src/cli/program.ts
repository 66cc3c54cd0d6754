import { Command, CommanderError } from 'commander';
import { addAudit } from './commands/audit.ts';
import { addBackup } from './commands/backup.ts';
import { addBoard } from './commands/board.ts';
import { addCheck } from './commands/check.ts';
import { addEvidence } from './commands/evidence.ts';
import { addExplain } from './commands/explain.ts';
import { addGate } from './commands/gate.ts';
import { addGateSnippet } from './commands/gate-snippet.ts';
import { addInit } from './commands/init.ts';
import { addLogin } from './commands/login.ts';
import { addMaturity } from './commands/maturity.ts';
import { addMessage } from './commands/message.ts';
import { addMove } from './commands/move.ts';
import { addOutcomes } from './commands/outcomes.ts';
import { addPush } from './commands/push.ts';
import { addReplay } from './commands/replay.ts';
import { addRestore } from './commands/restore.ts';
import { addSegment } from './commands/segment.ts';
import { addServe } from './commands/serve.ts';
import { addVerify } from './commands/verify.ts';
import { UsageError } from './usage-error.ts';
import { VERSION } from './version.ts';

/** What a command hands back: its exit status. */
export interface Ending {
  status: number;
}

/** Builds the command line, runs it, and gives the exit status. Commands load what they need only when they run. */
export async function runProgram(argv: readonly string[]): Promise<number> {
  const ending: Ending = { status: 0 };
  const program = new Command('scruple')
    .description('Reviews every planned use of customer data: a verdict, with the evidence and a safer way.')
    .version(VERSION, '--version', 'print the version')
    .helpOption('--help', 'show this help')
    .helpCommand(false)
    .option('--debug', 'print stack traces')
    .showHelpAfterError(false)
    .hook('preAction', (_program, command) => {
      if (command.getOptionValue('out') === '-') command.setOptionValue('out', undefined);
    })
    .addHelpText(
      'after',
      '\nStart with: scruple init my-workspace\nThen:       scruple check my-workspace\n',
    );
  const adders = [
    addInit,
    addCheck,
    addMessage,
    addSegment,
    addAudit,
    addGate,
    addGateSnippet,
    addVerify,
    addEvidence,
    addExplain,
    addReplay,
    addOutcomes,
    addMaturity,
    addBoard,
    addServe,
    addLogin,
    addPush,
    addBackup,
    addRestore,
    addMove,
  ];
  for (const add of adders) add(program, ending);
  for (const command of withSubcommands(program)) {
    command.exitOverride().configureOutput({ writeErr: () => {}, outputError: () => {} });
    if (command !== program)
      command.helpOption('--help', 'show this help').option('--debug', 'print stack traces');
  }
  if (argv.length === 0) {
    process.stdout.write(program.helpInformation());
    return 2;
  }
  try {
    await program.parseAsync(withoutVainHelp(program, argv), { from: 'user' });
    return ending.status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw toUsageError(error);
  }
}

/** The help of a command that is not there would be the help of all, and a success. */
function withoutVainHelp(program: Command, argv: readonly string[]): string[] {
  const [first = ''] = argv;
  const isThere = first.startsWith('-') || program.commands.some((command) => command.name() === first);
  return isThere ? [...argv] : argv.filter((word) => word !== '--help');
}

/** A command and all below it. */
const withSubcommands = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap(withSubcommands),
];

/** Commander's message as one line of ours, with its suggestion as the hint. */
function toUsageError(error: CommanderError): UsageError {
  if (error.code === 'commander.help')
    return new UsageError('the command needs another word', 'run it with --help to see which');
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(rest.join(' '))?.[1];
  const message = first.replaceAll("'", '`').replace(/\.$/, '');
  return new UsageError(
    message.charAt(0).toLowerCase() + message.slice(1),
    suggestion === undefined ? 'run scruple --help, or the command with --help' : `write ${suggestion}`,
  );
}
