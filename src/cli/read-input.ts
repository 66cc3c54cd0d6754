import { open } from 'node:fs/promises';
import { type Problem, problem } from '../kernel/problem.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

/** The most bytes of one definition or message; a larger one is no text that a person reviews. */
const MAXIMUM_BYTES = 4 * 1024 * 1024;

/** The bytes of a file. Problems: `file.missing`, `file.too-large`, `workspace.unreadable`. */
export async function readInput(file: string): Promise<Result<Uint8Array, Problem>> {
  const at = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  try {
    const handle = await open(file, 'r');
    try {
      const status = await handle.stat();
      if (!status.isFile())
        return fail(
          problem('workspace.unreadable', `\`${file}\` is no file`, 'name a file, or - for stdin', at),
        );
      if (status.size > MAXIMUM_BYTES) return fail(tooLarge(file, at));
      return ok(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      return fail(problem('file.missing', `there is no file \`${file}\``, 'mend the path', at));
    return fail(
      problem('workspace.unreadable', `\`${file}\` cannot be read (${code})`, 'check who may read it', at),
    );
  }
}

/** All bytes of stdin, up to the same limit. Problems: `file.too-large`. */
export async function readStdin(): Promise<Result<Uint8Array, Problem>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += (chunk as Uint8Array).length;
    if (size > MAXIMUM_BYTES)
      return fail(tooLarge('-', { file: '-', line: 1, column: 1, endLine: 1, endColumn: 1 }));
    chunks.push(chunk as Uint8Array);
  }
  return ok(Buffer.concat(chunks));
}

const tooLarge = (file: string, at: Problem['at']): Problem =>
  problem(
    'file.too-large',
    `\`${file}\` is larger than ${MAXIMUM_BYTES} bytes`,
    'split it; for many short texts use --lines',
    at,
  );

/** Reads every named input, in order; `-` is stdin. What cannot be read becomes a problem and keeps nothing else back. */
export async function readInputs(
  files: readonly string[],
): Promise<{ inputs: Array<{ file: string; bytes: Uint8Array }>; problems: Problem[] }> {
  const inputs: Array<{ file: string; bytes: Uint8Array }> = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const read = file === '-' ? await readStdin() : await readInput(file);
    if (read.ok) inputs.push({ file, bytes: read.value });
    else problems.push(read.problem);
  }
  return { inputs, problems };
}
