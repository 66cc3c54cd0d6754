import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AudienceFact } from '../../../../check/facts/audience.ts';
import type { PathsFact } from '../../../../check/facts/paths.ts';
import {
  audienceFact,
  audiencePart,
  fieldUse,
  message,
  messageBlock,
  pathsFact,
  run,
  wordingHit,
} from '../../../../check/testing/builders.ts';
import { SENSITIVE_CATEGORIES, type SensitiveCategory } from '../../../../kernel/categories.ts';
import { detectWording } from '../../wording/index.ts';
import check from './check.ts';

const FRIGHTENS = 'You could lose everything';
const judge = (
  text: string,
  audience: AudienceFact = audienceFact(),
  paths: PathsFact = pathsFact(),
  language = 'en',
) =>
  run(check, {
    wording: { wordings: [detectWording(message([messageBlock(text, { language })]))] },
    audience,
    paths,
  });
const chosenBy = (
  sensitive: readonly SensitiveCategory[],
  rest: Parameters<typeof audiencePart>[1] = {},
  role: 'include' | 'exclude' | 'output' = 'include',
) => audienceFact(audiencePart([fieldUse('crm.people.state', { sensitive, role })], rest));

describe('msg-fear-shame', () => {
  it.each([
    [FRIGHTENS, 'frighten'],
    ['Your account will be suspended unless you act today', 'frighten'],
    ['Are you too fat?', 'shame'],
    ['We are begging you', 'blame'],
    ["Don't let her die.", 'blame'],
  ])('finds that %j can %s', (text, verb) => {
    const { found } = judge(text);
    expect(found).toMatchObject([{ advice: 'to-anyone', gravity: 'review' }]);
    expect(found[0]!.what).toContain(verb);
  });

  it.each([
    'Your order has been cancelled',
    'Capital at risk',
    'Hurry up',
    'No thanks, I hate saving money',
    'Nothing to be ashamed of',
  ])('leaves %j alone', (text) => {
    expect(judge(text).found).toEqual([]);
  });

  it('blocks where people are picked by what makes them easy to hurt', () => {
    expect(judge(FRIGHTENS, chosenBy(['fin_distress'])).found).toMatchObject([
      { advice: 'to-vulnerable', gravity: 'block' },
    ]);
    expect(judge(FRIGHTENS, chosenBy(['health'])).found).toMatchObject([{ gravity: 'block' }]);
  });

  it('does not take leaving people out for picking them', () => {
    expect(judge(FRIGHTENS, chosenBy(['fin_distress'], {}, 'exclude')).found).toMatchObject([
      { advice: 'to-anyone' },
    ]);
    expect(judge(FRIGHTENS, chosenBy(['fin_distress'], {}, 'output')).found).toMatchObject([
      { advice: 'to-anyone' },
    ]);
    expect(judge(FRIGHTENS, chosenBy(['fin_distress'], { part: 'exclude' })).found).toMatchObject([
      { advice: 'to-anyone' },
    ]);
    expect(judge(FRIGHTENS, chosenBy(['sex_gender'])).found).toMatchObject([{ advice: 'to-anyone' }]);
  });

  const path = fc.constantFrom<keyof PathsFact>('owed', 'protective', 'askedFor');
  it('never blocks on an open path, nor by the classifier alone', () => {
    const categories = fc.subarray(Object.keys(SENSITIVE_CATEGORIES) as SensitiveCategory[]);
    fc.assert(
      fc.property(path, categories, (open, sensitive) => {
        const { found } = judge(FRIGHTENS, chosenBy(sensitive), pathsFact({ [open]: 'the duty is named' }));
        expect(found).toHaveLength(1);
        expect(found[0]!.gravity).not.toBe('block');
        const hit = wordingHit({ technique: 'fear', quote: 'Beware', source: 'classifier' });
        const wording = {
          wordings: [{ message: message([]), assessed: true, unmeasuredLanguages: [], hits: [hit] }],
        };
        expect(run(check, { wording, audience: chosenBy(sensitive) }).found).toMatchObject([
          { advice: 'may-press', gravity: 'review' },
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('only advises where a hard message is owed and nobody vulnerable is picked', () => {
    expect(judge(FRIGHTENS, audienceFact(), pathsFact({ owed: 'a recall is owed' })).found).toMatchObject([
      { advice: 'on-path', gravity: 'advise' },
    ]);
  });

  it('cannot tell of a language without measured rules', () => {
    expect(
      judge('Ihr Konto wird gesperrt, wenn Sie nicht sofort handeln', audienceFact(), pathsFact(), 'de')
        .status,
    ).toBe('not-assessed');
  });

  it('is not assessed without the wording', () => {
    expect(run(check, { audience: audienceFact() }).status).toBe('not-assessed');
  });
});
