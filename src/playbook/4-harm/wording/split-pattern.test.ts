import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternativesOf, neededWords } from './needed-words.ts';
import { WORDING_RULES } from './rules/index.ts';
import { SplitPattern } from './split-pattern.ts';

const lettersOf = (text: string): string[] => [...new Set(text.match(/[a-z]+/g))];

function found(pattern: RegExp, text: string): string[] {
  const matches: string[] = [];
  new SplitPattern(pattern).forEachMatch(text, lettersOf(text), (start, end) =>
    matches.push(`${start} ${text.slice(start, end)}`),
  );
  return matches;
}

const whole = (pattern: RegExp, text: string): string[] =>
  Array.from(text.matchAll(pattern), (match) => `${match.index} ${match[0]}`);

describe('the words that a pattern needs', () => {
  it.each<[string, string[][]]>([
    ['\\bfinal (?:hours|days)\\b', [['final'], ['hours', 'days']]],
    ['\\bruns? out\\b', [['run', 'runs'], ['out']]],
    ['\\b(?:only )?left\\b', [['left']]],
    ['\\bbuy[a-z]{0,3} now\\b', [['now']]],
    ['colou?r', []],
    ['\\bcolou?r\\b', [['color', 'colour']]],
    ['\\b\\d{1,2} left\\b', [['left']]],
    ['\\bsave(?= now)', []],
    ["\\bdon't miss\\b", [['don'], ['t'], ['miss']]],
    ['\\b(?:a|b.*c) end\\b', [['end']]],
    ['[^a-z]wait[.!]', []],
    ['[ (]wait[.!]', [['wait']]],
    ['\\b(?:[a-z]+ ){1,3}ends\\b', [['ends']]],
  ])('%s', (source, sets) => {
    const seen = neededWords(source).map((set) => [...set].sort());
    expect(new Set(seen.map(String))).toEqual(new Set(sets.map((set) => String(set.sort()))));
  });

  it('takes a pattern apart only between its outermost alternatives', () => {
    expect(alternativesOf('a|(?:b|c)|[|]|\\||d')).toEqual(['a', '(?:b|c)', '[|]', '\\|', 'd']);
  });
});

describe('a pattern in parts', () => {
  it.each([
    ['where one starts first', /\bnow or never\b|\bor\b/g, 'or now or never or'],
    ['the one that is written first', /\bbuy\b|\bbuy now\b/g, 'buy now, buy'],
    ['the one that is written first, though shorter ones follow', /\bbuy now\b|\bbuy\b/g, 'buy now, buy'],
    ['what matches nothing', /x*|\bend\b/g, 'the end'],
    ['a place that needs no word', /\d{2}|\bend\b/g, 'end 10 20 end'],
  ])('finds %s', (_, pattern, text) => {
    expect(found(pattern, text)).toEqual(whole(pattern, text));
  });

  const lines = WORDING_RULES.flatMap(({ says, butNot }) => [...says, ...butNot]).map((line) =>
    line.toLowerCase(),
  );

  it('finds in every line of every rule what the whole pattern finds', () => {
    const matches = WORDING_RULES.map(({ pattern }) => {
      const split = new SplitPattern(pattern);
      let count = 0;
      for (const line of lines) {
        const seen: string[] = [];
        split.forEachMatch(line, lettersOf(line), (start, end) =>
          seen.push(`${start} ${line.slice(start, end)}`),
        );
        expect(seen).toEqual(whole(pattern, line));
        count += seen.length;
      }
      return count;
    });
    expect(matches.every((count) => count > 0)).toBe(true);
  });

  it('finds it in any mixture of the lines, too', () => {
    const pieces = lines.flatMap((line) => line.split(/(?<=[ .!])/));
    fc.assert(
      fc.property(
        fc.constantFrom(...WORDING_RULES),
        fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 }),
        ({ pattern }, mixed) => {
          const text = mixed.join('');
          expect(found(pattern, text)).toEqual(whole(pattern, text));
        },
      ),
      { numRuns: 400 },
    );
  });
});
