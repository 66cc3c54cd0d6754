import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

export const MAXIMUM_BYTES = 1024 * 1024;

type Headers = Readonly<Record<string, string | string[] | undefined>>;
type Body = AsyncIterable<Buffer> & { destroy(): unknown; on(event: 'error', listener: () => void): unknown };

/** Reads a body that says it is JSON, is not compressed, and holds at most 1 MiB. Problems: `fact.invalid`. */
export async function readJson(body: Body, headers: Headers, url: URL): Promise<Result<unknown, Problem>> {
  const refuse = (how: string): Result<never, Problem> => {
    body.on('error', () => {});
    body.destroy();
    return fail(problem('fact.invalid', `\`${url.host}\` ${how}`, 'answer with a small JSON document'));
  };
  const type = String(headers['content-type'] ?? '').toLowerCase();
  if (!/^application\/(?:[\w.+-]{1,80}\+)?json(?:\s*;|$)/.test(type))
    return refuse('does not answer with JSON');
  if (!/^(?:identity)?$/.test(String(headers['content-encoding'] ?? '').toLowerCase()))
    return refuse('answers in a compression that was not asked for');
  if (Number(headers['content-length'] ?? 0) > MAXIMUM_BYTES) return refuse('answers with more than 1 MiB');

  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAXIMUM_BYTES) return refuse('answers with more than 1 MiB');
    chunks.push(chunk);
  }
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))));
  } catch {
    return fail(
      problem('fact.invalid', `\`${url.host}\` answers with JSON that cannot be read`, 'mend the service'),
    );
  }
}
