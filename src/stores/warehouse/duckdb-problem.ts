import { type Problem, problem } from '../../kernel/problem.ts';

/** The engine's error in the words of the port. What it could not read, and what it may not read, are told apart. */
export function problemOf(error: unknown): Problem {
  const said = firstLine(error);
  if (/^permission error/i.test(said))
    return problem(
      'fact.not-allowed',
      'the query reads or writes what scruple.yaml does not name',
      'name the file in scruple.yaml, or allow it with --allow-path',
    );
  if (/^out of memory/i.test(said))
    return problem(
      'warehouse.unavailable',
      'the query needs more memory than it may have',
      'aggregate or filter earlier',
    );
  if (/^(?:io|connection|internal|fatal) error/i.test(said))
    return problem(
      'warehouse.unavailable',
      `the warehouse cannot be read: ${said}`,
      'check the files of the warehouse',
    );
  return problem('fact.invalid', `the query cannot run: ${said}`, 'run the query by hand and correct it');
}

export const timedOut = (limitMs: number): Problem =>
  problem(
    'warehouse.unavailable',
    `the query was ended after ${limitMs} ms`,
    'make the query faster, or raise limits.query',
  );

/** The first line of an engine's message, short enough for a terminal. */
export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]!.slice(0, 300);
