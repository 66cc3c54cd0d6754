import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../check/facts/card.ts';
import { message, messageBlock, somewhere } from '../../../check/testing/builders.ts';
import type { Review } from '../reviews/review.ts';
import {
  card,
  changedContent,
  content,
  ISSUED,
  issued,
  messageTexts,
  TEXT,
  textMessage,
} from '../testing/clearance.ts';
import { testSigner } from '../testing/keys.ts';
import {
  ALICE,
  BEA,
  decided,
  diligence,
  hashOf,
  minute,
  newReview,
  ran,
  subject,
} from '../testing/review.ts';
import { confirmSmallChange, differenceMaterial } from './confirm-small-change.ts';
import { type Content, changedParts, type Part, partsOf } from './content-parts.ts';
import { type ChangeVerdict, judgeChange } from './small-change.ts';
import { changedShare, visibleDifference, wordsOf } from './visible-difference.ts';

const signer = testSigner();
const cleared = (await issued()).payload;
const EDITED = TEXT.replace('Hello and welcome back', 'Good morning and welcome back');

describe('partsOf', () => {
  const before = partsOf(content(TEXT));
  const changes: Array<[string, Partial<Content>, Part[]]> = [
    ['nothing', {}, []],
    [
      'the audience',
      { card: { ...card, audience: { segment: 'segment.sql', expansion: 'on' } } },
      ['audience'],
    ],
    ['the segment', { definitions: new Map([['segment.sql', 'select 2']]) }, ['audience']],
    ['a boundary', { boundaries: [] }, ['boundaries']],
    ['the intent', { card: { ...card, intent: 'collect' } }, ['intent']],
    ['the price', { card: { ...card, terms: { price: '59 EUR' } } }, ['prices']],
    ['a number in the text', { messages: [textMessage(TEXT.replace('49', '59'))] }, ['prices', 'wording']],
    ['the words', { messages: [textMessage(EDITED)] }, ['wording']],
    ['a claim', { card: { ...card, claims: [{ says: 'ends Sunday', fact: 'end' }] } }, ['claims']],
    ['the owner', { card: { ...card, owner: 'other@harbor.example' } }, ['responsibility']],
    ['the explanation', { card: { ...card, explanation: 'You bought shoes.' } }, ['telling']],
    ['a channel', { card: { ...card, channels: ['email', 'sms'] } }, ['sending']],
    ['a field', { card: { ...card, fields: ['crm.customers.first_name'] } }, ['data']],
    ['a rule', { card: { ...card, rules: [{ name: 'x', sql: 'x.sql' }] } }, ['automation']],
  ];
  it.each(changes)('%s', (_, over, expected) =>
    expect(changedParts(before, partsOf(content(TEXT, over)))).toEqual(expected),
  );

  it('holds links, pictures, merge tags and the way out apart from the words', () => {
    const of = (over: object) =>
      partsOf(content(TEXT, { messages: [{ ...message([messageBlock(TEXT)], over), file: 'email.txt' }] }));
    const at = somewhere('email.txt');
    const plain = of({});
    const link = { href: 'https://shop.harbor.example', text: 'shop', at };
    const leave = { href: 'https://shop.harbor.example/unsubscribe', text: 'leave', at };
    expect(changedParts(plain, of({ links: [link] }))).toEqual(['links']);
    expect(changedParts(plain, of({ links: [leave] }))).toEqual(['decline', 'links']);
    expect(changedParts(plain, of({ images: [{ source: 'a.png', at }] }))).toEqual(['links']);
    expect(changedParts(plain, of({ mergeTags: [{ source: '{{ x }}', path: 'x', at }] }))).toEqual(['data']);
    expect(changedParts(plain, of({ from: 'x@harbor.example' }))).toEqual(['sending']);
  });

  it('shows a change of any key of a card', () => {
    for (const key of [
      'themes',
      'records',
      'jurisdictions',
      'caps',
      'goal',
      'basis',
      'expires',
    ] satisfies Array<keyof UseCard>)
      expect(
        changedParts(before, partsOf(content(TEXT, { card: { ...card, [key]: ['x'] } as UseCard }))),
      ).toHaveLength(1);
  });
});

