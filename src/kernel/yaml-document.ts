import {
  type Document,
  type ErrorCode,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import type { ZodType } from 'zod';
import { nearest, type Problem, problem } from './problem.ts';
import { acceptsKeys, type SchemaIssue, schemaIssues } from './schema-issues.ts';
import type { Location, SourceText } from './source-text.ts';

/** Deeper nesting, or more characters, than any file that a person wrote. */
const MAXIMUM_DEPTH = 64;
const MAXIMUM_CHARACTERS = 2_000_000;
const MAXIMUM_ALIASES = 100;

/** A YAML file as data, with the way back from each value to its place. */
export interface YamlDocument<T> {
  /** The parsed and validated value, or `null` where problems kept it from being. */
  readonly value: T | null;
  readonly problems: readonly Problem[];
  /** Location of the value at a JSON pointer as `/audience/segment`, or of its nearest parent that exists. */
  at(pointer: string): Location;
  /** Location of the key of the value at a JSON pointer; of the value itself where it has no key. */
  keyAt(pointer: string): Location;
}

/**
 * Parses YAML 1.2 and validates it against a schema. Problems: `yaml.*`, and `<area>.unknown-key`,
 * `<area>.invalid-value`, `<area>.missing-key` with the place and a suggestion.
 */
export function readYaml<T>(
  source: SourceText,
  schema: ZodType<T>,
  area: 'config' | 'card' = 'config',
): YamlDocument<T> {
  const refused = refuse(source);
  if (refused !== null)
    return { value: null, problems: [refused], at: () => firstLine(source), keyAt: () => firstLine(source) };

  const document = parseDocument(source.text, { lineCounter: new LineCounter(), prettyErrors: false });
  const places = { at: locator(source, document, 'value'), keyAt: locator(source, document, 'key') };
  const syntax = syntaxProblems(source, document);
  if (syntax.length > 0) return { value: null, problems: syntax, ...places };

  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: MAXIMUM_ALIASES });
  } catch {
    const message = `the aliases expand to more than ${MAXIMUM_ALIASES} nodes, or point nowhere`;
    return {
      value: null,
      problems: [problem('yaml.too-deep', message, 'write the values out', firstLine(source))],
      ...places,
    };
  }
  const parsed = schema.safeParse(plain, { reportInput: true });
  if (parsed.success) return { value: parsed.data, problems: [], ...places };
  const problems = eachMistakeOnce(schemaIssues(parsed.error, schema), schema).map((issue) =>
    toProblem(issue, schema, area, places),
  );
  return { value: null, problems, ...places };
}

const MENDS: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  BAD_INDENT: 'indent this line like its neighbours',
  BLOCK_AS_IMPLICIT_KEY: 'indent this line and the next ones alike, or put the text in quotes',
  MISSING_CHAR: 'add the sign that is missing here or before',
};

/** Every key that stands twice, and the first other mistake: what the parser says behind one only follows from it. */
function syntaxProblems(source: SourceText, { errors }: Document): Problem[] {
  const [first] = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  return errors.flatMap((error) => {
    const [start, end] = error.pos;
    if (error.code === 'DUPLICATE_KEY') {
      const key = /^[^:\n]{1,200}/.exec(source.text.slice(start))?.[0].trimEnd() ?? '';
      const at = source.location(start, start + key.length);
      return [
        problem('yaml.duplicate-key', `the key \`${key}\` stands here twice`, 'keep one of the two', at),
      ];
    }
    if (error !== first) return [];
    const message = lowerFirst(error.message.split('\n')[0]!.replace(/\.$/, ''));
    const mend = MENDS[error.code] ?? 'mend the YAML at this place';
    return [problem('yaml.invalid', message, mend, source.location(start, end))];
  });
}

/** A key that is misspelt is unknown and missing at once: it is one mistake, and the unknown key is its place. */
function eachMistakeOnce(issues: readonly SchemaIssue[], schema: ZodType): SchemaIssue[] {
  const meant = new Set(
    issues.flatMap((issue) => {
      if (issue.type !== 'unknown-key') return [];
      const near = nearest(issue.key, acceptsKeys(schema, issue.path));
      return near === undefined ? [] : [pointerOf([...issue.path, near])];
    }),
  );
  return issues.filter((issue) => issue.type !== 'missing-key' || !meant.has(pointerOf(issue.path)));
}

