import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { Facts } from '../../../../check/facts/index.ts';
import {
  adviceOf,
  audienceFact,
  audiencePart,
  audienceReading,
  cardFact,
  dataMapFact,
  dataMapField,
  fieldUse,
  pathsFact,
  run,
  settingsFact,
} from '../../../../check/testing/builders.ts';
import { problem } from '../../../../kernel/problem.ts';
import check from './check.ts';

const unread = audienceFact(
  audiencePart([], {
    reading: audienceReading([], {
      assessed: false,
      problem: problem('segment.invalid', 'it cannot be parsed', 'Mend it'),
    }),
  }),
);

const faith = fieldUse('crm.people.religion', { sensitive: ['religion_belief'] });
const entry = (rest: Parameters<typeof dataMapField>[1]) =>
  dataMapFact([
    dataMapField('crm.people.religion', {
      declaredSensitive: ['religion_belief'],
      collectedFor: ['marketing'],
      ...rest,
    }),
  ]);
const judge = (card: Partial<UseCard>, facts: Partial<Facts> = {}) =>
  run(check, {
    card: cardFact({ purpose: 'marketing.communications.email', ...card }),
    audience: audienceFact(audiencePart([faith])),
    models: { models: [] },
    ...facts,
  });

describe('seg-special-basis', () => {
  it.each<[string, Partial<Facts>, string[]]>([
    ['not in the data map', {}, ['no-ground']],
    ['no consent', { dataMap: entry({ basis: 'legitimate-interest' }) }, ['no-ground']],
    [
      'consent to something else',
      { dataMap: entry({ consent: 'C-7', collectedFor: ['essential.service'] }) },
      ['no-ground'],
    ],
    ['left out by it', { audience: audienceFact(audiencePart([faith], { part: 'exclude' })) }, ['spared']],
    ['explicit consent', { dataMap: entry({ consent: 'C-7' }) }, []],
    [
      'consent that nothing shows to be explicit',
      { dataMap: entry({ basis: 'consent' }) },
      ['not-shown-explicit'],
    ],
    ['basis and explicit consent', { dataMap: entry({ basis: 'consent', consent: 'C-7' }) }, []],
    [
      'a mission, and consent that nothing shows to be explicit',
      {
        dataMap: entry({ basis: 'consent' }),
        settings: settingsFact({ missions: [{ category: 'religion_belief', ground: 'statutes' }] }),
      },
      [],
    ],
    [
      'a mission',
      { settings: settingsFact({ missions: [{ category: 'religion_belief', ground: 'statutes' }] }) },
      [],
    ],
    [
      'a mission with bought data',
      {
        dataMap: entry({ origin: 'third-party' }),
        settings: settingsFact({ missions: [{ category: 'religion_belief', ground: 'statutes' }] }),
      },
      ['no-ground'],
    ],
    ['asked for', { paths: pathsFact({ askedFor: 'C-7' }) }, []],
    ['owed', { paths: pathsFact({ owed: 'contract' }) }, ['on-path']],
    ['shown and not deciding', { audience: audienceFact(audiencePart([{ ...faith, role: 'output' }])) }, []],
    [
      'debt, which is no special category',
      { audience: audienceFact(audiencePart([fieldUse('a.b.arrears', { sensitive: ['fin_distress'] })])) },
      [],
    ],
  ])('%s', (_, facts, expected) => expect(adviceOf(judge({}, facts))).toEqual(expected));

  it('does not take consent to a page view for consent to what the page says', () => {
    const url = fieldUse('web.views.url', { sensitive: ['health'], values: ["'%cancer%'"] });
    const dataMap = dataMapFact([
      dataMapField('web.views.url', { consent: 'C-1', collectedFor: ['marketing'] }),
    ]);
    expect(adviceOf(judge({}, { audience: audienceFact(audiencePart([url])), dataMap }))).toEqual([
      'no-ground',
    ]);
  });

  it('is not assessed where a definition cannot be read', () => {
    expect(judge({}, { audience: unread }).status).toBe('not-assessed');
  });
});
