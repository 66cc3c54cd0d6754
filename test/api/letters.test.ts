import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkMessages } from '../../src/app/check-messages.ts';
import { LANGUAGES } from '../../src/app/server/choices/page-settings.ts';
import { erasePerson } from '../../src/app/server/ledger/erase.ts';
import { deliverLetters } from '../../src/app/server/letters/deliver-letters.ts';
import { LETTER_KINDS, PLAIN_LETTER } from '../../src/app/server/letters/letter.ts';
import { LETTER_WORDS } from '../../src/app/server/letters/letter-words.ts';
import { oweLetter } from '../../src/app/server/letters/owe-letter.ts';
import { outboxOf } from '../../src/stores/sql/repositories/outbox.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { Customer, press, setUpPages } from './customer-pages.ts';
import { TestServer } from './harness.ts';
import { PostOffice } from './post-office.ts';

const MINUTE_MS = 60_000;

describe.each(ENGINES)('letters, $name', (engine) => {
  let server: TestServer;
  let post: PostOffice;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    await setUpPages(await server.administrator());
    post = new PostOffice(server);
  }, 180_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  let count = 0;
  const somebody = () => new Customer(server, `letter-${++count}`);
  const later = (minutes: number): void => {
    server.now = new Date(server.now.getTime() + minutes * MINUTE_MS);
  };
  /** Owes a letter, and gives what the outbox has of it. */
  const owe = async (customer: Customer, kind: 'choices' | 'opt-in' = 'choices') => {
    const id = `letter_${customer.address}`.replaceAll(/[@.]/g, '-');
    must(
      await server.context.store.write((work) =>
        oweLetter(
          work,
          server.context,
          {
            ...PLAIN_LETTER,
            kind,
            address: customer.address,
            language: 'en',
            subject: customer.subject,
          },
          id,
        ),
      ),
    );
    return async () => (await post.outbox()).find((entry) => entry.id === id)!;
  };

  it('are kept sealed while they are owed, and their address is gone when they are handed over', async () => {
    const ann = somebody();
    const entry = await owe(ann);
    const [kept] = await post.owed();
    expect(JSON.stringify([kept, await entry()])).not.toContain(ann.address);
    expect(await entry()).toMatchObject({ topic: 'letter.choices', body: {} });
    expect(await post.deliver()).toEqual({ ok: true, value: 1 });
    expect(post.sent.at(-1)).toMatchObject({ to: ann.address, language: 'en' });
    expect(post.sent.at(-1)!.text).toMatch(/Harbor Outfitters \(fictional\)\nhello@harbor\.example$/);
    expect((await server.ask(post.lastLink(ann.address))).status).toBe(200);
    expect(await post.owed()).toEqual([]);
    expect((await entry()).deliveredAt).not.toBeNull();
    expect(await post.deliver()).toEqual({ ok: true, value: 0 });
  });

  it('are tried again, later and later, while the mail server fails, and leave when it is back', async () => {
    const bob = somebody();
    const entry = await owe(bob);
    post.breaks('mail.not-sent');
    const waited: number[] = [];
    for (let tries = 1; tries <= 4; tries += 1) {
      const answer = await post.deliver();
      expect(answer).toMatchObject({ ok: false, problem: { code: 'mail.not-sent' } });
      const { attempts, nextAttemptAt, lastFailure } = await entry();
      expect([attempts, lastFailure]).toEqual([tries, 'mail.not-sent']);
      waited.push(nextAttemptAt!.getTime() - server.now.getTime());
      expect(await post.deliver()).toEqual({ ok: true, value: 0 });
      server.now = nextAttemptAt!;
    }
    expect(waited).toEqual([...waited].sort((a, b) => a - b));
    post.works();
    expect(await post.deliver()).toEqual({ ok: true, value: 1 });
    expect(post.sent.at(-1)!.to).toBe(bob.address);
    // The link works from when it left, and not from when it was asked for.
    expect((await server.ask(post.lastLink(bob.address))).status).toBe(200);
  });

  it('are given up when nobody would wait any more, and then nothing is left of whom they were for', async () => {
    const cid = somebody();
    const entry = await owe(cid);
    post.breaks('mail.not-sent');
    for (let tries = 0; tries < 20 && (await entry()).nextAttemptAt !== null; tries += 1) {
      await post.deliver();
      server.now = (await entry()).nextAttemptAt ?? server.now;
    }
    post.works();
    const dead = await entry();
    expect(dead).toMatchObject({
      nextAttemptAt: null,
      deliveredAt: null,
      lastFailure: 'mail.not-sent',
      body: {},
    });
    expect(server.now.getTime() - dead.createdAt.getTime()).toBeLessThan(24 * 60 * MINUTE_MS);
    expect(await post.owed()).toEqual([]);
    later(60 * 24 * 7);
    expect(await post.deliver()).toEqual({ ok: true, value: 0 });
  });

  it('to an address that takes none are given up at once', async () => {
    const entry = await owe(somebody());
    post.breaks('mail.refused');
    await post.deliver();
    post.works();
    expect(await entry()).toMatchObject({ attempts: 1, nextAttemptAt: null, lastFailure: 'mail.refused' });
    expect(await post.owed()).toEqual([]);
  });

  it('leave once, however many processes hand over, and again where one ended in the middle', async () => {
    const before = post.sent.length;
    const all = [somebody(), somebody(), somebody(), somebody(), somebody(), somebody(), somebody()];
    for (const one of all) await owe(one);
    await Promise.all([post.deliver(), post.deliver(), post.deliver()]);
    expect(
      post.sent
        .slice(before)
        .map(({ to }) => to)
        .sort(),
    ).toEqual(all.map(({ address }) => address).sort());

    const dan = somebody();
    const entry = await owe(dan);
    const never = deliverLetters({
      ...server.context,
      mailer: { send: () => new Promise<never>(() => {}) },
    });
    void never;
    await expect.poll(async () => (await entry()).claimedUntil).not.toBeNull();
    expect(await post.deliver()).toEqual({ ok: true, value: 0 });
    later(2);
    expect(await post.deliver()).toEqual({ ok: true, value: 1 });
    expect(post.sent.at(-1)!.to).toBe(dan.address);
  });

  it('leave what else waits in the outbox to others', async () => {
    const message = { id: 'not-a-letter', topic: 'review.opened', body: {}, createdAt: server.now };
    must(await server.context.store.write(({ db }) => outboxOf(db).put(message)));
    expect(await post.deliver()).toEqual({ ok: true, value: 0 });
    const [kept] = (await post.outbox()).filter(({ id }) => id === message.id);
    expect(kept).toMatchObject({ attempts: 0, claimedUntil: null, deliveredAt: null });
  });

  it('are not owed any more to somebody who was erased', async () => {
    const eve = somebody();
    const entry = await owe(eve);
    must(await server.context.store.write((work) => erasePerson(work, eve.subject)));
    expect([await post.owed(), await entry()]).toEqual([[], undefined]);
    expect(await post.deliver()).toEqual({ ok: true, value: 0 });
  });

  it('that are asked for on a page leave at once, to strangers as to customers, and the log names nobody', async () => {
    const fay = somebody();
    const before = post.sent.length;
    const pages: string[] = [];
    for (const email of [fay.address, `Nobody-${count}@Elsewhere.example`]) {
      pages.push((await press(server, '/preferences?lang=de', { email })).body);
    }
    expect(pages[0]).toBe(pages[1]);
    await expect.poll(() => post.sent.length).toBe(before + 2);
    const [mine, theirs] = post.sent.slice(before);
    const anonymous = (text: string): string => text.replace(/preferences\/\S+/, 'preferences/x');
    expect(anonymous(mine!.text)).toBe(anonymous(theirs!.text));
    expect(mine!.language).toBe('de');
    post.breaks('mail.not-sent');
    const lines = server.log.length;
    await press(server, '/preferences', { email: somebody().address });
    await expect.poll(() => server.log.slice(lines).join()).toContain('mail.not-sent');
    post.works();
    expect(server.log.join('\n')).not.toMatch(/@|letter-\d/);
  });
});

