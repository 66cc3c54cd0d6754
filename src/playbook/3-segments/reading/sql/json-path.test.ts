import { describe, expect, it } from 'vitest';
import { jsonPathOf, leavesOfJson, stepsOfPath } from './json-path.ts';

describe('paths into JSON', () => {
  it.each<[string, boolean, string | null]>([
    ['$.a.b', false, '$.a.b'],
    ["$['a b'].c", false, "$['a b'].c"],
    ['$.a[0].b', false, '$.a[0].b'],
    ['$.a[*]', false, '$.a'],
    ['$.a[*].b', false, '$.a[*].b'],
    ['$."first name"', false, "$['first name']"],
    ['lax $.a', false, '$.a'],
    ['a.b', false, '$.a.b'],
    ['a.b', true, "$['a.b']"],
    ['$.a.b', true, '$.a.b'],
    ['{a,b,0}', false, '$.a.b[0]'],
    ['{"a b"}', false, "$['a b']"],
    ['/a/b~1c', false, "$.a['b/c']"],
    ['$.age > 65', false, '$.age'],
    ['$.pets[*] ? (@.kind == "dog")', false, '$.pets'],
    ['$..deep', false, '$.deep'],
    ['$', false, null],
    ['$[0]', false, null],
    ['', false, null],
  ])('%j (a plain word is one key: %s) is %s', (path, key, expected) => {
    expect(jsonPathOf(stepsOfPath(path, key))).toBe(expected);
  });

  it('a computed key is any key', () => {
    expect(jsonPathOf(['a', null])).toBe('$.a.*');
  });

  it('ends in linear time on hostile paths', () => {
    const start = performance.now();
    stepsOfPath(`$${'.'.repeat(100_000)}`, false);
    stepsOfPath(`$${'['.repeat(100_000)}`, false);
    stepsOfPath(`$${' '.repeat(100_000)}x`, false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('the keys of a document', () => {
  it.each<[string, ReadonlyArray<[string, string]>]>([
    [
      '{"a": {"b": 1}, "c": "x"}',
      [
        ['$.a.b', '1'],
        ['$.c', '"x"'],
      ],
    ],
    ['{"a": [{"b": true}]}', [['$.a[*].b', 'true']]],
    ['["x"]', []],
    ['{', []],
  ])('%s', (text, expected) => {
    const keyed = leavesOfJson(text).map(({ steps, value }) => [jsonPathOf(steps), value]);
    expect(keyed.filter(([path]) => path !== null)).toEqual(expected);
  });
});
