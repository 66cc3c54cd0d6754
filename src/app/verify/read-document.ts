import { open } from 'node:fs/promises';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** The most bytes of a signed document, and of an exported log (some 400,000 entries). */
export const DOCUMENT_BYTES = 4 * 1024 * 1024;
export const LOG_BYTES = 256 * 1024 * 1024;

/**
 * The text of a file that is to be verified: UTF-8 to the last byte, nothing stripped or repaired, since every byte
 * counts. Problems: `file.missing`, `file.too-large`, `file.encoding`, `workspace.unreadable`.
 */
export async function readDocument(
  file: string,
  maximumBytes = DOCUMENT_BYTES,
): Promise<Result<string, Problem>> {
  const at = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  let bytes: Uint8Array;
  try {
    const handle = await open(file, 'r');
    try {
      const status = await handle.stat();
      if (!status.isFile())
        return fail(problem('workspace.unreadable', `\`${file}\` is no file`, 'name the file itself', at));
      if (status.size > maximumBytes)
        return fail(
          problem(
            'file.too-large',
            `\`${file}\` is larger than ${maximumBytes} bytes`,
            'export a shorter part of it',
            at,
          ),
        );
      bytes = await handle.readFile();
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
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return fail(
      problem('file.encoding', `\`${file}\` is not valid UTF-8`, 'take the file as it was exported', at),
    );
  }
}
