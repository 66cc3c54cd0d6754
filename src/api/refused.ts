import { type Problem, problem } from '../kernel/problem.ts';
import type { ProblemCode } from '../kernel/problems.ts';
import type { Result } from '../kernel/result.ts';

/** Ends a request with a problem. Thrown by handlers, answered by `answerError`. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(what: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(what.code);
    this.problem = what;
    this.headers = headers;
  }
}

export const refused = (
  code: ProblemCode,
  message: string,
  hint: string,
  headers?: Readonly<Record<string, string>>,
): Refused => new Refused(problem(code, message, hint), headers);

/** The value of a result, or the end of the request. */
export function orRefuse<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Refused(result.problem);
  return result.value;
}

export const unauthenticated = (): Refused =>
  refused(
    'request.unauthenticated',
    'there is no valid credential',
    'send a key as `Authorization: Bearer …`, or sign in',
    { 'www-authenticate': 'Bearer' },
  );

export const notFound = (): Refused =>
  refused('request.not-found', 'there is nothing here', 'see /openapi.json for what there is');
