import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';

const YES = new Set(['1', 'true', 'yes']);
const NO = new Set(['0', 'false', 'no']);

/** Whether a value of the file is the favourable one; `null` for an empty cell. */
export type ReadsFavourable = (value: string | null) => boolean | null;

/**
 * How to read a column of two outcomes. With `favourable` named, that value is favourable and every other is not;
 * without it 1/0, true/false and yes/no in any case are understood.
 * Problem `usage.invalid`, which lists the values seen, where that leaves any value unread.
 */
export function readFavourable(
  column: string,
  seen: Iterable<string | null>,
  favourable: string | undefined,
  option: string,
): Result<ReadsFavourable, Problem> {
  const values = [...new Set(seen)].filter((value) => value !== null).sort();
  const isPlain = (value: string): boolean => YES.has(value.toLowerCase()) || NO.has(value.toLowerCase());
  if (favourable !== undefined) {
    // Where everybody was refused the favourable value stands nowhere; in another spelling it does, and is meant.
    const means = (value: string): boolean => YES.has(value.toLowerCase());
    const absentYetPlain =
      isPlain(favourable) && values.every((value) => isPlain(value) && means(value) !== means(favourable));
    if (values.length > 0 && !values.includes(favourable) && !absentYetPlain)
      return fail(
        problem(
          'usage.invalid',
          `\`${favourable}\` is no value of \`${column}\`; seen: ${listed(values)}`,
          `name one of these with ${option}`,
        ),
      );
    return ok((value) => (value === null ? null : value === favourable));
  }
  if (!values.every(isPlain))
    return fail(
      problem(
        'usage.invalid',
        `which value of \`${column}\` is the favourable one cannot be told; seen: ${listed(values)}`,
        `name it with ${option}`,
      ),
    );
  return ok((value) => (value === null ? null : YES.has(value.toLowerCase())));
}

/** The first values in backticks, each cut to a readable length. */
export function listed(values: readonly string[]): string {
  const shown = values
    .slice(0, 12)
    .map((value) => `\`${value.length > 40 ? `${value.slice(0, 40)}…` : value}\``);
  return shown.join(', ') + (values.length > 12 ? ` and ${values.length - 12} more` : '');
}
