import type { SqlDialect } from '../../../../check/facts/card.ts';
import type { Query, Span } from './tree.ts';

/** What kept a parser from reading a text; `span` is in UTF-16 offsets of the text it was given. */
export interface Unread {
  readonly message: string;
  readonly hint: string;
  readonly span: Span | null;
}

export type ParsedSql =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly unread: Unread };

/**
 * The port to a SQL parser. A reader takes one statement that only reads, never throws on bad input, and refuses what it
 * does not understand in full rather than leaving a part of it out.
 */
export interface SqlReader {
  readonly name: string;
  /** Whether this is the database's own grammar, or a general one that knows many dialects. */
  readonly grammar: 'own' | 'general';
  readonly dialects: readonly SqlDialect[];
  /** Loads the parser, which `parse` else does at the first text: whoever knows that SQL will come may start early. */
  load(): Promise<unknown>;
  parse(text: string, dialect: SqlDialect): Promise<ParsedSql>;
}

export const unread = (message: string, hint: string, span: Span | null = null): ParsedSql => ({
  ok: false,
  unread: { message, hint, span },
});

export const NOT_UNDERSTOOD =
  'write the definition as one SELECT without this construct, or give the compiled SQL of a simpler form';
