import type { Clock } from '../../kernel/ports/clock.ts';
import type { Authenticate } from './caller.ts';

/** What the server does, without HTTP. */
export interface Services {
  readonly clock: Clock;
  readonly authenticate: Authenticate;
  /** Whether the store answers. */
  isReady(): Promise<boolean>;
}
