import type { ZodError, ZodType } from 'zod';

type Path = ReadonlyArray<string | number>;

/** A way in which a value does not fit its schema, told apart as people need it. */
export type SchemaIssue =
  | { readonly type: 'unknown-key'; readonly path: Path; readonly key: string }
  | { readonly type: 'missing-key'; readonly path: Path }
  | {
      readonly type: 'invalid-value';
      readonly path: Path;
      readonly message: string;
      readonly value: unknown;
      readonly allowed: readonly string[];
    };

interface Definition {
  readonly type: string;
  readonly innerType?: ZodType;
  readonly element?: ZodType;
  readonly valueType?: ZodType;
  readonly shape?: Record<string, ZodType>;
  readonly options?: readonly ZodType[];
  readonly in?: ZodType;
}

const definitionOf = (schema: ZodType): Definition => schema._zod.def as unknown as Definition;

type RawIssue = ZodError['issues'][number] & { input?: unknown };

/** The issues of a failed parse. Of a union the option that fits best speaks, so that one mistake gives one issue. */
export function schemaIssues(error: ZodError, schema: ZodType, path: Path = []): SchemaIssue[] {
  return error.issues.flatMap((issue) => toIssues(issue as RawIssue, schema, path));
}

function toIssues(issue: RawIssue, schema: ZodType, parent: Path): SchemaIssue[] {
  const path = [...parent, ...(issue.path as Array<string | number>)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ type: 'unknown-key', path, key }));
    case 'invalid_union': {
      const branches = issue.errors
        .map((issues) => issues.flatMap((one) => toIssues(one as RawIssue, schema, path)))
        .filter((found) => found.length > 0);
      const speaksOf = (found: SchemaIssue[]): number =>
        Math.max(...found.map((one) => one.path.length + (one.type === 'unknown-key' ? 1 : 0)));
      const deepest = branches.sort((a, b) => speaksOf(b) - speaksOf(a) || a.length - b.length)[0];
      if (deepest !== undefined && speaksOf(deepest) > path.length) return deepest;
      return [
        {
          type: 'invalid-value',
          path,
          message: 'the value has none of the forms that are understood',
          value: undefined,
          allowed: [],
        },
      ];
    }
    case 'invalid_type':
      if (issue.input === undefined) return [{ type: 'missing-key', path }];
      return [
        {
          type: 'invalid-value',
          path,
          message: issue.input === null ? 'there is no value' : `expected ${formOf(issue.expected)}`,
          value: issue.input,
          allowed: [],
        },
      ];
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      if (issue.input === undefined) return [{ type: 'missing-key', path }];
      return [
        { type: 'invalid-value', path, message: 'not one of the known values', value: issue.input, allowed },
      ];
    }
    default:
      return [
        {
          type: 'invalid-value',
          path,
          message: issue.message.charAt(0).toLowerCase() + issue.message.slice(1),
          value: issue.input,
          allowed: [],
        },
      ];
  }
}

const FORMS: Readonly<Record<string, string>> = {
  object: 'keys with values',
  record: 'keys with values',
  array: 'a list',
  string: 'text, in quotes where it looks like a number or a date',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};
const formOf = (type: string): string => FORMS[type] ?? type;

/** The keys that a schema takes at a path, over all options of unions. */
export function acceptsKeys(schema: ZodType, path: Path): string[] {
  const definition = definitionOf(schema);
  if (definition.options !== undefined)
    return [...new Set(definition.options.flatMap((option) => acceptsKeys(option, path)))];
  if (definition.innerType !== undefined) return acceptsKeys(definition.innerType, path);
  if (definition.in !== undefined) return acceptsKeys(definition.in, path);
  const [first, ...rest] = path;
  if (first === undefined) return definition.shape === undefined ? [] : Object.keys(definition.shape);
  const next = definition.element ?? definition.valueType ?? definition.shape?.[String(first)];
  return next === undefined ? [] : acceptsKeys(next, rest);
}
