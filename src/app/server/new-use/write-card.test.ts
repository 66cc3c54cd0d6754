import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../check/facts/card.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import { CHANNELS } from '../../../kernel/vocabulary.ts';
import { readCard } from '../../../playbook/1-boundaries/use-card/read-card.ts';
import { withAnswers } from './card-of-answers.ts';
import { AIMS, type Aim, type Answers, GROUNDS, type Ground } from './questions.ts';
import { unknownsOf } from './unknowns.ts';
import { writeCard } from './write-card.ts';

const NOTHING = { picture: false, boughtData: false };

function readBack(card: UseCard): UseCard | null {
  const text = writeCard(card, unknownsOf(card, NOTHING));
  const { fact, problems } = readCard(new SourceText('use.yaml', text), card.use, []);
  expect(problems).toEqual([]);
  return fact?.card ?? null;
}

/** What YAML, its comments or its readers could take for something else. */
const HOSTILE = [
  'a gain\nowner: somebody@else.example',
  '"}\nkind: score #',
  '# approver: me',
  '&anchor *alias !!js/function >- |',
  "it's: [not, {a: list}]",
  '{{ first_name }}, {% if x %}',
  'yes',
  'null',
  '~',
  '1e5',
  '2027-01-01',
  '---\n...\n',
  '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
  'line\u2028separator\u0085next\ufeffmark',
  '\u202egnp.exe',
  '%TAG ! tag:example,2000:',
  '\\u0041 \\" \\',
  '🎁 Größe für Émile',
  '-',
  ': :',
  '? ?',
];
const word = fc
  .oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string())
  .map((text) => text.trim())
  .filter((text) => text !== '' && text.isWellFormed());
const answers: fc.Arbitrary<Answers> = fc.record(
  {
    aim: fc.constantFrom(...(Object.keys(AIMS) as Aim[])),
    ground: fc.constantFrom(...(Object.keys(GROUNDS) as Ground[])),
    channels: fc.uniqueArray(fc.constantFrom(...CHANNELS), { minLength: 1 }),
    benefit: word,
    owner: word,
    until: fc.constantFrom('2027-02-28', '2026-12-31'),
  },
  { requiredKeys: [] },
);

describe('a card that is written', () => {
  it('reads back as exactly what was answered, whatever was answered', () => {
    fc.assert(
      fc.property(answers, word, word, (given, subject, from) => {
        const card = withAnswers(
          { use: 'spring', kind: 'campaign', messages: [{ file: 'message.html', subject, from }] },
          given,
        );
        const plain = JSON.parse(JSON.stringify(card)) as UseCard;
        expect(readBack(plain)).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });

  it.each(HOSTILE)('keeps %j as words', (text) => {
    const card = { use: 'spring', kind: 'campaign', benefit: text.trim() } as const;
    expect(readBack(card)).toEqual(card);
  });

  it('marks what is open as a comment at its place, and nothing that was said', () => {
    const card: UseCard = {
      use: 'spring',
      kind: 'campaign',
      owner: 'olga@harbor.example',
      channels: ['email'],
    };
    const text = writeCard(card, unknownsOf(card, NOTHING));
    expect(text).toMatch(/^# basis: unknown\. /m);
    expect(text).not.toMatch(/^# owner/m);
    expect(text.indexOf('# approver')).toBeGreaterThan(text.indexOf('owner: '));
  });
});

describe('answers on a card', () => {
  const purpose = (given: Answers, before: Partial<UseCard> = {}) =>
    withAnswers({ use: 'a', kind: 'campaign', ...before }, given).purpose;
  it.each<[Answers, string | undefined]>([
    [{ aim: 'sell' }, 'marketing.communications'],
    [{ aim: 'sell', channels: ['email'] }, 'marketing.communications.email'],
    [{ aim: 'sell', channels: ['email', 'sms'] }, 'marketing.communications'],
    [{ aim: 'keep', channels: ['ad'] }, 'marketing.advertising'],
    [{ aim: 'news', channels: ['ad', 'email'] }, 'marketing'],
    [{ aim: 'notice', channels: ['sms'] }, 'essential.service.notifications.sms'],
    [{ aim: 'help', channels: ['email'] }, 'essential.service.operations.support'],
    [{ aim: 'learn', channels: ['email'] }, undefined],
    [{ channels: ['email'] }, undefined],
    [{}, undefined],
  ])('%j is for %s', (given, wanted) => expect(purpose(given)).toBe(wanted));

  it('a purpose that came from the channels follows them, and one that somebody wrote does not', () => {
    const sold = { purpose: 'marketing.communications.email', channels: ['email'] } as const;
    expect(purpose({ channels: ['sms'] }, sold)).toBe('marketing.communications.sms');
    expect(purpose({ channels: ['sms'] }, { purpose: 'personalize.content' })).toBe('personalize.content');
    expect(purpose({ benefit: 'x' }, sold)).toBe('marketing.communications.email');
  });

  it('says of bought data that no answer here gives it a ground', () => {
    const card = withAnswers({ use: 'a', kind: 'campaign' }, { ground: 'bought' });
    expect(card.basis).toBeUndefined();
    const basis = (boughtData: boolean) =>
      unknownsOf(card, { picture: false, boughtData }).find(({ key }) => key === 'basis');
    expect(basis(true)).toMatchObject({ question: null });
    expect(basis(true)?.says).toContain('somebody else');
    expect(basis(false)).toMatchObject({ question: 'ground' });
  });
});
