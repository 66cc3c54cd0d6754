import { type Problem, problem } from '../../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { SourceText } from '../../../../kernel/source-text.ts';

export interface PreparedSql {
  /** The same length as the source, so that every offset in it is an offset in the source. */
  readonly text: string;
  /** The models and sources that templates refer to. */
  readonly references: readonly string[];
}

/** Definitions above this many characters are refused. */
export const MAXIMUM_SQL = 1_000_000;
const TAG = /\{\{-?([^{}]*(?:\{[^{}]*\}[^{}]*)*)-?\}\}|\{%-?[^%]*-?%\}|\{#[^#]*(?:#(?!\})[^#]*)*#\}/g;

/**
 * Puts SQL in the place of the few Jinja expressions that name a table or a value (`ref`, `source`, `var`, `this`,
 * `config`, comments), keeping every offset. Anything else that is templated cannot be read before it is compiled.
 * Problems: `file.too-large`, `segment.invalid`.
 */
export function prepareSql(source: SourceText): Result<PreparedSql, Problem> {
  if (source.text.length > MAXIMUM_SQL)
    return fail(
      problem(
        'file.too-large',
        `the definition has ${source.text.length} characters, more than ${MAXIMUM_SQL}`,
        'move long lists of values into a table and join it',
        source.location(0, 0),
      ),
    );
  const text = source.text.replace(/\ufeff/g, ' ').replaceAll('\0', ' ');
  if (!/\{[{%#]/.test(text)) return ok({ text, references: [] });
  const references: string[] = [];
  let unknown: { at: number; tag: string } | null = null;
  const replaced = text.replace(TAG, (tag: string, inner: string | undefined, at: number) => {
    if (tag.startsWith('{#')) return blank(tag);
    const value =
      inner === undefined ? null : templated(inner, tag.length, references, insideString(text, at));
    if (value === null) unknown ??= { at, tag };
    return value === null ? blank(tag) : value + blank(tag.slice(value.length));
  });
  const leftover = /\{[{%#]/.exec(replaced);
  const found =
    (unknown as { at: number; tag: string } | null) ??
    (leftover === null ? null : { at: leftover.index, tag: leftover[0] });
  if (found !== null)
    return fail(
      problem(
        'segment.invalid',
        `the template \`${found.tag.length > 60 ? `${found.tag.slice(0, 60)}…` : found.tag}\` must be compiled before the SQL can be read`,
        'point the card at the compiled SQL, as dbt writes it to target/compiled',
        source.location(found.at, found.at + found.tag.length),
      ),
    );
  return ok({ text: replaced, references });
}

const blank = (text: string): string => text.replace(/[^\n\r]/g, ' ');

/** An odd number of quotes on the line before means that the tag stands inside a string, where any text will do. */
const insideString = (text: string, at: number): boolean => {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).replace(TAG, '');
  return (before.split("'").length - 1) % 2 === 1;
};

const WORD = /^[A-Za-z_][\w$]*$/;

/** SQL for the inside of a tag, no longer than the tag; null when it is not one of the forms that are understood. */
function templated(inner: string, room: number, references: string[], quoted: boolean): string | null {
  const call = /^\s*([A-Za-z_][\w.]*)\s*(?:\(([\s\S]*)\))?\s*$/.exec(inner);
  if (call === null) return null;
  const [, name, given] = call as unknown as [string, string, string | undefined];
  const strings =
    given === undefined
      ? []
      : [...given.matchAll(/'([^']*)'|"([^"]*)"/g)].map((match) => match[1] ?? match[2] ?? '');
  const fits = (sql: string | null): string | null => (sql !== null && sql.length <= room ? sql : null);
  if (name === 'config' && given !== undefined) return '';
  if ((name === 'ref' || name === 'source') && given !== undefined) {
    if (strings.length === 0 || !strings.every((part) => WORD.test(part))) return null;
    const table = name === 'ref' ? strings.at(-1)! : strings.join('.');
    references.push(table);
    return fits(table);
  }
  if (name === 'this') return fits('this');
  if (name === 'var' && strings.length >= 1) return quoted ? '_'.repeat(room) : `'${' '.repeat(room - 2)}'`;
  if (/^target\.\w+$/.test(name) || name === 'env_var')
    return quoted ? '_'.repeat(room) : fits(name.replace('.', '_'));
  if (/^dbt\.type_\w+$/.test(name)) return fits('text');
  return /^dbt(?:_utils)?\.\w+$/.test(name) && given !== undefined ? macroCall(inner) : null;
}

const PARTS = /^(?:year|quarter|month|week|day|hour|minute|second)$/i;

/**
 * The cross-database macros of dbt take SQL as strings: `dbt.datediff("t.at", dbt.current_timestamp(), "day")` is a
 * function over the column `t.at`. Every character keeps its place.
 */
function macroCall(inner: string): string | null {
  const sql = inner
    .replace(/'([^']*)'|"([^"]*)"/g, (_, single: string | undefined, double: string | undefined) => {
      const text = single ?? double ?? '';
      return PARTS.test(text) ? `'${text}'` : `(${text})`;
    })
    .replace(/\bdbt(?:_utils)?\.(?=\w+\s*\()/g, (prefix) => prefix.replace('.', '_'));
  return /^[\w\s.,()'"*+/=<>:-]*$/.test(sql) ? `  ${sql}` : null;
}
