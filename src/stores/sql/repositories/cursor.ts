import { problem } from '../../../kernel/problem.ts';
import { Refusal } from '../refusal.ts';

export type CursorValue = 'time' | 'number' | 'text' | 'boolean';

/** Where a page ended, as the text that the next one is asked for with. */
export const writeCursor = (sort: string, direction: string, values: readonly unknown[]): string =>
  Buffer.from(JSON.stringify([sort, direction, ...values])).toString('base64url');

/** The values in a cursor of this list and order; it comes back from outside and may hold anything. Refusals: `store.invalid-cursor`. */
export function readCursor(
  text: string,
  sort: string,
  direction: string,
  types: readonly CursorValue[],
): readonly unknown[] {
  const refusal = new Refusal(
    problem('store.invalid-cursor', 'the cursor is none of this list', 'start with the first page'),
  );
  if (text.length > 2000) throw refusal;
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw refusal;
  }
  if (!Array.isArray(read) || read.length !== types.length + 2) throw refusal;
  if (read[0] !== sort || read[1] !== direction) throw refusal;
  return types.map((type, index) => {
    const value: unknown = read[index + 2];
    if (type === 'number' && typeof value === 'number' && Number.isSafeInteger(value)) return value;
    if (type === 'boolean' && typeof value === 'boolean') return value;
    if (type === 'text' && typeof value === 'string' && !value.includes('\0')) return value;
    if (type === 'time' && typeof value === 'string') {
      const time = new Date(value);
      if (!Number.isNaN(time.getTime())) return time;
    }
    throw refusal;
  });
}
