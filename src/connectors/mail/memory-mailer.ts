import type { Mail, Mailer } from '../../kernel/ports/mailer.ts';
import { ok } from '../../kernel/result.ts';

/** Keeps mail where a test reads it. */
export class MemoryMailer implements Mailer {
  readonly sent: Mail[] = [];

  async send(mail: Mail) {
    this.sent.push(mail);
    return ok(null);
  }
}
