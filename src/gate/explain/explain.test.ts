import { describe, expect, it } from 'vitest';
import { REASON_CODES, type ReasonCode } from '../reason-codes.ts';
import { EXPLAINED_IN, sentenceForPerson, sentencesForPerson } from './for-person.ts';
import { sentenceForSender } from './for-sender.ts';

const CODES = Object.keys(REASON_CODES) as ReasonCode[];
/** Words that would tell which protection it is. */
const TELLING = /\b(?:hold|vulnerab|grief|bereave|loss|theme|contest|profil|minor|child|debt|ill|health)/i;

describe.each(CODES)('%s', (code) => {
  it('says to a sender what was seen and what would have to change', () => {
    const [seen, change, ...more] = sentenceForSender(code).split(': ');
    expect(seen).toBe(REASON_CODES[code]);
    expect(change).toMatch(/^[a-z]+ .*[^.]$/);
    expect(more).toEqual([]);
  });

  it('says something of its own to a person in each language', () => {
    const sentences = EXPLAINED_IN.map((language) => sentenceForPerson(code, language));
    expect(new Set(sentences).size).toBe(EXPLAINED_IN.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.{15,}\.$/u);
  });
});

describe('what is protected', () => {
  it('is told in words that fit any reason and none', () => {
    expect(sentenceForSender('protected')).not.toMatch(TELLING);
    for (const language of EXPLAINED_IN)
      expect(sentenceForPerson('protected', language)).not.toMatch(TELLING);
  });
});

it('says the same thing to a person once', () => {
  expect(sentencesForPerson(['not-cleared', 'quiet-hours', 'content-not-cleared'], 'en')).toHaveLength(2);
});
