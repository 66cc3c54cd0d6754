import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mail, Mailer } from '../../kernel/ports/mailer.ts';
import { problem } from '../../kernel/problem.ts';
import { fail, ok } from '../../kernel/result.ts';

/**
 * Puts each mail as a file of its own into a folder, from which a mail server, or a person who tries things out, takes
 * it. A file is there whole or not at all, and readable by the owner alone: it holds a link.
 */
export const folderMailer = (folder: string): Mailer => ({
  async send(mail) {
    const name = `${randomUUID()}.eml`;
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(join(folder, `.${name}`), asMessage(mail), { mode: 0o600 });
      await rename(join(folder, `.${name}`), join(folder, name));
      return ok(null);
    } catch {
      return fail(
        problem(
          'mail.not-sent',
          'the mail could not be put into its folder',
          'check the disk, and its rights',
        ),
      );
    }
  },
});

/** RFC 5322 with the body in base64, so that no text can be taken for a header. */
function asMessage({ to, subject, text, language }: Mail): string {
  const plain = to.replaceAll(/[\r\n]/g, '');
  const body = Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
  return [
    `To: <${plain}>`,
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    `Content-Language: ${language}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    body,
    '',
  ].join('\r\n');
}
