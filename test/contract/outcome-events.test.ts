import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOutcomeEvents, type NewOutcomeEvent } from '../../src/stores/sql/repositories/outcome-events.ts';
import type { Store } from '../../src/stores/sql/store.ts';
import { asJson } from '../../src/stores/sql/tables/column-types.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { codeOf, ENGINES, must, open } from './store-engines.ts';

sayWithoutPostgres('events copied into a store on PostgreSQL');

const AT = new Date('2026-11-20T09:00:00.123Z');
const event = (id: string, over: Partial<NewOutcomeEvent> = {}): NewOutcomeEvent => ({
  source: 'own',
  id,
  type: 'send',
  useId: 'winback',
  at: AT,
  subject: 'subject:a',
  isEssential: false,
  groups: asJson({ age_band: '65+' }),
  receivedAt: AT,
  ...over,
});
const many = (prefix: string, count: number, over: Partial<NewOutcomeEvent> = {}) =>
  Array.from({ length: count }, (_, number) => event(`${prefix}${number}`, over));

describe.each(ENGINES)('events, $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    await engine.start();
    store = await open(await engine.place());
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await engine.stop();
  });
  const add = (events: readonly NewOutcomeEvent[]) => store.write(({ db }) => addOutcomeEvents(db, events));
  const kept = async (source: string) =>
    must(
      await store.read((db) =>
        db.selectFrom('outcomeEvents').selectAll().where('source', '=', source).orderBy('id').execute(),
      ),
    );

  it.each([1, 99, 100, 12_000])(
    'keeps %i of them, and says of them again that none is new',
    async (count) => {
      const source = `of ${count}`;
      const events = many('a', count, { source });
      expect(must(await add(events))).toEqual(events);
      expect(must(await add(events))).toEqual([]);
      const more = [...events.slice(0, 3), ...many('b', count, { source })];
      expect(must(await add(more)).map(({ id }) => id)).toEqual(many('b', count).map(({ id }) => id));
      expect(await kept(source)).toHaveLength(count * 2);
    },
  );

  it('keeps every text as it is, however many events come with it', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 40 })
      .map((one) => one.replaceAll('\0', ''));
    const special = ['\\N', '\\.', 'a\tb', 'c\nd', '\r', '\\', '"', "'", '{}', '😀', '\\\\n'];
    const texts = [...new Set([...special, ...fc.sample(text, { numRuns: 300, seed: 8 })])].filter(Boolean);
    for (const [source, size] of [
      ['one by one', 1],
      ['together', texts.length],
    ] as const) {
      for (let start = 0; start < texts.length; start += size)
        must(
          await add(
            texts
              .slice(start, start + size)
              .map((id) =>
                event(id, { source, subject: id, groups: asJson({ [id]: id }), isEssential: true }),
              ),
          ),
        );
      const rows = await kept(source);
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(texts));
      for (const { id, subject, groups, at, isEssential } of rows)
        expect([subject, groups, at, isEssential]).toEqual([id, { [id]: id }, AT, true]);
    }
  });

  it('keeps nothing of a batch with a text that no store holds, and goes on', async () => {
    const batch = [...many('c', 200, { source: 'broken' }), event('nul\0', { source: 'broken' })];
    expect(codeOf(await add(batch))).toBe('store.invalid-text');
    expect(await kept('broken')).toEqual([]);
    expect(must(await add(many('c', 200, { source: 'broken' })))).toHaveLength(200);
  });

  it('keeps each once when two come with the same at once', async () => {
    const events = many('d', 300, { source: 'twice' });
    const added = await Promise.all([add(events), add([...events].reverse()), add(events.slice(0, 50))]);
    expect(added.map((one) => must(one).length).reduce((a, b) => a + b)).toBe(300);
    expect(await kept('twice')).toHaveLength(300);
  });
});
