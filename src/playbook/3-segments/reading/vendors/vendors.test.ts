import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../../kernel/source-text.ts';
import { type JsonNode, parseJson } from '../json/json-node.ts';
import { formatOfJson, readJson, type VendorFormat } from '../json/read-json.ts';
import { VENDOR_SAMPLES } from '../testing/vendor-samples.ts';

const source = (definition: unknown): SourceText =>
  new SourceText('segment.json', JSON.stringify(definition, null, 2));
const read = (definition: unknown, format: VendorFormat | null = null) =>
  readJson(source(definition), format);
const deciding = (definition: unknown, format: VendorFormat): string[] => {
  const { result } = read(definition, format);
  if (!result.ok) throw new Error(result.problem.message);
  return result.reading.fields.map(({ role, field }) => `${role} ${field}`).sort();
};

describe('definitions of vendors', () => {
  it.each(VENDOR_SAMPLES.map((sample) => [sample.format, sample.name, sample] as const))(
    '%s: %s',
    (format, _name, { definition, decides }) => {
      expect(deciding(definition, format)).toEqual([...decides].sort());
    },
  );

  it.each(
    VENDOR_SAMPLES.filter(({ detected }) => detected !== false).map(
      (sample) => [sample.format, sample.name, sample] as const,
    ),
  )('%s is told by its marks: %s', (format, _name, { definition }) => {
    const parsed = parseJson(source(definition));
    expect(parsed.ok && formatOfJson(parsed.value)).toBe(format);
  });

  it.each(VENDOR_SAMPLES.map((sample) => [sample.format, sample.name, sample] as const))(
    '%s quotes each field where it stands: %s',
    (format, _name, { definition }) => {
      const text = source(definition);
      const { result } = readJson(text, format);
      for (const { field, at, values } of result.reading.fields) {
        const quote = text.quote(at);
        expect(quote).not.toMatch(/^["{[]|["}]$/);
        const letters = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, '');
        const last = letters(field.split('.').at(-1)!);
        const names = letters(field).includes(letters(quote)) || letters(quote).includes(last);
        // A form or page is asked about as an event, and what tells it apart is its id.
        expect(names || values.includes(`"${quote}"`) || quote === 'PAGE_VIEW').toBe(true);
      }
    },
  );
});

describe('what a vendor says and nobody knows', () => {
  it.each<[VendorFormat, unknown]>([
    ['dittofeed', { entryNode: { type: 'Telepathy', id: '1' }, nodes: [] }],
    [
      'dittofeed',
      {
        entryNode: { type: 'Trait', id: '1', path: 'a', operator: { type: 'Resembles', value: 'b' } },
        nodes: [],
      },
    ],
    ['dittofeed', { entryNode: { type: 'And', id: '1', children: ['nowhere'] }, nodes: [] }],
    [
      'dittofeed',
      {
        entryNode: { type: 'And', id: '1', children: ['2'] },
        nodes: [{ type: 'Or', id: '2', children: ['2'] }],
      },
    ],
    ['hubspot', { filterBranch: { filterBranchType: 'SOMETIMES', filters: [], filterBranches: [] } }],
    [
      'hubspot',
      { filterBranch: { filterBranchType: 'AND', filters: [{ filterType: 'AURA' }], filterBranches: [] } },
    ],
    [
      'hubspot',
      {
        filterBranch: { filterBranchType: 'AND', filters: [{ filterType: 'PROPERTY' }], filterBranches: [] },
      },
    ],
    ['klaviyo', { condition_groups: [{ conditions: [{ type: 'profile-horoscope' }] }] }],
    ['klaviyo', { condition_groups: 'all' }],
    ['braze', { AND: [{ zodiac: { comparison: 'is', value: 'leo' } }] }],
    ['customerio', { and: [{ mystery: { id: 1 } }] }],
    ['growthbook', { age: { $around: 30 } }],
    ['growthbook', { $xor: [{ a: 1 }] }],
    ['growthbook', []],
  ])('is not assessed (%s)', (format, definition) => {
    const { result } = read(definition, format);
    expect(result).toMatchObject({ ok: false, problem: { code: 'segment.invalid' } });
    expect(result.ok ? null : result.problem.at).not.toBeNull();
  });

  it('a file that bears nobody’s marks is of no kind', () => {
    expect(read({ hello: 'world' }).result).toMatchObject({
      ok: false,
      problem: { code: 'file.unknown-kind' },
    });
  });
});

describe('references and lists', () => {
  it('names the segments that are not at hand', () => {
    const { result } = read({ and: [{ segment: { id: 4 } }, { not: { segment: { id: 5 } } }] });
    expect(result.reading.unresolved).toEqual(['segments.4', 'segments.5']);
  });

  it('a list uploaded by hand is not at hand', () => {
    expect(
      read({ entryNode: { type: 'Manual', id: '1', version: 1 }, nodes: [] }).result.reading.unresolved,
    ).toHaveLength(1);
  });
});

describe('JSON', () => {
  it.each([
    ['{'],
    ['{"a" 1}'],
    ['{"a": 1,, }'],
    ['[1 2]'],
    ['{"a": 1} x'],
    ['{"a": 01}'],
    ["{'a': 1}"],
    ['{"a": 1, "a": 2}'],
    ['{"a": "\\x"}'],
    [''],
    ['nul'],
    ['"open'],
  ])('%s is refused with its place', (text) => {
    const parsed = parseJson(new SourceText('x.json', text));
    expect(parsed).toMatchObject({ ok: false, problem: { code: 'segment.invalid' } });
  });

  it('refuses deep nesting and a large file', () => {
    expect(parseJson(new SourceText('x.json', '['.repeat(50_000))).ok).toBe(false);
    expect(parseJson(new SourceText('x.json', `"${'x'.repeat(1_000_001)}"`))).toMatchObject({
      ok: false,
      problem: { code: 'file.too-large' },
    });
  });

  const plain = (node: JsonNode): unknown => {
    if (node.kind === 'object')
      return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plain(value)]));
    if (node.kind === 'array') return node.items.map(plain);
    return node.kind === 'null' ? null : node.value;
  };

  it('reads what JSON.parse reads, as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const parsed = parseJson(new SourceText('x.json', text));
        expect(parsed.ok && JSON.stringify(plain(parsed.value))).toBe(JSON.stringify(JSON.parse(text)));
      }),
      { numRuns: 200 },
    );
  });

  it('reads nothing that JSON.parse does not', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '0',
      'true',
      'null',
      ' ',
      '.5',
      'e3',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join('');
        if (!parseJson(new SourceText('x.json', text)).ok) return;
        expect(() => JSON.parse(text)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});
