import { afterEach, describe, expect, it } from 'vitest';
import { type SmtpOptions, smtpMailer } from './smtp-mailer.ts';
import { readSmtpSettings, type SmtpSettings } from './smtp-settings.ts';
import { selfSigned } from './testing/self-signed.ts';
import { type SmtpManners, SmtpServer } from './testing/smtp-server.ts';

const CERTIFICATE = selfSigned('localhost');
const MAIL = {
  to: 'ann@customer.example',
  subject: 'Ihre Wahl für März',
  text: 'Für Sie, weil Sie gefragt haben:\n\nhttps://harbor.example/preferences/x\n',
  language: 'de',
};
const settingsOf = (url: string): SmtpSettings => {
  const read = readSmtpSettings(url, 'Harbor <hello@harbor.example>');
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
};

let server: SmtpServer | null = null;
afterEach(async () => {
  await server?.stop();
  server = null;
});

/** Sends one mail to a server of these manners; gives the code, or `sent`, with what the problem says. */
async function send(
  manners: SmtpManners,
  over: Partial<SmtpSettings> = {},
  options: SmtpOptions = {},
  mail = MAIL,
) {
  server = await SmtpServer.start(manners);
  const scheme = manners.tls === 'first' ? 'smtps' : 'smtp';
  const mailer = smtpMailer(
    { ...settingsOf(`${scheme}://harbor:a%20secret@127.0.0.1:${server.port}`), ...over },
    { silenceMs: 400, mailMs: 1_500, authority: CERTIFICATE.cert, ...options },
  );
  const sent = await mailer.send(mail);
  return sent.ok ? { code: 'sent', says: '' } : { code: sent.problem.code, says: sent.problem.message };
}
const FAR = { isLoopback: false };

describe('a mail server', () => {
  it.each([
    ['from the first byte', { tls: 'first', certificate: CERTIFICATE }],
    ['after STARTTLS', { tls: 'starttls', certificate: CERTIFICATE }],
  ] as const)('gets a mail encrypted %s, name and password no sooner', async (_, manners) => {
    expect(await send(manners, FAR)).toEqual({ code: 'sent', says: '' });
    const [mail] = server!.mails;
    expect(mail).toMatchObject({ wasEncrypted: true, from: 'MAIL FROM:<hello@harbor.example>' });
    expect(mail?.to).toEqual(['RCPT TO:<ann@customer.example>']);
    const [head, body] = mail!.text.split('\n\n') as [string, string];
    expect(Buffer.from(body, 'base64').toString().replaceAll('\r\n', '\n')).toBe(MAIL.text);
    expect(head).toContain('To: ann@customer.example');
    expect(head).toMatch(/^From: "?Harbor"? <hello@harbor\.example>$/m);
    expect(head).toContain('Content-Language: de');
    expect(head).toContain('Auto-Submitted: auto-generated');
    const secret = Buffer.from('\u0000harbor\u0000a secret').toString('base64');
    expect(server!.heard).toContain(`tls:AUTH PLAIN ${secret}`);
    expect(server!.heard.filter((line) => !line.startsWith('tls:') && /AUTH|MAIL/.test(line))).toEqual([]);
  });

  it('on this very machine may do without', async () => {
    expect((await send({ tls: 'none' }, { login: null })).code).toBe('sent');
    expect(server!.mails).toHaveLength(1);
  });

  it.each<[string, SmtpManners, Partial<SmtpSettings>, string, RegExp]>([
    ['offers no encryption', { tls: 'none' }, FAR, 'mail.not-sent', /no encryption that can be trusted/],
    [
      'has a certificate of somebody else',
      { tls: 'starttls', certificate: selfSigned('localhost') },
      FAR,
      'mail.not-sent',
      /no encryption that can be trusted/,
    ],
    [
      'has a certificate of somebody else, from the first byte',
      { tls: 'first', certificate: selfSigned('elsewhere.example') },
      FAR,
      'mail.not-sent',
      /no encryption that can be trusted/,
    ],
    ['says nothing', { greets: 'never' }, {}, 'mail.not-sent', /did not answer in time/],
    ['says a byte now and then', { greets: 'then drips' }, {}, 'mail.not-sent', /longer than it may/],
    ['is no mail server', { answers: { EHLO: 'hello you', HELO: 'hello' } }, {}, 'mail.not-sent', /./],
    ['does not know us', { answers: { AUTH: '535 no' } }, {}, 'mail.not-sent', /status 535/],
    ['takes mail later', { answers: { RCPT: '451 greylisted' } }, {}, 'mail.not-sent', /status 451/],
    ['does not like who writes', { answers: { MAIL: '550 no' } }, {}, 'mail.not-sent', /status 550/],
    [
      'knows nobody of that name',
      { answers: { RCPT: '550 no ann@customer.example' } },
      {},
      'mail.refused',
      /status 550/,
    ],
    ['takes the mail for junk', { answers: { '.': '554 spam' } }, {}, 'mail.refused', /status 554/],
    ['ends in the middle of the mail', { answers: { '.': null } }, {}, 'mail.not-sent', /./],
    ['ends before the address', { answers: { RCPT: null } }, {}, 'mail.not-sent', /./],
  ])(
    'that %s is told of by a code, in time, and tells nothing of whom it was for',
    async (_, manners, over, code, says) => {
      const started = performance.now();
      const answer = await send(manners, over);
      expect(answer.code).toBe(code);
      expect(answer.says).toMatch(says);
      expect(answer.says).not.toMatch(/ann|customer\.example|secret/);
      expect(performance.now() - started).toBeLessThan(3_000);
      expect(server!.mails).toEqual([]);
    },
  );

  it('that is not there is told of, too', async () => {
    const gone = await SmtpServer.start();
    const { port } = gone;
    await gone.stop();
    const sent = await smtpMailer(settingsOf(`smtp://127.0.0.1:${port}`), { silenceMs: 400 }).send(MAIL);
    expect(sent).toMatchObject({ ok: false, problem: { code: 'mail.not-sent' } });
  });

  it('gets no second header, recipient or command from an address or a subject', async () => {
    for (const mail of [
      { ...MAIL, subject: 'Hello\r\nBcc: eve@elsewhere.example' },
      { ...MAIL, to: 'ann@customer.example>\r\nRCPT TO:<eve@elsewhere.example' },
      { ...MAIL, to: 'ann@customer.example, eve@elsewhere.example' },
    ]) {
      await send({ tls: 'none' }, { login: null }, {}, mail);
      expect(server!.heard.filter((line) => /^RCPT TO:<eve@/.test(line))).toEqual([]);
      for (const { text, to } of server!.mails) {
        expect(to).toHaveLength(1);
        expect(text.split('\n\n')[0]).not.toMatch(/^Bcc:/m);
      }
      await server!.stop();
    }
  });
});

