import { describe, expect, it } from 'vitest';
import type { WordingHit } from '../../../../check/facts/message.ts';
import { message, messageBlock, run, somewhere, wordingHit } from '../../../../check/testing/builders.ts';
import { detectWording } from '../../wording/index.ts';
import check from './check.ts';

const judge = (text: string, language = 'en') =>
  run(check, { wording: { wordings: [detectWording(message([messageBlock(text, { language })]))] } });
const judgeHit = (hit: WordingHit) =>
  run(check, {
    wording: {
      wordings: [
        { message: message([messageBlock(hit.quote)]), assessed: true, unmeasuredLanguages: [], hits: [hit] },
      ],
    },
  });

describe('msg-plain-wording', () => {
  it.each([
    ['Hurry up, friends', 'hurries', 'Hurry up'],
    ["Don't miss out on this", 'hurries', "Don't miss out on"],
    ['Everyone but you has donated', 'corners', 'Everyone but you'],
    ["Once it's gone, it's gone", 'corners', "Once it's gone, it's"],
    ['Are you sure you want to leave?', 'nags', 'Are you sure you want to leave'],
    ['Uncheck this box if you do not want offers', 'confuses', 'Uncheck this box if'],
    ['Invite 3 friends to unlock your gift', 'forces', 'Invite 3 friends to unlock'],
    ['To cancel your membership you must call us', 'obstructs', 'cancel your membership you must call us'],
    ["You've won a prize", 'misleads', "You've won"],
    ['Shipping insurance added', 'hides-cost', 'insurance added'],
  ])('finds %j', (text, advice, quote) => {
    expect(judge(text).found).toMatchObject([{ advice, gravity: 'review', quote }]);
  });

  it.each([
    'Shop the sale',
    'Sale ends Sunday',
    'Only 3 left in stock',
    '2,000 sold',
    'No thanks, I hate saving money',
    'Your account will be suspended unless you act',
    'Urgent recall notice: stop using batch 12',
    'Cancel at any time in your account',
  ])('leaves %j alone', (text) => {
    expect(judge(text)).toMatchObject({ status: 'clear' });
  });

  it('only advises where the classifier speaks alone', () => {
    const hit = wordingHit({
      technique: 'confusion',
      quote: 'Yes! Upgrade',
      source: 'classifier',
      score: 0.95,
    });
    expect(judgeHit(hit).found).toMatchObject([
      { advice: 'may-press', gravity: 'advise', quote: 'Yes! Upgrade' },
    ]);
  });

  it('leaves claims to the checks that ask facts', () => {
    expect(judgeHit(wordingHit({ technique: 'scarcity', quote: '3 left', kind: 'claim' })).status).toBe(
      'clear',
    );
  });

  it('cannot tell of a language without measured rules', () => {
    const ran = judge('Beeil dich, nur noch heute sparen Sie auf alle Lampen', 'de');
    expect(ran.status).toBe('not-assessed');
    expect(ran.notAssessed).toMatchObject([{ missing: ['messages[0]: language `de`'], required: true }]);
  });

  it('cannot tell of words in images, and does not insist', () => {
    const picture = message([messageBlock('Our lamps')], { unreadImages: [somewhere()] });
    const ran = run(check, { wording: { wordings: [detectWording(picture)] } });
    expect(ran.notAssessed).toMatchObject([{ missing: ['messages[0]: words in 1 images'], required: false }]);
  });

  it.each([
    ['nothing', message([]), 'it has no words that can be read'],
    ['only what nobody sees', message([messageBlock('\u200b\u00ad ')]), 'it has no words that can be read'],
    ['only images', message([], { unreadImages: [somewhere()] }), 'words in 1 images'],
    [
      'only an image above a footer',
      message([messageBlock('Unsubscribe', { role: 'footer' })], { unreadImages: [somewhere()] }),
      'words in 1 images',
    ],
  ])('never passes a message of which it reads %s', (_, mute, missing) => {
    const ran = run(check, { wording: { wordings: [detectWording(mute)] } });
    expect(ran.notAssessed).toMatchObject([{ missing: [`messages[0]: ${missing}`], required: true }]);
  });

  it('cannot tell of words that a script may show, and does not insist', () => {
    const page = message([messageBlock('Our lamps')], { unreadParts: ['script'] });
    const ran = run(check, { wording: { wordings: [detectWording(page)] } });
    expect(ran.notAssessed).toMatchObject([
      { missing: ['messages[0]: words that a script may show'], required: false },
    ]);
  });

  it('takes more places than a function takes arguments', () => {
    const wording = detectWording(message([messageBlock('hurry! '.repeat(130_000))]));
    expect(wording.hits).toHaveLength(300);
    expect(wording.further).toBe(130_000 - 300);
    // What is only counted is not passed in silence.
    expect(run(check, { wording: { wordings: [wording] } }).notAssessed).toMatchObject([{ required: true }]);
  });

  it('is not assessed without the wording', () => {
    expect(run(check, {}).status).toBe('not-assessed');
  });
});
