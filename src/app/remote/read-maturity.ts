import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type MaturityJson, maturitySchema } from '../../report/maturity/schema.ts';
import { askServer, type RemoteServer } from './server.ts';

/** Where the practices stand by what a server knows. Problems: those of `askServer`. */
export async function readMaturity(server: RemoteServer): Promise<Result<MaturityJson, Problem>> {
  const answer = await askServer<unknown>(server, 'GET', '/v1/maturity');
  if (!answer.ok) return answer;
  const read = maturitySchema.safeParse(answer.value.body);
  if (read.success) return ok(read.data);
  return fail(
    problem(
      'remote.refused',
      `${server.url} answered in a form that is not known`,
      'run the same version on both sides',
    ),
  );
}