describe('visibleDifference', () => {
  it('shows what went and what came', () => {
    expect(visibleDifference('a b c d', 'a x c d e')).toEqual([
      { type: 'same', words: ['a'] },
      { type: 'removed', words: ['b'] },
      { type: 'added', words: ['x'] },
      { type: 'same', words: ['c', 'd'] },
      { type: 'added', words: ['e'] },
    ]);
  });

  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'dé', '🌊'), { maxLength: 30 })
    .map((words) => words.join(' '));
  it('gives both texts back, and a share that is symmetric', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = visibleDifference(before, after);
        const of = (...types: string[]) =>
          changes.flatMap(({ type, words }) => (types.includes(type) ? words : []));
        expect(of('same', 'removed')).toEqual(wordsOf(before));
        expect(of('same', 'added')).toEqual(wordsOf(after));
        const share = changedShare(changes);
        expect(share).toBeCloseTo(changedShare(visibleDifference(after, before)));
        expect(share === 0).toBe(wordsOf(before).join(' ') === wordsOf(after).join(' '));
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('takes long texts that share nothing as replaced', () => {
    const long = (word: string): string =>
      Array.from({ length: 3_000 }, (_, index) => `${word}${index}`).join(' ');
    expect(visibleDifference(long('a'), long('b')).map(({ type }) => type)).toEqual(['removed', 'added']);
  });
});

describe('judgeChange', () => {
  const judge = (text: string, over: Parameters<typeof changedContent>[1] = {}, so = cleared) =>
    judgeChange(so, messageTexts(TEXT), changedContent(text, over));
  const because = (verdict: ChangeVerdict): string =>
    verdict.type === 'void' ? verdict.because.join('; ') : verdict.type;

  it('knows what was cleared, and a small change of its words', () => {
    expect(judge(TEXT).type).toBe('none');
    expect(judge(EDITED)).toMatchObject({ type: 'small', difference: [{ file: 'email.txt' }] });
    expect(judge(TEXT, { card: { ...card, explanation: 'You bought shoes.' } })).toMatchObject({
      type: 'small',
      difference: [],
    });
  });

  it.each<[string, ChangeVerdict, string]>([
    ['a number', judge(TEXT.replace('49', '39')), 'changed: prices'],
    [
      'the segment',
      judge(EDITED, { definitions: new Map([['segment.sql', 'select 2']]) }),
      'changed: audience',
    ],
    ['a boundary', judge(EDITED, { boundaries: [] }), 'changed: boundaries'],
    ['the intent', judge(EDITED, { card: { ...card, intent: 'retain' } }), 'changed: intent'],
    ['many words', judge(TEXT.toUpperCase()), 'more than 15 % of the words'],
    [
      'a fourth small one',
      judge(EDITED, {}, { ...cleared, lineage: { ...cleared.lineage, smallChanges: 3 } }),
      'more than 3 small changes',
    ],
    [
      'one that adds up',
      judge(EDITED, {}, { ...cleared, lineage: { ...cleared.lineage, changedShare: 0.14 } }),
      'more than 15 % of the words',
    ],
    [
      'one of an essential template',
      judge(EDITED, {}, { ...cleared, class: 'essential' }),
      'class essential',
    ],
    ['a new finding', judge(EDITED, {}, { ...cleared, found: [hashOf('8')] }), 'something new is found'],
    ['a message more', judgeChange(cleared, [], changedContent(EDITED)), 'a message came or went'],
    [
      'one that no part shows',
      judgeChange(cleared, messageTexts(TEXT), { ...changedContent(TEXT), contentHash: hashOf('7') }),
      'no part of the use shows it',
    ],
  ])('voids for %s', (_, verdict, says) => expect(because(verdict)).toContain(says));

  it('takes a finding that went away as none', () => {
    const fewer = { ...changedContent(EDITED), found: [] };
    expect(judgeChange(cleared, messageTexts(TEXT), fewer).type).toBe('small');
  });

  const html = (style: string, words: string, tag = '') => ({
    file: 'email.txt',
    source: `<p style="${style}">${words}</p>${tag}<a>leave</a>`,
    visible: `${words} leave`,
  });
  const words = `${TEXT} none`;
  it.each([
    [
      'words that are seen',
      html('color:red', words),
      html('color:red', words.replace('Hello', 'Welcome')),
      'small',
    ],
    [
      'a style that hides',
      html('color:red', words),
      html('display:none', words.replace('Hello', 'Welcome')),
      'where no reader sees it',
    ],
    [
      'a template condition',
      html('', words),
      html('', words.replace('Hello', 'Welcome'), '{% if poor %}'),
      'where no reader sees it',
    ],
    ['a comment', html('', words), html('', words, '<!-- x -->'), 'where no reader sees it'],
    [
      'a word that moves into a style',
      html('color:', words),
      html('color:none', words.replace(' none', '')),
      'where no reader sees it',
    ],
    [
      'a line break alone',
      html('', words),
      { ...html('', words), source: `${html('', words).source}\n` },
      'where no reader sees it',
    ],
  ])('sees through markup: %s', (_, before, after, expected) => {
    const now = { ...changedContent(EDITED), messages: [after] };
    expect(because(judgeChange(cleared, [before], now))).toContain(expected);
  });
});

