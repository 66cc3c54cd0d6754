import type { Problem } from '../../kernel/problem.ts';

/** Ends a unit of work with a problem: thrown inside it, nothing of the work is kept, and the caller gets the problem. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.message}`);
    this.problem = problem;
  }
}
