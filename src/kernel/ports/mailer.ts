import type { Problem } from '../problem.ts';
import type { Result } from '../result.ts';

/** A mail to one customer: plain text, since a link and a sentence need no more. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
}

/**
 * Sends mail to customers. What is handed over is not kept by us. Problems: `mail.not-sent`, which may go better later,
 * and `mail.refused`, which will not. Neither tells anything of whom the mail was for.
 */
export interface Mailer {
  send(mail: Mail): Promise<Result<null, Problem>>;
}
