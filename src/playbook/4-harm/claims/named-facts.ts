import { z } from 'zod';
import { isExistingDate } from '../../../kernel/existing-date.ts';
import type { Problem } from '../../../kernel/problem.ts';
import type { Location, SourceText } from '../../../kernel/source-text.ts';
import { pointerOf, readYaml } from '../../../kernel/yaml-document.ts';

const text = z.string().trim().min(1, 'expected some text');
const instant = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/,
    'expected a time with its zone as 2026-12-06T23:59:00Z, or a day',
  )
  .refine(isExistingDate, 'expected a time that exists');
const duration = z
  .string()
  .regex(
    /^P(?=[\dT])(?:\d{1,4}W)?(?:\d{1,4}D)?(?:T(?=\d)(?:\d{1,5}H)?(?:\d{1,6}M)?(?:\d{1,7}S)?)?$/,
    'expected a duration as PT15M or P1D',
  );
const zone = z.string().refine(isTimeZone, 'expected a time zone as Europe/Berlin');
const sql = text.max(100_000, 'expected a query of at most 100,000 characters');
const owner = text.describe('Who answers for the fact; not the owner of a use that relies on it.');

const deadline = z.strictObject({
  type: z.literal('deadline'),
  at: instant.describe('When the offer ends; a day without a time holds to its end, in UTC.'),
  offer: text.optional().describe('The offer that ends; its history is kept across uses and versions.'),
  zone: zone
    .optional()
    .describe('Where the day of the deadline is counted, where that is not the offset of `at`.'),
  owner,
});
const query = z.strictObject({
  type: z.literal('query'),
  warehouse: text,
  sql: sql.describe(
    'One SELECT that gives one row: the value, and optionally the time when it was measured.',
  ),
  fresh: duration.optional().describe('How old the measured time may be; default PT15M.'),
  offer: text.optional(),
  owner,
});
const priceHistory = z.strictObject({
  type: z.literal('price-history'),
  warehouse: text,
  sql: sql.describe('One SELECT that gives two columns: when a price began to hold, and the price.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'expected a currency as EUR')
    .optional(),
  owner,
});
const http = z.strictObject({
  type: z.literal('http'),
  url: z.url({ protocol: /^https?$/, message: 'expected an address as https://host/path' }),
  pointer: z
    .string()
    .regex(/^(?:\/.*)?$/s, 'expected a JSON pointer as /average')
    .describe('Where the value stands in the answer, as a JSON pointer.'),
  fresh: duration.optional().describe('How old the answer may be by its own Date; default P1D.'),
  offer: text.optional(),
  owner,
});

const namedFact = z.discriminatedUnion('type', [deadline, query, priceHistory, http]);

/** The schema of facts.yaml: facts by name. */
export const factsSchema = z.record(z.string().min(1), namedFact).nullable();

export type DeclaredFact = z.infer<typeof namedFact>;

/** A fact of facts.yaml with its name and place. One that is declared wrongly stays known as `invalid`. */
export type NamedFact = (DeclaredFact | { readonly type: 'invalid'; readonly owner?: undefined }) & {
  readonly name: string;
  readonly place: Location;
};

export type NamedFacts = ReadonlyMap<string, NamedFact>;

/**
 * Reads facts.yaml. A mistake in one fact leaves the others readable. Problems: `yaml.*`, `config.*`.
 */
export function readNamedFacts(source: SourceText): {
  readonly facts: NamedFacts;
  readonly problems: readonly Problem[];
} {
  const strict = readYaml(source, factsSchema);
  const loose = strict.value ?? readYaml(source, z.record(z.string(), z.unknown()).nullable()).value ?? {};
  const facts = new Map<string, NamedFact>();
  for (const [name, entry] of Object.entries(loose)) {
    const parsed = namedFact.safeParse(entry);
    const where = { name, place: strict.keyAt(pointerOf([name])) };
    facts.set(name, parsed.success ? { ...parsed.data, ...where } : { type: 'invalid', ...where });
  }
  return { facts, problems: strict.problems };
}

/** Milliseconds of a duration as `PT15M` or `P1D`. */
export function durationMs(text: string): number {
  const [, weeks, days, hours, minutes, seconds] =
    /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text) ?? [];
  const count = (part: string | undefined): number => Number(part ?? 0);
  return (
    (((count(weeks) * 7 + count(days)) * 24 + count(hours)) * 3600 + count(minutes) * 60 + count(seconds)) *
    1000
  );
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
