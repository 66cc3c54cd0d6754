import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { known, unknown } from '../../../../check/facts/index.ts';
import { runCheck } from '../../../../check/run.ts';
import { adviceOf, cardFact, NOW, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const without_it = 'Nothing: the shop stays open to them';
const judge = (card: Partial<UseCard>) => run(check, { card: cardFact(card) });

describe('use-benefit', () => {
  it.each<[string, Partial<UseCard>, string[]]>([
    ['a gain', { benefit: 'A pair that fits, before the season', without_it }, []],
    ['neither', {}, ['missing', 'missing']],
    ['no word on what happens without it', { benefit: 'A pair that fits' }, ['missing']],
    ['revenue', { benefit: 'Revenue +12 %', without_it }, ['company-goal']],
    ['a rate', { benefit: 'a higher open rate', without_it }, ['company-goal']],
    ['in German', { benefit: 'Mehr Umsatz im Frühjahr', without_it }, ['company-goal']],
    ['in French', { benefit: 'Un meilleur taux d’ouverture', without_it }, ['company-goal']],
    ['in Spanish', { benefit: 'Más ventas', without_it }, ['company-goal']],
    ['the goal of the team', { benefit: 'More shoes!', goal: 'more shoes', without_it }, ['same-as-goal']],
    [
      'near miss: a sale from which the person gains',
      { benefit: 'A lower price for the boots they looked at', without_it },
      [],
    ],
    ['near miss: words inside words', { benefit: 'A misleading letter is put right', without_it }, []],
  ])('%s', (_, card, expected) => expect(adviceOf(judge(card))).toEqual(expected));

  it('leaves the last word to a person', () => {
    expect(check.decidedBy).toBe('person');
    expect(judge({ benefit: 'clicks', without_it }).found[0]).toMatchObject({
      gravity: 'review',
      quote: 'clicks',
    });
  });

  it('cannot tell without the card', () => {
    const outcome = runCheck(check, {
      kind: 'campaign',
      facts: { card: unknown('unreadable'), settings: known(undefined!) },
      jurisdictions: [],
      now: NOW,
    });
    expect(outcome?.status).toBe('not-assessed');
  });
});
