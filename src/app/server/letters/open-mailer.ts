import { folderMailer } from '../../../connectors/mail/folder-mailer.ts';
import type { Mailer } from '../../../kernel/ports/mailer.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';

/** As an operator sets them. */
export interface MailSettings {
  /** Holds a password: never logged, never quoted. */
  readonly url: string;
  readonly from: string;
}

/** What hands letters over: a mail server where one is set, or else a folder. Problems: `mail.invalid-settings`. */
export async function openMailer(
  settings: MailSettings | null,
  folder: string,
): Promise<Result<Mailer, Problem>> {
  if (settings === null) return ok(folderMailer(folder));
  // Only who sends mail reads what speaks SMTP.
  const { readSmtpSettings } = await import('../../../connectors/mail/smtp-settings.ts');
  const { smtpMailer } = await import('../../../connectors/mail/smtp-mailer.ts');
  const read = readSmtpSettings(settings.url, settings.from);
  return read.ok ? ok(smtpMailer(read.value)) : read;
}
