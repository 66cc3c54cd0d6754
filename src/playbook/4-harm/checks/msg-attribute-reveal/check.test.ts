import { describe, expect, it } from 'vitest';
import type { ContentFact } from '../../../../check/facts/content.ts';
import type { PathsFact } from '../../../../check/facts/paths.ts';
import {
  adviceOf,
  dataMapField,
  message,
  messageBlock,
  pathsFact,
  run,
  settingsFact,
  somewhere,
} from '../../../../check/testing/builders.ts';
import { readContent } from '../../content/index.ts';
import check from './check.ts';

const SELLING: ContentFact = { calls: [], prices: [], offers: [], seenIntents: ['sell'], sells: true };

function judge(
  text: string,
  language = 'en',
  given: { content?: ContentFact; paths?: PathsFact; mission?: boolean } = {},
) {
  const messages = [message([messageBlock(text, { language })], { language })];
  return run(check, {
    messages: { messages },
    usedFields: { used: [] },
    content: given.content ?? SELLING,
    paths: given.paths ?? pathsFact(),
    settings: settingsFact({ missions: given.mission ? [{ category: 'health', ground: 'hospice' }] : [] }),
  });
}

describe('msg-attribute-reveal: text', () => {
  it.each<[string, string, string]>([
    ['en', 'Shoes made for your diabetes.', 'your diabetes'],
    ['en', 'You are pregnant, so treat yourself.', 'You are pregnant'],
    ['en', 'Since you lost your job, save more.', 'you lost your job'],
    ['en', 'As a Muslim, you will love these dates.', 'As a Muslim'],
    ['en', 'A loan that fits your growing debts.', 'your growing debts'],
    [
      'en',
      'You have been diagnosed with depression. Try our tea.',
      'You have been diagnosed with depression',
    ],
    ['de', 'Tee für Ihre Depression.', 'Ihre Depression'],
    ['de', 'Sie sind schwanger? Glückwunsch!', 'Sie sind schwanger'],
    ['fr', 'Un soin pour votre grossesse.', 'votre grossesse'],
    ['es', 'Un regalo para su embarazo.', 'su embarazo'],
  ])('%s blocks where something is sold: %s', (language, text, quote) => {
    const { found } = judge(text, language);
    expect(found.map((finding) => [finding.gravity, finding.quote])).toContainEqual(['block', quote]);
  });

  it.each<[string, string]>([
    ['en', 'If you are pregnant, ask your doctor first.'],
    ['en', 'Your gift pays for cancer research.'],
    ['en', 'Run for your local cancer charity.'],
    ['en', 'Books on depression and how to talk about it.'],
    ['en', 'You can help people who live with dementia.'],
    ['en', 'We stand with the Muslim community.'],
    ['en', 'You get 20% off all boots.'],
    ['de', 'Falls Sie schwanger sind, fragen Sie Ihren Arzt.'],
    ['fr', 'Si vous êtes enceinte, demandez conseil.'],
    ['nl', 'Uw bestelling is onderweg.'],
  ])('%s is silent: %s', (language, text) => expect(judge(text, language).found).toEqual([]));

  it('is no block where nothing is sold, on a legitimate path, or in a mission', () => {
    const text = 'Your diabetes check-up is due.';
    expect(adviceOf(judge(text))).toEqual(['says']);
    expect(adviceOf(judge(text, 'en', { content: { ...SELLING, sells: false } }))).toEqual(['says-unsold']);
    expect(adviceOf(judge(text, 'en', { paths: pathsFact({ askedFor: 'asked' }) }))).toEqual([
      'says-on-path',
    ]);
    expect(adviceOf(judge(text, 'en', { paths: pathsFact({ owed: 'owed' }) }))).toEqual(['says-on-path']);
    expect(adviceOf(judge(text, 'en', { mission: true }))).toEqual(['says-on-path']);
  });

  it.each([
    'You are in arrears with your rent. Please call us; we can agree on a payment plan.',
    'Your debts do not go away by themselves. Our debt advice is free.',
    'In the hospice we look after you and your family. Your pain relief is our concern.',
    'As part of the patient programme a nurse calls you about your diabetes on Monday.',
    'Recall: stop using your insulin pen with the batch number 4711. You get a replacement.',
    'Sie sind mit Ihrer Rate im Zahlungsverzug. Rufen Sie uns an.',
    'Your church community meets on Sunday; your faith brings us together.',
  ])('never blocks legitimate mail: %s', (text) => {
    const language = text.startsWith('Sie') ? 'de' : 'en';
    const content = readContent([message([messageBlock(text, { language })], { language })]);
    for (const { gravity } of judge(text, language, { content }).found) expect(gravity).not.toBe('block');
  });
});

describe('msg-attribute-reveal: merge fields', () => {
  const tagAt = somewhere('uses/test/message.txt');
  const print = (
    path: string,
    source: string,
    entry: Parameters<typeof dataMapField>[1] | null,
    content = SELLING,
  ) =>
    run(check, {
      messages: { messages: [message([], { mergeTags: [{ source, path, at: tagAt }] })] },
      usedFields: {
        used: [
          {
            name: path,
            entry: entry === null ? null : dataMapField(`crm.${path}`, entry),
            where: 'message',
            decides: false,
            at: tagAt,
          },
        ],
      },
      content,
      paths: pathsFact(),
    });

  it('find a field whose entry is sensitive, declared or seen', () => {
    expect(adviceOf(print('c.note', '{{ c.note }}', { declaredSensitive: ['health'] }))).toEqual(['prints']);
    expect(adviceOf(print('c.note', '{{ c.note }}', { seenSensitive: ['fin_distress'] }))).toEqual([
      'prints',
    ]);
    expect(
      adviceOf(print('c.note', '{{ c.note }}', { seenSensitive: ['health'] }, { ...SELLING, sells: false })),
    ).toEqual(['prints-unsold']);
  });

  it('find a field by its name where the data map does not know it', () => {
    expect(adviceOf(print('customer.diagnosis', '{{ customer.diagnosis }}', null))).toEqual(['prints']);
    expect(adviceOf(print('customer.first_name', '{{ customer.first_name }}', null))).toEqual([]);
  });

  it('are silent about conditions, plain fields and digits of a card', () => {
    expect(adviceOf(print('customer.diagnosis', 'customer.diagnosis', null))).toEqual([]);
    expect(adviceOf(print('c.city', '{{ c.city }}', {}))).toEqual([]);
    expect(adviceOf(print('c.card', '{{ c.card }}', { declaredSensitive: ['account_credentials'] }))).toEqual(
      [],
    );
  });

  it('are not assessed without messages', () => {
    expect(run(check, { content: SELLING, usedFields: { used: [] } }).status).toBe('not-assessed');
  });
});
