import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryInWords, checkInWords, missingInWords, purposeInWords } from './in-words.ts';

describe('what people read in place of codes', () => {
  it.each([
    ['/audience/segment: how many people it finds', 'how many people it finds (who is reached)'],
    [
      '/audience/exclude/0: how many people it finds: no warehouse was asked',
      'how many people it finds: no warehouse was asked (who is left out)',
    ],
    [
      'messages[0].headers: the List-Unsubscribe headers that the mail system sends',
      'the List-Unsubscribe headers that the mail system sends (message 1, the mail headers)',
    ],
    ['messages[1]: from', 'the sender (message 2)'],
    ['scores[0].decisions', 'score 1, the decisions'],
    ['card', 'the card'],
    ['usedFields: the map could not be read', 'the map could not be read (the fields that it uses)'],
    ['which fields the use may touch', 'which fields the use may touch'],
    ['boundary `no-broker`: no clock', 'boundary `no-broker`: no clock'],
    ['law of FR', 'law of FR'],
  ])('says %s', (missing, words) => {
    expect(missingInWords(missing)).toBe(words);
  });

  it('loses nothing that was said in words', () => {
    const said = fc.stringMatching(/^[a-z]+ [a-z]+( [a-z]+)*$/);
    fc.assert(
      fc.property(said, fc.nat(99), (words, index) => {
        expect(missingInWords(words)).toBe(words);
        expect(missingInWords(`messages[${index}]: ${words}`)).toContain(words);
      }),
    );
  });

  it('calls checks and purposes by name, and leaves what it does not know', () => {
    expect(checkInWords('msg-plain-wording')).toBe(
      'Messages say what is offered without pressing the reader',
    );
    expect(checkInWords('harbor-own')).toBe('harbor-own');
    expect(purposeInWords('marketing.communications.email')).toBe('Marketing Email Communications');
    expect(categoryInWords('user.behavior.purchase_history')).toBe('Purchase History');
    expect(categoryInWords('harbor.own')).toBe('harbor.own');
    expect(purposeInWords('harbor.care_calls')).toBe('harbor care calls');
  });
});
