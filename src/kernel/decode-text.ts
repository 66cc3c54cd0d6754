import { type Problem, problem } from './problem.ts';
import { fail, ok, type Result } from './result.ts';
import { type Location, SourceText } from './source-text.ts';

const START_OF = (file: string): Location => ({ file, line: 1, column: 1, endLine: 1, endColumn: 1 });

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one. Anything else is refused with a word on
 * how to save it, since a guessed encoding shifts every quote. Problems: `file.encoding`, `file.binary`.
 */
export function decodeText(file: string, bytes: Uint8Array): Result<SourceText, Problem> {
  const encoding = byteOrderMark(bytes);
  if (encoding === null && bytes.includes(0))
    return fail(
      problem(
        'file.binary',
        `\`${file}\` is not a text file`,
        'name a text file, saved as UTF-8',
        START_OF(file),
      ),
    );
  try {
    return ok(new SourceText(file, new TextDecoder(encoding ?? 'utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return fail(
      problem(
        'file.encoding',
        `\`${file}\` is not valid ${encoding === null ? 'UTF-8' : encoding.toUpperCase()}`,
        'save it as UTF-8',
        START_OF(file),
      ),
    );
  }
}

function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}
