import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type Board, boardSchema } from '../../report/board/schema.ts';
import { askServer, type RemoteServer } from './server.ts';

/** A quarter as a server knows it; the one that runs where none is named. Problems: those of `askServer`. */
export async function readBoard(
  server: RemoteServer,
  quarter: string | null,
): Promise<Result<Board, Problem>> {
  const path = quarter === null ? '/v1/board' : `/v1/board?quarter=${quarter}`;
  const answer = await askServer<unknown>(server, 'GET', path);
  if (!answer.ok) return answer;
  const read = boardSchema.safeParse(answer.value.body);
  if (read.success) return ok(read.data);
  return fail(
    problem(
      'remote.refused',
      `${server.url} answered in a form that is not known`,
      'run the same version on both sides',
    ),
  );
}
