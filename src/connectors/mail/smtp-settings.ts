import addressparser from 'nodemailer/lib/addressparser';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** Where mail is handed over, and in whose name. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else by STARTTLS, without which nothing is sent but to this very machine. */
  readonly isTlsFromStart: boolean;
  readonly isLoopback: boolean;
  readonly login: { readonly user: string; readonly pass: string } | null;
  readonly from: { readonly name: string; readonly address: string };
}

/**
 * Reads `SMTP_URL`, as `smtps://name:password@mail.harbor.example` or `smtp://…:587`, and `MAIL_FROM`, as
 * `Harbor <hello@harbor.example>`. What else stands in the address, as a switch that lets any certificate pass, is
 * refused and not ignored. Problems: `mail.invalid-settings`, which never quotes what is set: it holds a password.
 */
export function readSmtpSettings(url: string, from: string): Result<SmtpSettings, Problem> {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address === null || !['smtp:', 'smtps:'].includes(address.protocol) || address.hostname === '')
    return wrong('`SMTP_URL` is no address of a mail server', 'write it as smtps://mail.harbor.example');
  if (address.search !== '' || address.hash !== '' || !['', '/'].includes(address.pathname))
    return wrong(
      '`SMTP_URL` holds more than a scheme, a name, a password, a host and a port',
      'leave out everything from the path on',
    );
  const login = loginOf(address);
  if (login === undefined)
    return wrong('`SMTP_URL` has a name or a password that does not decode', 'percent-encode both');
  const isTlsFromStart = address.protocol === 'smtps:';
  const host = address.hostname.replaceAll(/^\[|\]$/g, '');
  const sender = senderOf(from);
  if (sender === null)
    return wrong('`MAIL_FROM` is not one mail address', 'write it as Harbor <hello@harbor.example>');
  return ok({
    host,
    port: address.port === '' ? (isTlsFromStart ? 465 : 587) : Number(address.port),
    isTlsFromStart,
    isLoopback: host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host),
    login,
    from: sender,
  });
}

/** `null` where there is none; `undefined` where it cannot be read. */
function loginOf({ username, password }: URL): SmtpSettings['login'] | undefined {
  if (username === '' && password === '') return null;
  try {
    return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}

function senderOf(text: string): SmtpSettings['from'] | null {
  if (/[\p{Cc}]/u.test(text)) return null;
  const [sender, ...others] = addressparser(text, { flatten: true });
  if (sender === undefined || others.length > 0) return null;
  return /^[^\s@<>]{1,64}@[^\s@<>]{1,255}$/.test(sender.address)
    ? { name: sender.name, address: sender.address }
    : null;
}

const wrong = (message: string, hint: string) => fail(problem('mail.invalid-settings', message, hint));
