import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** SHA-256 of a file, read in pieces. Problem: `audit.unreadable`. */
export async function hashOf(file: string): Promise<Result<string, Problem>> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }))
      hash.update(chunk as Buffer);
  } catch (error) {
    return fail(
      problem(
        'audit.unreadable',
        `\`${file}\` cannot be read (${(error as NodeJS.ErrnoException).code})`,
        'check that it is a file, and who may read it',
      ),
    );
  }
  return ok(`sha256:${hash.digest('hex')}`);
}
