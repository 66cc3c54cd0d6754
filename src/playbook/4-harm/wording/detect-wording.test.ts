import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../kernel/source-text.ts';
import { readMessage } from '../messages/read-message.ts';
import { detectWording } from './detect-wording.ts';
import { wordingGaps } from './wording-gaps.ts';

const wordingOf = (text: string) => detectWording(readMessage(new SourceText('m.txt', text)).message!);

describe('a message that is full of hits', () => {
  const full = wordingOf(`${'Only 3 left in stock. '.repeat(1_000)}No thanks, I hate saving money.`);

  it('places the first of each kind, and counts the others', () => {
    const stock = full.hits.filter(({ technique }) => technique === 'scarcity');
    expect(stock).toHaveLength(300);
    expect(full.further).toBe(700);
    expect(stock.at(-1)!.at.column).toBeGreaterThan(stock[0]!.at.column);
  });

  it('hides nothing of another kind behind them', () =>
    expect(full.hits.some(({ technique, kind }) => technique === 'shame' && kind === 'pressure')).toBe(true));

  it('is not assessed as a whole', () =>
    expect(wordingGaps([full])).toEqual([
      { missing: 'messages[0]: 700 more places that press or claim', required: true },
    ]));

  it('is no other message', () => {
    const one = wordingOf('Only 3 left in stock.');
    expect(one.hits).toHaveLength(1);
    expect(one).not.toHaveProperty('further');
    expect(wordingGaps([one])).toEqual([]);
  });
});
