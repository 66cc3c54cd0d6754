import MailComposer from 'nodemailer/lib/mail-composer';
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import type { Mail, Mailer } from '../../kernel/ports/mailer.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { SmtpSettings } from './smtp-settings.ts';

export interface SmtpOptions {
  /** Milliseconds without a sign of the server. */
  readonly silenceMs?: number;
  /** Milliseconds for one mail in all: a server that sends a byte now and then is not silent. */
  readonly mailMs?: number;
  /** Certificate of an authority to trust, in PEM; without it those that Node trusts. */
  readonly authority?: string;
}

/**
 * Hands each mail to a mail server (RFC 5321) over a connection of its own, encrypted with a certificate that is checked;
 * only a server on this very machine may do without. Problems: `mail.not-sent`, `mail.refused`.
 */
export const smtpMailer = (
  settings: SmtpSettings,
  { silenceMs = 10_000, mailMs = 25_000, authority }: SmtpOptions = {},
): Mailer => ({
  async send(mail) {
    const message = await messageOf(settings, mail);
    const { host, port, isTlsFromStart, isLoopback } = settings;
    const connection = new SmtpConnection({
      host,
      port,
      secure: isTlsFromStart,
      requireTLS: !isTlsFromStart && !isLoopback,
      ignoreTLS: !isTlsFromStart && isLoopback,
      tls: { minVersion: 'TLSv1.2', ...(authority === undefined ? {} : { ca: authority }) },
      // An own name in the greeting would tell the name of this machine.
      name: '[127.0.0.1]',
      connectionTimeout: silenceMs,
      greetingTimeout: silenceMs,
      socketTimeout: silenceMs,
      dnsTimeout: silenceMs,
      socketCloseTimeout: 0,
      maxResponseSize: 64 * 1024,
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Result<null, Problem>>((resolve) => {
      timer = setTimeout(() => resolve(notSent('took longer than it may')), mailMs);
    });
    try {
      return await Promise.race([handOver(connection, settings, mail.to, message), late]);
    } finally {
      clearTimeout(timer);
      connection.close();
    }
  },
});

const messageOf = ({ from }: SmtpSettings, { to, subject, text, language }: Mail): Promise<Buffer> =>
  new MailComposer({
    from,
    // Taken apart already, so that nothing in an address can become another header or another address.
    to: { name: '', address: to },
    subject,
    text,
    textEncoding: 'base64',
    headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();

/** From the greeting to the word of the server that it has the mail. */
function handOver(
  connection: SmtpConnection,
  { login, from }: SmtpSettings,
  to: string,
  message: Buffer,
): Promise<Result<null, Problem>> {
  return new Promise((resolve) => {
    // Heard for as long as the connection is there: what comes after the first answer changes nothing.
    const failed = (error: unknown): void => resolve(problemOf(error));
    connection.on('error', failed);
    connection.once('end', () => resolve(notSent('ended the connection')));
    const send = (): void =>
      connection.send({ from: from.address, to: [to] }, message, (error) => {
        if (error !== null) return failed(error);
        connection.quit();
        resolve(ok(null));
      });
    connection.connect((error) => {
      if (error !== undefined && error !== null) return failed(error);
      if (login === null) return send();
      connection.login({ credentials: login }, (refused) => (refused === null ? send() : failed(refused)));
    });
  });
}

interface SmtpFailure {
  readonly code?: string;
  /** Of the system, as of a certificate that does not pass. */
  readonly originalCode?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** By status alone: what a mail server says may quote the address, or the mail. */
function problemOf(error: unknown): Result<null, Problem> {
  const { code, originalCode, command, responseCode } = (error ?? {}) as SmtpFailure;
  if (code === 'ETLS' || /CERT|TLS|SSL|SIGNATURE/.test(originalCode ?? ''))
    return notSent('offers no encryption that can be trusted');
  const isOfTheMail = command === 'RCPT TO' || command === 'DATA';
  if (responseCode === undefined) return notSent(WORDS[code ?? ''] ?? 'could not be reached');
  if (responseCode < 500 || !isOfTheMail) return notSent(`answered with status ${responseCode}`);
  return fail(
    problem(
      'mail.refused',
      `the mail server refused the mail for good, with status ${responseCode}`,
      'look into the log of the mail server',
    ),
  );
}

const WORDS: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'did not answer in time',
  EAUTH: 'does not take our name and password',
  ENOAUTH: 'does not take our name and password',
  EDNS: 'has a name that leads nowhere',
  EPROTOCOL: 'answered in no form that is known',
};

const notSent = (what: string): Result<null, Problem> =>
  fail(problem('mail.not-sent', `the mail server ${what}`, 'check SMTP_URL, and whether the server runs'));
