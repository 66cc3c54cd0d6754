import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { type Problem, problem } from '../kernel/problem.ts';
import { lineJson } from '../report/json/line-json.ts';
import { cannotWrite } from './deliver.ts';
import { inputLines, MAXIMUM_LINE_BYTES } from './input-lines.ts';
import { Progress } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const OUTPUT_CHUNK = 64 * 1024;

/** How a command answers a line, and a line that has no text. */
export interface LineAnswers {
  answer(text: string): object | Promise<object>;
  unreadable(why: Problem): object;
}

/**
 * Answers every input line with exactly one JSON object on one line, in order, at the pace of the reader. Gives 0; throws
 * a UsageError where a stream itself cannot be read.
 */
export async function streamLines(
  files: readonly string[],
  answers: LineAnswers,
  out: string | undefined,
): Promise<number> {
  const sink = await openSink(out);
  const progress = new Progress('lines');
  let line = 0;
  let held = '';
  const flush = async (): Promise<void> => {
    const text = held;
    held = '';
    await write(sink, text);
  };
  for (const file of files) {
    const stream: Readable = file === '-' ? process.stdin : createReadStream(file);
    try {
      for await (const batch of inputLines(stream)) {
        for (const input of batch) {
          line += 1;
          const found =
            'text' in input ? answers.answer(input.text) : answers.unreadable(problemOf(input.unreadable));
          held += `${lineJson({ line, ...(found instanceof Promise ? await found : found) })}\n`;
          if (held.length >= OUTPUT_CHUNK) await flush();
        }
        await flush();
        if (sink.destroyed) return 0;
        progress.show(line, null);
      }
    } catch (error) {
      await flush();
      throw asUsageError(error, file);
    } finally {
      progress.end();
    }
  }
  return 0;
}

function asUsageError(error: unknown, file: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  return new UsageError(
    `\`${file}\` cannot be read (${code})`,
    code === 'ENOENT' ? 'mend the path, or name - for stdin' : 'check what it is and who may read it',
  );
}

const problemOf = (why: 'encoding' | 'too-long'): Problem =>
  why === 'encoding'
    ? problem('file.encoding', 'the line is not valid UTF-8', 'save it as UTF-8')
    : problem('file.too-large', `the line is longer than ${MAXIMUM_LINE_BYTES} bytes`, 'split it');

/** Where the answers go. Throws a UsageError where that cannot be written. */
async function openSink(out: string | undefined): Promise<Writable> {
  if (out === undefined) return process.stdout;
  const file = createWriteStream(out);
  try {
    await once(file, 'open');
  } catch (error) {
    throw cannotWrite(out, error);
  }
  return file;
}

/** Writes and waits until the reader has taken it. */
function write(sink: Writable, text: string): Promise<void> {
  if (text === '' || sink.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    sink.write(text, () => resolve());
  });
}
