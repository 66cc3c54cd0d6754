import { describe, expect, it } from 'vitest';
import { LANGUAGES, PLAIN_SETTINGS } from '../app/server/choices/page-settings.ts';
import type { ShownWhy } from '../app/server/why/why.ts';
import { gonePage, proofSentPage } from './other-pages.ts';
import { type PageFrame, SAID } from './page.ts';
import { rightsPage } from './rights-page.ts';
import { wordsIn } from './texts/index.ts';
import { type JustDone, whyPage } from './why-page.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const FIRST_BUTTON = /<form[^>]*>\s*<button disabled hidden><\/button>/;

const frameOf = (path: string, language: (typeof LANGUAGES)[number] = 'en'): PageFrame => ({
  words: wordsIn(language),
  settings: PLAIN_SETTINGS,
  saysNoToSale: false,
  path,
});

describe.each(LANGUAGES)('the why page, %s', (language) => {
  const why = (kind: 'talk' | 'contest' | 'stop', done: JustDone, isProven = false): string => {
    const shown: ShownWhy = {
      settings: PLAIN_SETTINGS,
      ran: null,
      requests: [{ kind, askedAt: NOW, dueAt: NOW, needsProof: kind === 'contest' }],
      answers: [],
      hasStopped: true,
      stopsAtOnce: true,
      now: NOW,
      isProven,
    };
    return whyPage(frameOf('/why/x', language), shown, done).text;
  };
  const where = wordsIn(language).say('done.write-where');

  it.each([
    ['an open page promises an answer', why('talk', 'talk'), true],
    ['it was asked another time', why('talk', null), false],
    ['a proof is missing, and asked for already', why('contest', 'contest'), false],
    ['the private page knows the address', why('talk', 'talk', true), false],
  ])('says where an answer can be sent to: %s', (_, page, isSaid) => {
    expect(page.includes(where)).toBe(isSaid);
  });

  it.each(['talk', 'contest', 'stop', 'counted'] as const)(
    'says on an open page after %s what follows from the press, whatever was asked or chosen before',
    (done) => {
      const answers = new Set((['talk', 'contest', 'stop'] as const).map((kind) => why(kind, done)));
      expect(answers.size).toBe(1);
      expect([...answers][0]).toContain(`id="${SAID}" tabindex="-1" role="status"`);
      expect([...answers][0]).not.toContain(wordsIn(language).say('done.stop'));
      expect(why('talk', null)).not.toContain('role="status"');
    },
  );

  it('leads to the choices, in its language', () => {
    expect(why('talk', null)).toContain(`href="/preferences?lang=${language}"`);
  });

  it('asks for nothing by Enter in the field for an address', () => {
    expect(why('talk', null)).toMatch(FIRST_BUTTON);
  });
});

describe.each(LANGUAGES)('the page of rights, %s', (language) => {
  const { say } = wordsIn(language);
  const page = rightsPage(frameOf('/rights', language), false, NOW).text;

  it('says before the first button how to ask for a child', () => {
    expect(page.indexOf(say('rights.child'))).toBeGreaterThan(0);
    expect(page.indexOf(say('rights.child'))).toBeLessThan(page.indexOf('name="do"'));
  });

  it('says beside each objection, and only there, that a mail will tell of it', () => {
    expect(page.split(say('rights.told'))).toHaveLength(4);
    expect(page).toMatch(FIRST_BUTTON);
  });
});

describe('a link that opens nothing', () => {
  it.each([
    ['/rights/x', '/rights'],
    ['/preferences/x', '/preferences'],
    ['/why/x', '/preferences'],
    ['/u/x', '/preferences'],
  ])('%s leads to %s', (path, to) => {
    expect(gonePage(frameOf(path)).text).toContain(`<a class="button" href="${to}?lang=en">`);
  });
});

it('a page that was left to ask for a private link is not called something else', () => {
  expect(proofSentPage(frameOf('/why/x')).text).toContain('href="/why/x?lang=en">Back</a>');
});
