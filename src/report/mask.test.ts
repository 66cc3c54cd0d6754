import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../kernel/source-text.ts';
import { maskedRanges, maskQuote, maskText } from './mask.ts';

describe('maskText', () => {
  it.each([
    ['write to ada@people.example today', 'write to [e-mail address] today'],
    ["email = 'ada@people.example'", 'email = [value]'],
    ['call +49 30 1234567 now', 'call [phone number] now'],
    ['call (030) 123 4567', 'call [phone number]'],
    ["plan in ('a', 'b', 'c', 'd')", 'plan in ([4 values])'],
    ["values ('a'), ('b'), ('c'), ('d')", 'values ([4 values])'],
    ['["a", "b", "c", "d"]', '[[4 values]]'],
    ['sku in (1, 2, 3, 4)', 'sku in ([4 values])'],
    ['customer_id in (1042, 1043)', 'customer_id in ([2 values])'],
    ['c.id = 1042', 'c.id = [value]'],
    ["id = '8f14e45f-ceea-467f-a0e6-1b2c3d4e5f60'", 'id = [value]'],
    ["c.customer_id = '1042'", 'c.customer_id = [value]'],
    ['id = any(array[1, 2])', 'id = any(array[[2 values]])'],
    ["last_name in ('Lovelace', 'Hopper')", 'last_name in ([2 values])'],
    ["lower(email) in ('a1b2', 'c3d4')", 'lower(email) in ([2 values])'],
  ])('%s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it.each([
    "plan in ('a', 'b', 'c')",
    'last_missed_payment > current_date - 30',
    'color: rgba(0, 0, 0, 0.5)',
    "email like '%@agency.example'",
    'select "id", "name", "email", "plan" from t',
    'campaign_id = 7',
    '<div id="footer" class="wide">',
    '@id("no-selling")',
    'on 2026-11-20 at 09:00',
    'owner: lifecycle@harbor.example',
    'Only 3 left, 2 days, 1 hour, 5 minutes',
    'price 49.00 EUR, order 2026-0012',
  ])('leaves %s', (text) => {
    expect(maskText(text)).toBe(text);
  });

  it('never lets an address through, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (before, after) => {
          expect(maskText(`${before} ada.lovelace@people.example ${after}`)).not.toContain('lovelace@people');
        },
      ),
    );
  });

  it('gives ranges in order and apart', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "'a'",
            ',',
            ' ',
            '(',
            ')',
            'a@b.example',
            'id',
            'in',
            '1',
            '+49 30 1234567',
            '"x"',
            '\n',
          ),
        ),
        (parts) => {
          const text = parts.join('');
          let last = 0;
          for (const { start, end } of maskedRanges(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });

  it('takes time in proportion to a hostile text', () => {
    for (const piece of ["'a',", "''", '0 1', '(', 'a@', '+4 ', 'a.a', 'in (', ' ']) {
      const started = performance.now();
      maskedRanges(piece.repeat(200_000 / piece.length));
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});

describe('maskQuote', () => {
  const source = new SourceText(
    'a.sql',
    "where customer_id in ('1042',\n '1043') and plan in ('a', 'b', 'c', 'd', 'e')",
  );
  const quoted = (words: string): string => {
    const start = source.text.indexOf(words);
    return maskQuote(words, source.location(start, start + words.length), source);
  };

  it('masks one literal out of a list by what stands around it', () => {
    expect(quoted("'1043'")).toBe('[2 values]');
    expect(quoted("'c'")).toBe('[5 values]');
  });

  it('masks a quote that does not stand in the file by itself', () => {
    expect(maskQuote('ada@people.example', source.location(0, 3), source)).toBe('[e-mail address]');
    expect(maskQuote('["a","b","c","d"]', source.location(0, 3), undefined)).toBe('[[4 values]]');
  });
});
