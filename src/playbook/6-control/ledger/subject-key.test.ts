import { describe, expect, it } from 'vitest';
import {
  blindedTheme,
  type Identifier,
  isSubjectKey,
  normalIdentifier,
  subjectKeyOf,
} from './subject-key.ts';

const keyOf = (identifier: Identifier, secret = 'secret'): string => {
  const key = subjectKeyOf(secret, identifier);
  return key.ok ? key.value : key.problem.code;
};

describe('the key of a person', () => {
  it.each<[Identifier['kind'], readonly string[]]>([
    ['email', ['ann@customer.example', ' Ann@Customer.EXAMPLE ', 'ANN@customer.example']],
    ['email', ['jörg@bücher.example', 'JÖRG@BÜCHER.example', 'jo\u0308rg@xn--bcher-kva.example']],
    ['phone', ['+4930901820', '+49 30 901820', '0049 (30) 90-18-20']],
    ['customer', ['C-17', ' C-17 ']],
  ])('is the same for every spelling of one %s', (kind, spellings) => {
    const keys = new Set(spellings.map((value) => keyOf({ kind, value })));
    expect(keys.size).toBe(1);
    expect(isSubjectKey([...keys][0]!)).toBe(true);
  });

  it('is another for another person, kind or secret', () => {
    const keys = [
      keyOf({ kind: 'email', value: 'ann@customer.example' }),
      keyOf({ kind: 'email', value: 'a.nn@customer.example' }),
      keyOf({ kind: 'customer', value: 'ann@customer.example' }),
      keyOf({ kind: 'customer', value: 'c-17' }),
      keyOf({ kind: 'customer', value: 'C-17' }),
      keyOf({ kind: 'email', value: 'ann@customer.example' }, 'another'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each<[Identifier['kind'], string]>([
    ['email', 'ann'],
    ['email', '@customer.example'],
    ['email', 'ann@'],
    ['email', 'a b@customer.example'],
    ['email', `${'a'.repeat(320)}@customer.example`],
    ['phone', '030 901820'],
    ['phone', '+49'],
    ['customer', ''],
    ['customer', 'a b'],
    ['device', '\u0000'],
  ])('is made of no %s %j, and the problem repeats nothing of it', (kind, value) => {
    const read = normalIdentifier({ kind, value });
    expect(read.ok ? 'read' : read.problem.code).toBe('ledger.invalid-identifier');
    if (!read.ok && value.trim().length > 3) expect(JSON.stringify(read.problem)).not.toContain(value);
  });
});

describe('a blinded theme', () => {
  it('differs by person, theme and secret, and has none of the theme in it', () => {
    const [ann, ben] = ['ann', 'ben'].map((value) =>
      keyOf({ kind: 'customer', value }),
    ) as Array<`subject:${string}`>;
    const blinded = [
      blindedTheme('s', ann!, 'loss'),
      blindedTheme('s', ben!, 'loss'),
      blindedTheme('s', ann!, 'baby'),
      blindedTheme('t', ann!, 'loss'),
    ];
    expect(new Set(blinded).size).toBe(4);
    expect(blinded.join()).not.toMatch(/loss|baby/);
  });
});