describe('confirmSmallChange', () => {
  const change = judgeChange(cleared, messageTexts(TEXT), changedContent(EDITED));
  const shown = change.type === 'small' ? differenceMaterial(change) : '';
  const review = (material = shown, over: object = {}): Review =>
    ran(
      newReview({
        kind: 'small-change',
        subject: subject({
          contentHash: changedContent(EDITED).contentHash,
          findings: [],
          materials: [],
          groups: [],
          ...over,
        }),
      }),
      [
        ...diligence(BEA).filter(({ type }) => type !== 'answered-finding' && type !== 'opened-material'),
        { type: 'opened-material', at: minute(7), by: BEA, material, seconds: 9 },
        decided(BEA, 'approve'),
      ],
    );
  const confirm = (by: Review, so: ChangeVerdict = change) =>
    confirmSmallChange(
      cleared,
      so,
      {
        id: 'clearance:bbbbbbbb',
        content: changedContent(EDITED),
        variants: [{ name: 'a', messageHash: hashOf('d') }],
        review: by,
        at: new Date(minute(60)),
      },
      signer,
    );

  it('signs a clearance that adds up and never lasts longer', async () => {
    const confirmed = await confirm(review());
    if (!confirmed.ok || change.type !== 'small') throw new Error('not confirmed');
    expect(confirmed.value.payload).toMatchObject({
      id: 'clearance:bbbbbbbb',
      expiresAt: cleared.expiresAt,
      conditions: cleared.conditions,
      lineage: { full: cleared.id, smallChanges: 1, changedShare: change.share },
    });
  });

  it.each<[string, Review, ChangeVerdict, string]>([
    ['the difference was not shown', review('email.txt'), change, 'clearance.not-approved'],
    [
      'another content was confirmed',
      review(shown, { contentHash: hashOf('a') }),
      change,
      'clearance.not-approved',
    ],
    ['it was a review of another kind', { ...review(), kind: 'waiver' }, change, 'clearance.not-approved'],
    [
      'the change is not small',
      review(),
      { type: 'void', because: ['changed: prices'] },
      'clearance.not-small',
    ],
    ['nothing changed', review(), { type: 'none' }, 'clearance.not-small'],
  ])('refuses where %s', async (_, by, so, code) => {
    expect(await confirm(by, so)).toMatchObject({ ok: false, problem: { code } });
  });

  it('refuses once the clearance before has ended', async () => {
    const ended = { ...cleared, expiresAt: ISSUED.toISOString() };
    const late = await confirmSmallChange(
      ended,
      change,
      {
        id: 'clearance:bbbbbbbb',
        content: changedContent(EDITED),
        variants: [],
        review: review(),
        at: new Date(minute(60)),
      },
      signer,
    );
    expect(late).toMatchObject({ ok: false, problem: { code: 'clearance.not-small' } });
  });

  it('lets no series of small changes reach further than the limits', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 0.2, noNaN: true }), { maxLength: 10 }), (shares) => {
        let lineage = cleared.lineage;
        for (const share of shares) {
          const so = judgeChange(
            { ...cleared, lineage: { ...lineage, changedShare: lineage.changedShare + share } },
            messageTexts(TEXT),
            changedContent(EDITED),
          );
          if (so.type !== 'small') break;
          lineage = {
            ...lineage,
            smallChanges: lineage.smallChanges + 1,
            changedShare: lineage.changedShare + share,
          };
        }
        expect(lineage.smallChanges).toBeLessThanOrEqual(3);
        expect(lineage.changedShare).toBeLessThanOrEqual(0.15);
      }),
    );
  });

  it('keeps the owner of the use out of it', () => {
    expect(() => ran(newReview({ kind: 'small-change' }), diligence(ALICE))).toThrow(/own/);
  });
});
