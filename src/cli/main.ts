import { describeBug, UsageError } from './usage-error.ts';

/**
 * Runs the command line and gives its exit status: 0, 1 or 2 as contract.md §2 says. Nothing prints a stack trace unless
 * `--debug` is given; what nobody expected is called a bug in one line.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const isDebug = argv.includes('--debug');
  endQuietlyWhenReaderLeaves();
  // What is thrown outside any promise would end in a trace.
  process.on('uncaughtException', (error) => {
    process.stderr.write(describeBug(error) + traceOf(error, isDebug));
    process.exit(2);
  });
  try {
    const { runProgram } = await import('./program.ts');
    return await runProgram(argv);
  } catch (error) {
    const said = error instanceof UsageError ? error.toString() : describeBug(error);
    process.stderr.write(said + traceOf(error, isDebug));
    return 2;
  }
}

const traceOf = (error: unknown, isDebug: boolean): string =>
  isDebug && error instanceof Error ? `${error.stack}\n` : '';

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