describe('the settings of mail', () => {
  it.each([
    ['smtps://mail.harbor.example', { port: 465, isTlsFromStart: true, isLoopback: false, login: null }],
    ['smtp://mail.harbor.example', { port: 587, isTlsFromStart: false, isLoopback: false }],
    ['smtp://a%40b:p%2Fw@mail.harbor.example:25', { port: 25, login: { user: 'a@b', pass: 'p/w' } }],
    ['smtp://[::1]:2525', { host: '::1', isLoopback: true }],
    ['smtp://127.8.8.8', { isLoopback: true }],
    ['smtp://127.0.0.1.elsewhere.example', { isLoopback: false }],
    ['smtp://localhost.elsewhere.example', { isLoopback: false }],
  ])('read %s', (url, expected) => {
    expect(settingsOf(url)).toMatchObject(expected);
  });

  it.each([
    ['mail.harbor.example', 'hello@harbor.example'],
    ['https://mail.harbor.example', 'hello@harbor.example'],
    ['smtp://me:sesame@mail.harbor.example?tls.rejectUnauthorized=false', 'hello@harbor.example'],
    ['smtp://me:sesame@mail.harbor.example/?ignoreTLS=true', 'hello@harbor.example'],
    ['smtp://me:sesame@mail.harbor.example/path', 'hello@harbor.example'],
    ['smtp://me:%E0%A4%A@mail.harbor.example', 'hello@harbor.example'],
    ['smtp://me:sesame@mail.harbor.example', 'nobody'],
    ['smtp://me:sesame@mail.harbor.example', 'a@harbor.example, b@harbor.example'],
    ['smtp://me:sesame@mail.harbor.example', 'a@harbor.example\nBcc: eve@elsewhere.example'],
  ])('refuse %s from %j and quote nothing of it', (url, from) => {
    const read = readSmtpSettings(url, from);
    expect(read).toMatchObject({ ok: false, problem: { code: 'mail.invalid-settings' } });
    expect(JSON.stringify(read)).not.toMatch(/sesame|eve@/);
  });
});
