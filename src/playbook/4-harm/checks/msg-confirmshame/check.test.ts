import { describe, expect, it } from 'vitest';
import type { BlockRole } from '../../../../check/facts/message.ts';
import { message, messageBlock, run, wordingHit } from '../../../../check/testing/builders.ts';
import { detectWording } from '../../wording/index.ts';
import check from './check.ts';

const judge = (text: string, role: BlockRole, language = 'en') =>
  run(check, { wording: { wordings: [detectWording(message([messageBlock(text, { role, language })]))] } });

describe('msg-confirmshame', () => {
  it.each<[string, BlockRole]>([
    ['No thanks, I like paying full price', 'decline'],
    ["NO THANKS, I DON'T WANT TO SAVE", 'button'],
    ["I don't care about my skin", 'decline'],
    ["I'll take my chances", 'decline'],
    ['No, I hate free stuff', 'body'],
  ])('finds %j on a %s', (text, role) => {
    expect(judge(text, role).found).toMatchObject([{ advice: 'shames-refusal', gravity: 'review' }]);
  });

  it.each<[string, BlockRole]>([
    ['No thanks', 'decline'],
    ['No thanks, not now', 'decline'],
    ["No thanks, I don't want emails", 'decline'],
    ['Maybe later', 'decline'],
    ["I'm not interested", 'decline'],
    ['Keep my settings', 'button'],
    ["I don't feel good today", 'body'],
    ['Still single?', 'body'],
  ])('leaves %j on a %s alone', (text, role) => {
    expect(judge(text, role)).toMatchObject({ status: 'clear' });
  });

  it('hears the classifier on a choice as advice, and not in running text', () => {
    const hit = wordingHit({
      technique: 'shame',
      quote: 'No, I love boring mail',
      source: 'classifier',
      score: 0.95,
    });
    const of = (role: BlockRole) =>
      run(check, {
        wording: {
          wordings: [
            { message: message([]), assessed: true, unmeasuredLanguages: [], hits: [{ ...hit, role }] },
          ],
        },
      }).found;
    expect(of('decline')).toMatchObject([{ advice: 'may-shame', gravity: 'advise' }]);
    expect(of('body')).toEqual([]);
  });

  it('cannot tell of a language without measured rules', () => {
    expect(judge('Nein danke, ich möchte nicht sparen', 'decline', 'de').status).toBe('not-assessed');
  });

  it('is not assessed without the wording', () => {
    expect(run(check, {}).status).toBe('not-assessed');
  });
});
