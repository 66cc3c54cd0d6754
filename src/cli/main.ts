import { describeBug, UsageError } from './usage-error.ts';

/**
 * Runs the command line and gives its exit status: 0, 1 or 2 as contract.md §2 says. Nothing prints a stack trace unless
 * `--debug` is given; what nobody expected is called a bug in one line.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const isDebug = argv.includes('--debug');
  endQuietlyWhenReaderLeaves();
  try {
    const { runProgram } = await import('./program.ts');
    return await runProgram(argv);
  } catch (error) {
    if (error instanceof UsageError) process.stderr.write(error.toString());
    else process.stderr.write(describeBug(error));
    if (isDebug && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    return 2;
  }
}

/** `scruple check | head` closes the pipe early: that is no failure of ours, and the exit status stays what it is. */
function endQuietlyWhenReaderLeaves(): void {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.listeners('error').includes(ignoreClosedPipe)) continue;
    stream.on('error', ignoreClosedPipe);
  }
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
