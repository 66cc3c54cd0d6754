/** What a request may take of us. A test, or a small machine, may set less. */
export interface ServerLimits {
  /** Bytes of a body, where a route says nothing else. */
  readonly bodyBytes: number;
  /** Bytes of a pushed report with its files. */
  readonly pushBytes: number;
  /** Milliseconds for a request to arrive in full. */
  readonly requestMs: number;
  /** Requests a minute from one address. */
  readonly perMinute: number;
  /** Attempts to sign in a minute from one address, and to one account. */
  readonly signInsPerMinute: number;
  /** Wrong credentials a minute from one address, after which it waits. */
  readonly wrongCredentialsPerMinute: number;
}

export const LIMITS: ServerLimits = {
  bodyBytes: 256 * 1024,
  pushBytes: 16 * 1024 * 1024,
  requestMs: 30_000,
  perMinute: 6_000,
  signInsPerMinute: 10,
  wrongCredentialsPerMinute: 30,
};