describe('the words of letters', () => {
  it('are there for every letter in every language, each with its link, and none left in English', () => {
    for (const language of LANGUAGES)
      for (const kind of LETTER_KINDS) {
        const { subject, text } = LETTER_WORDS[language][kind];
        expect([language, kind, text.split('{link}').length]).toEqual([language, kind, 2]);
        expect(subject).not.toMatch(/[\r\n]/);
        if (language !== 'en') {
          expect(text).not.toBe(LETTER_WORDS.en[kind].text);
          expect(subject).not.toBe(LETTER_WORDS.en[kind].subject);
        }
      }
  });

  it('press nobody, as our own checks of messages see it', async () => {
    const letters = LANGUAGES.flatMap((language) =>
      LETTER_KINDS.map((kind) => {
        const { subject, text } = LETTER_WORDS[language][kind];
        return { file: `${language}-${kind}.txt`, bytes: new TextEncoder().encode(`${subject}\n\n${text}`) };
      }),
    );
    const { messages } = await checkMessages(letters, { at: new Date('2026-11-20T09:00:00Z') });
    expect(messages).toHaveLength(letters.length);
    expect(
      messages.flatMap(({ file, findings }) =>
        findings.map(({ check, at }) => `${file} ${check} ${at.line}`),
      ),
    ).toEqual([]);
  });
});
