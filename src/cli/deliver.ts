import { writeFile } from 'node:fs/promises';
import type { OutputOptions } from './shared-options.ts';
import { UsageError } from './usage-error.ts';

/** Refuses options that contradict each other before any work is done. */
export function refuseContradictions(options: OutputOptions): void {
  if (options.showValues === true && options.format !== 'text')
    throw new UsageError(
      `--show-values works with --format text alone, not with ${options.format}`,
      'leave one of the two out: other formats leave this machine',
    );
}

/** Writes a report to stdout, or to the file that `--out` names. */
export async function deliver(text: string, options: Pick<OutputOptions, 'out'>): Promise<void> {
  if (options.out === undefined) {
    await new Promise<void>((resolve) => {
      process.stdout.write(text, () => resolve());
    });
    return;
  }
  try {
    await writeFile(options.out, text);
  } catch (error) {
    throw cannotWrite(options.out, error);
  }
}

export const cannotWrite = (file: string, error: unknown): UsageError =>
  new UsageError(
    `\`${file}\` cannot be written (${(error as NodeJS.ErrnoException).code})`,
    'name a file in a folder that exists and may be written',
  );
