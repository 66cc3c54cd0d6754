import type { AudienceReading, FieldUse } from '../../../check/facts/audience.ts';
import type { SqlDialect } from '../../../check/facts/card.ts';
import type { SensitiveCategory } from '../../../kernel/categories.ts';
import type { Problem } from '../../../kernel/problem.ts';

/** A field use before anybody has said how sensitive it is. */
export type RawUse = Omit<FieldUse, 'sensitive' | 'proxyFor'>;

export type AudienceFormat = AudienceReading['format'];

/** What one format's reader found. */
export interface RawReading {
  readonly fields: readonly RawUse[];
  readonly unresolved: readonly string[];
  readonly namedPeople: number | null;
}

export interface Sensitivity {
  readonly sensitive: readonly SensitiveCategory[];
  readonly proxyFor: readonly SensitiveCategory[];
}

/** Says what a field, its JSON key and its values stand for: the lexicon and the data map answer. */
export type Classify = (field: string, jsonPath: string | null, values: readonly string[]) => Sensitivity;

export interface ReadAudienceOptions {
  readonly dialect?: SqlDialect;
  readonly format?: AudienceFormat;
  /** Table → columns. */
  readonly schema?: Readonly<Record<string, readonly string[]>>;
  readonly classify?: Classify;
}

export const emptyReading: RawReading = { fields: [], unresolved: [], namedPeople: null };

export type FormatResult =
  | { readonly ok: true; readonly reading: RawReading }
  | { readonly ok: false; readonly problem: Problem; readonly reading: RawReading };

export const notRead = (problem: Problem, reading: RawReading = emptyReading): FormatResult => ({
  ok: false,
  problem,
  reading,
});
