import type { SensitiveCategory } from '../../kernel/categories.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Location } from '../../kernel/source-text.ts';
import type { SqlDialect } from './card.ts';

/** Every role but `output` decides who is a member. */
export type FieldRole = 'include' | 'exclude' | 'rank' | 'join' | 'output';

/** A field that a definition touches, and how. A field with two roles stands twice. */
export interface FieldUse {
  /** Named as in the schema, as `crm.customers.postcode`; for vendor formats as contract.md §3 says. */
  readonly field: string;
  readonly role: FieldRole;
  /** The key inside a JSON column, as `$.religion`. */
  readonly jsonPath: string | null;
  /** Through which names the field reaches its place: table, subquery, common table expression. */
  readonly path: readonly string[];
  /** The literals it is compared with, as they are written. */
  readonly values: readonly string[];
  /**
   * What is written from the field on, at most 60 characters, as `age < 18 and …`; absent where a format has no such
   * text. It tells `age < 18` from `age >= 18`.
   */
  readonly comparison?: string;
  /** Sensitive categories that the field, its JSON key or its values stand for. */
  readonly sensitive: readonly SensitiveCategory[];
  /** Sensitive categories that the field or its values are a known proxy of. */
  readonly proxyFor: readonly SensitiveCategory[];
  readonly at: Location;
}

export interface AudienceReading {
  readonly id: string;
  readonly file: string | null;
  readonly dialect: SqlDialect | null;
  readonly format:
    | 'sql'
    | 'rules'
    | 'dittofeed'
    | 'hubspot'
    | 'klaviyo'
    | 'braze'
    | 'customerio'
    | 'growthbook'
    | 'prose'
    | 'list';
  readonly assessed: boolean;
  readonly problem: Problem | null;
  readonly fields: readonly FieldUse[];
  /** Other segments or tables that are referred to and not at hand. */
  readonly unresolved: readonly string[];
  /** How many people the definition names one by one (a list, an IN over ids), where it does. */
  readonly namedPeople: number | null;
}

/** How many people a warehouse counted, or why nobody could. The number itself must never be shown: it tells of people. */
export type PeopleCount =
  | { readonly known: true; readonly count: number }
  | { readonly known: false; readonly because: string };

/** One definition that decides who is reached, left out, ranked or judged. */
export interface AudiencePart {
  /** `segment`, `exclude` and `defined-by` come from `audience`, `rule` from `rules[index]`. */
  readonly part: 'segment' | 'exclude' | 'defined-by' | 'rule';
  /** Path in the card, as `/rules/0`. */
  readonly pointer: string;
  readonly reading: AudienceReading;
  readonly whole: Location;
  /** How many people it finds now; absent where nobody was to count. */
  readonly people?: PeopleCount;
}

export interface AudienceFact {
  readonly parts: readonly AudiencePart[];
}
