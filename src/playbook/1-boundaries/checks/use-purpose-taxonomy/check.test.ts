import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../../check/facts/index.ts';
import { runCheck } from '../../../../check/run.ts';
import { adviceOf, cardFact, NOW, run, settingsFact } from '../../../../check/testing/builders.ts';
import { DATA_USES } from '../../../../kernel/taxonomy/index.ts';
import check from './check.ts';

const judge = (purpose: string | undefined) =>
  run(check, {
    card: cardFact(purpose === undefined ? {} : { purpose }),
    settings: settingsFact({ purposes: [{ key: 'club', under: 'marketing' }] }),
  });

describe('use-purpose-taxonomy', () => {
  it.each([
    [undefined, ['no-purpose']],
    ['growth', ['unknown-purpose']],
    ['marketing.communications.carrier-pigeon', ['unknown-purpose']],
    ['data_use', ['unknown-purpose']],
    ['collect', ['not-yet-a-purpose']],
    ['marketing', ['too-wide']],
    ['sales', []],
    ['train_ai_system', []],
    ['marketing.communications.email', []],
    ['club', []],
  ])('%s', (purpose, expected) => expect(adviceOf(judge(purpose))).toEqual(expected));

  it('weighs a wide purpose less', () => {
    expect(judge('marketing').found[0]?.gravity).toBe('advise');
    expect(judge('growth').found[0]).toMatchObject({ gravity: 'block', quote: 'growth' });
  });

  it('cannot tell without the settings', () => {
    const facts = { card: known(cardFact()), settings: unknown('scruple.yaml is missing') };
    const outcome = runCheck(check, { kind: 'campaign', facts, jurisdictions: [], now: NOW });
    expect(outcome?.notAssessed[0]?.missing).toEqual(['settings: scruple.yaml is missing']);
  });

  it('blocks no dotted purpose of the tree', () => {
    const dotted = Object.keys(DATA_USES).filter((key) => key.includes('.'));
    fc.assert(
      fc.property(fc.constantFrom(...dotted), (purpose) => {
        expect(judge(purpose).found).toEqual([]);
      }),
    );
  });
});