function toProblem(
  issue: SchemaIssue,
  schema: ZodType,
  area: 'config' | 'card',
  places: Pick<YamlDocument<unknown>, 'at' | 'keyAt'>,
): Problem {
  const name = issue.path.join('.');
  switch (issue.type) {
    case 'unknown-key': {
      const near = nearest(issue.key, acceptsKeys(schema, issue.path));
      const key = [...issue.path, issue.key];
      return problem(
        `${area}.unknown-key`,
        `unknown key \`${key.join('.')}\``,
        near === undefined
          ? `remove it; known keys are ${acceptsKeys(schema, issue.path).join(', ')}`
          : `write \`${near}\``,
        places.keyAt(pointerOf(key)),
      );
    }
    case 'missing-key':
      return problem(
        `${area}.missing-key`,
        `\`${name}\` is missing`,
        `add \`${issue.path.at(-1)}\``,
        places.at(pointerOf(issue.path.slice(0, -1))),
      );
    case 'invalid-value': {
      const near = typeof issue.value === 'string' ? nearest(issue.value, issue.allowed) : undefined;
      const hint =
        near !== undefined
          ? `write \`${near}\``
          : issue.allowed.length > 0
            ? `use one of ${issue.allowed.join(', ')}`
            : issue.message.startsWith('expected ')
              ? issue.message.replace('expected', 'write')
              : issue.value === null
                ? name === ''
                  ? 'fill it, or remove it'
                  : 'write a value, or remove the key'
                : 'give a value of the documented form';
      return problem(
        `${area}.invalid-value`,
        name === ''
          ? issue.value === null
            ? 'the file is empty'
            : issue.message
          : `\`${name}\`: ${issue.message}`,
        hint,
        places.at(pointerOf(issue.path)),
      );
    }
  }
}

export const pointerOf = (path: ReadonlyArray<string | number>): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const pathOf = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

function locator(
  source: SourceText,
  document: Document,
  what: 'key' | 'value',
): (pointer: string) => Location {
  return (pointer) => {
    let node: unknown = document.contents;
    let found: Node | null = null;
    const path = pathOf(pointer);
    for (const [depth, part] of path.entries()) {
      if (!isCollection(node)) break;
      const isLast = depth === path.length - 1;
      const pair = isMap(node)
        ? node.items.find(({ key }) => isScalar(key) && String(key.value) === part)
        : undefined;
      if (isLast && what === 'key' && isNode(pair?.key)) return rangeOf(source, pair.key);
      const next: unknown = isMap(node) ? pair?.value : node.items[Number(part)];
      if (next === null || next === undefined) {
        if (isNode(pair?.key)) found = pair.key;
        break;
      }
      node = next;
      if (isNode(node)) found = node;
    }
    return found === null ? firstLine(source) : rangeOf(source, found);
  };
}

function rangeOf(source: SourceText, node: Node): Location {
  if (!node.range) return firstLine(source);
  const [start, end] = node.range;
  // A block collection ends behind its last line break: people look at its first line.
  const first = source.text.slice(start, end).split('\n')[0]!.trimEnd();
  return source.location(start, start + first.length);
}

export const firstLine = (source: SourceText): Location => source.location(0, source.line(1).length);

function refuse(source: SourceText): Problem | null {
  const { text } = source;
  if (text.length > MAXIMUM_CHARACTERS)
    return problem(
      'file.too-large',
      `the file has more than ${MAXIMUM_CHARACTERS} characters`,
      'split it',
      firstLine(source),
    );
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === 0x5b || character === 0x7b) depth += 1;
    else if (character === 0x5d || character === 0x7d) depth = Math.max(0, depth - 1);
    if (depth > MAXIMUM_DEPTH) return tooDeep(source, index);
  }
  // Block nesting shows as indentation, one level for each column at the most, or as `- - - -` on one line.
  for (const match of text.matchAll(/^[ \t]*(?:[-?:][ \t]+)*/gm)) {
    if (match[0].length > 4 * MAXIMUM_DEPTH && text[match.index + match[0].length] !== '\n')
      return tooDeep(source, match.index);
  }
  return null;
}

const tooDeep = (source: SourceText, index: number): Problem =>
  problem(
    'yaml.too-deep',
    `the file nests deeper than ${MAXIMUM_DEPTH} levels`,
    'write it flatter',
    source.location(index, index + 1),
  );

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
