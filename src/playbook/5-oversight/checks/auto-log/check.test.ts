import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (automation: UseCard['automation']) =>
  run(check, { card: cardFact({ kind: 'score', automation }) });

describe('auto-log', () => {
  it.each<[string, UseCard['automation'], string[]]>([
    ['notable without a log', { decision: 'notable' }, ['no-log']],
    ['significant without a log', { decision: 'significant' }, ['no-log']],
    [
      'significant with a log',
      { decision: 'significant', log: 'warehouse table scoring.decisions, 13 months' },
      [],
    ],
    ['classed as none', { decision: 'none' }, []],
    ['not classed: auto-class speaks of it', {}, []],
  ])('%s', (_, automation, expected) => expect(adviceOf(judge(automation))).toEqual(expected));
});
