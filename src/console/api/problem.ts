/** What the server said, or that it did not answer, as people can read it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly hint: string;
  /** Finds the request in the server's log; `null` where it never arrived. */
  readonly id: string | null;

  constructor(status: number, code: string, detail: string, hint: string, id: string | null) {
    super(`${code}: ${detail}`);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.hint = hint;
    this.id = id;
  }
}

/** Any error as a problem: what nobody expected tells that it is ours. */
export const problemOf = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(0, 'console.failed', 'this page made a mistake', 'load it again', null);
