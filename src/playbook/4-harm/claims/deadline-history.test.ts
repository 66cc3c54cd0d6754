import { expect, it } from 'vitest';
import type { FileVersion } from '../../../kernel/ports/history.ts';
import { problem } from '../../../kernel/problem.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { deadlineHistory, NO_HISTORY } from './deadline-history.ts';

const version = (day: number, text: string): FileVersion => ({
  commit: String(day).repeat(40).slice(0, 40),
  at: new Date(Date.UTC(2026, 10, day)),
  text,
});
const past = (...texts: string[]) =>
  deadlineHistory({
    versions: async () =>
      ok({ versions: texts.map((text, index) => version(index + 1, text)).toReversed(), complete: true }),
  });

it('collects the ends of each offer, whatever the fact is called, oldest first', async () => {
  const { read, byOffer } = await past(
    'sale: { type: deadline, at: 2026-11-29T23:59:00Z, offer: SPRING26, owner: a }',
    'sale: { type: deadline, at: 2026-11-30T00:59:00+01:00, offer: spring26, owner: a }',
    'extended: { type: deadline, at: 2026-12-06, offer: " Spring26 ", owner: a }',
  );
  expect(read).toBe(true);
  expect([...byOffer].map(([offer, ends]) => [offer, ends.map(({ value }) => value)])).toEqual([
    ['offer spring26', ['2026-11-29T23:59:00Z', '2026-12-06']],
  ]);
  expect(byOffer.get('offer spring26')![1]!.where).toBe('facts.yaml at 3333333333 of 2026-11-03');
});

it('keeps a fact without an offer by its name, and passes over what it cannot read', async () => {
  const { byOffer } = await past(
    'sale: { type: deadline, at: 2026-11-29, old-key: 1 }',
    'sale: [',
    '- a list',
    'sale: { type: deadline, at: soon }\nother: { type: query }\nthird: 3',
  );
  expect([...byOffer.keys()]).toEqual(['fact sale']);
});

it('is not read where there is no history, or not all of it', async () => {
  expect(
    await deadlineHistory({ versions: async () => fail(problem('git.unavailable', 'no', 'x')) }),
  ).toEqual(NO_HISTORY);
  const shallow = await deadlineHistory({ versions: async () => ok({ versions: [], complete: false }) });
  expect(shallow.read).toBe(false);
});
