import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmtpServer } from '../../src/connectors/mail/testing/smtp-server.ts';
import { askServer, startServer } from './running-server.ts';

/** Posts a form as a browser does, to a server that is a process of its own. */
const post = (url: string, path: string, fields: Readonly<Record<string, string>>) =>
  fetch(url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

describe('a server that is told of a mail server', () => {
  let folder: string;
  let mails: SmtpServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scruple-smtp-'));
    mails = await SmtpServer.start();
  });
  afterAll(async () => {
    await mails.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const env = () => ({
    SMTP_URL: `smtp://harbor:sesame-of-mail@127.0.0.1:${mails.port}`,
    MAIL_FROM: 'Harbor <hello@harbor.example>',
  });

  it('hands letters over, and its log names nobody and holds no password', async () => {
    const server = await startServer(['--data', folder], env());
    try {
      expect((await post(server.url, '/preferences?lang=fr', { email: 'Ann@Customer.example' })).status).toBe(
        200,
      );
      await expect.poll(() => mails.mails.length, { timeout: 20_000 }).toBe(1);
      const [mail] = mails.mails;
      expect(mail?.to).toEqual(['RCPT TO:<ann@customer.example>']);
      const text = Buffer.from(mail!.text.split('\n\n').slice(1).join('\n\n'), 'base64').toString();
      const link = /http\S+/.exec(text)![0];
      const page = await askServer(server.url, new URL(link).pathname);
      expect([page?.status, page?.body.includes('You decide what we send.')]).toEqual([200, true]);

      mails.manners = { answers: { RCPT: '451 later, ann@customer.example' } };
      await post(server.url, '/preferences', { email: 'ben@customer.example' });
      await expect.poll(() => server.said(), { timeout: 20_000 }).toContain('mail.not-sent');
      mails.manners = {};
      expect(server.said() + server.out).not.toMatch(/customer\.example|sesame-of-mail/i);
      expect(await readdir(folder)).not.toContain('mail-to-send');
    } finally {
      await server.end('SIGTERM');
    }
  }, 120_000);

  it.each([
    [{ SMTP_URL: 'smtp://harbor:sesame-of-mail@mail.harbor.example?tls.rejectUnauthorized=false' }],
    [{ MAIL_FROM: 'nobody' }],
    [{ MAIL_FROM: '' }],
  ])(
    'does not start with settings that cannot be, and quotes nothing of them: %j',
    async (over) => {
      const server = await startServer(['--data', join(folder, 'never')], { ...env(), ...over });
      expect(await server.end('SIGTERM')).toBe(2);
      expect(server.said()).toMatch(/SMTP_URL|MAIL_FROM/);
      expect(server.said()).not.toContain('sesame-of-mail');
      expect(await readdir(folder)).not.toContain('never');
    },
    60_000,
  );
});
