import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';

/**
 * A backup is lines of text. Those that begin with `# ` say what follows: first what the backup is, then the name of
 * each table before its rows, at last what it should come to. Every other line is a row as JSON, never read by us.
 */
export interface BackupHead {
  readonly format: 'scruple.backup/1';
  readonly madeAt: string;
  /** Checksums of the steps that made the schema, in their order. */
  readonly steps: readonly string[];
  readonly tables: readonly string[];
}

export interface BackupEnd {
  readonly rows: Readonly<Record<string, number>>;
  readonly evidence: { readonly sequence: number; readonly hash: string | null };
  /** Of all lines before this one, each with its line feed. */
  readonly sha256: string;
}

export const MARK = '# ';

/** Derived from the rows of other tables, or made by the migration itself. */
export const NOT_CARRIED: readonly string[] = [
  'migrations',
  'evidence_head',
  // Gates that follow take everything anew from the new store.
  'gate_changes',
  'gate_feed',
];

/** Problems: `backup.unreadable`. */
export function readHead(line: string): Result<BackupHead, Problem> {
  const head = readMarked(line) as Partial<BackupHead> | null;
  return head?.format === 'scruple.backup/1' && isTexts(head.steps) && isTexts(head.tables)
    ? ok(head as BackupHead)
    : fail(unreadable('it does not begin as a backup'));
}

/** The table whose rows follow, or the end. Problems: `backup.unreadable`. */
export function readMark(line: string): Result<{ readonly table: string } | BackupEnd, Problem> {
  const mark = readMarked(line) as ({ table?: unknown } & Partial<BackupEnd>) | null;
  if (typeof mark?.table === 'string') return ok({ table: mark.table });
  const isEnd =
    typeof mark?.sha256 === 'string' && typeof mark.rows === 'object' && typeof mark.evidence === 'object';
  return isEnd ? ok(mark as BackupEnd) : fail(unreadable('a line of it says nothing that a backup says'));
}

export const unreadable = (why: string): Problem =>
  problem(
    'backup.unreadable',
    `the backup cannot be read: ${why}`,
    'take another backup, or another copy of it',
  );

function readMarked(line: string): unknown {
  if (!line.startsWith(MARK)) return null;
  try {
    return JSON.parse(line.slice(MARK.length));
  } catch {
    return null;
  }
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
