import type { Clock } from '../../kernel/ports/clock.ts';
import type { Authenticate } from './caller.ts';
import type { ServerContext } from './context.ts';

/** What a face of the server asks of it. */
export interface Services {
  readonly context: ServerContext;
  readonly clock: Clock;
  readonly authenticate: Authenticate;
  /** After any change to keys and people: what was remembered of them no longer counts. */
  forgetKeys(): void;
  /** Whether the store answers. */
  isReady(): Promise<boolean>;
}
