import { z } from 'zod';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Reading, Told } from './intake.ts';

/** A deliverer's payload is at most this long; a longer one is refused unread. */
export const MAXIMUM_BODY_BYTES = 5 * 1024 * 1024;

export const email = z.string().min(3).max(320).includes('@');
/** A text as a store can keep it: with no control character, and no half of a character. */
export const name = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
export const phone = z
  .string()
  .min(6)
  .max(40)
  .regex(/^[+\d\s().\-/]+$/);
/** A time with its zone, from 1990 on. */
export const moment = z.iso.datetime({ offset: true }).refine((text) => Date.parse(text) >= 631_152_000_000);
/** The id of a use, as a sender puts it on a message. */
export const useId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/);
/** Since 1970. Nothing that is watched happened before 1990, and a choice from before is none. */
export const seconds = z.number().finite().min(631_152_000).max(1e11);
export const atSeconds = (value: number): Date => new Date(value * 1000);

/** Where a sender may put the id of a use: the first text that is one; nothing else is taken for it. */
export const useIn = (...candidates: readonly unknown[]): string | null => {
  for (const candidate of candidates) {
    const read = useId.safeParse(candidate);
    if (read.success) return read.data;
  }
  return null;
};

/** The first text that names a campaign in the words of the system. */
export const campaignIn = (...candidates: readonly unknown[]): string | null =>
  candidates
    .map((one) => name.safeParse(one))
    .find(({ success }) => success)
    ?.data?.trim() || null;

/** The text of a body. Problems: `intake.unreadable`. */
export function textOf(body: Uint8Array): Result<string, Problem> {
  if (body.length > MAXIMUM_BODY_BYTES)
    return unreadable(`the body is longer than ${MAXIMUM_BODY_BYTES} bytes`);
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return unreadable('the body is no text');
  }
}

/** The JSON of a body. Problems: `intake.unreadable`. */
export function jsonOf(body: Uint8Array): Result<unknown, Problem> {
  const text = textOf(body);
  if (!text.ok) return text;
  try {
    return ok(JSON.parse(text.value));
  } catch {
    return unreadable('the body is no JSON');
  }
}

export const unreadable = (message: string): Result<never, Problem> =>
  fail(problem('intake.unreadable', message, 'send what the system sends by itself'));

/** Reads entries one by one: what is not watched is counted, what cannot be read is named. */
export function readEach<T>(
  entries: readonly unknown[],
  schema: z.ZodType<T>,
  toldOf: (entry: T) => Told | null,
): Reading {
  const told: Told[] = [];
  const bad: Array<Reading['unreadable'][number]> = [];
  let ignored = 0;
  entries.forEach((entry, index) => {
    const read = schema.safeParse(entry);
    if (!read.success) {
      bad.push({ index, field: read.error.issues[0]?.path.join('.') ?? '' });
      return;
    }
    const one = toldOf(read.data);
    if (one === null) ignored += 1;
    else told.push(one);
  });
  return { told, ignored, unreadable: bad };
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
