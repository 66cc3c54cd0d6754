import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newUseId, slugOf } from './use-id.ts';

const free = async () => false;

describe('an id from a title', () => {
  it.each([
    ['Spring letter & more!', 'spring-letter-more'],
    ['Größe für Émile', 'grosse-fur-emile'],
    ['  --Winback--  ', 'winback'],
    ['../../etc/passwd', 'etc-passwd'],
    ['春の手紙', 'use'],
    ['CON', 'use-con'],
    ['a'.repeat(200), 'a'.repeat(60)],
  ])('%j becomes %s', async (title, id) => expect(await newUseId(title, free)).toBe(id));

  it('is another one where it is taken', async () => {
    const taken = new Set(['spring', 'spring-2']);
    expect(await newUseId('Spring', async (id) => taken.has(id))).toBe('spring-3');
  });

  it('is an id of a card and one part of a path, whatever the title', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (title) => {
        expect(await newUseId(title, free)).toMatch(/^[a-z0-9][a-z0-9-]{0,79}$/);
        expect(slugOf(slugOf(title))).toBe(slugOf(title));
      }),
    );
  });
});
