import type { SensitiveCategory } from '../../kernel/categories.ts';
import type { Location } from '../../kernel/source-text.ts';
import type { Basis, Origin } from '../../kernel/vocabulary.ts';

/** One field of the data map, with what its source and dataset say filled in. */
export interface DataMapField {
  /** `dataset.field`, as `crm.customers.email`. */
  readonly name: string;
  readonly source: string;
  readonly system: string | null;
  readonly dataset: string;
  readonly subjects: string | null;
  readonly category: string | null;
  readonly origin: Origin | null;
  readonly collectedFor: readonly string[];
  readonly basis: Basis | null;
  readonly notice: string | null;
  /** ISO 8601 duration, as `P3Y`. */
  readonly retention: string | null;
  readonly systems: readonly string[];
  readonly derivedFrom: readonly string[];
  /** Reference to the consent under which a special category was given for a purpose. */
  readonly consent: string | null;
  readonly description: string | null;
  /** Who supplied the data and when it came, where it did not come from the person. */
  readonly supplier?: string | null;
  readonly acquiredAt?: string | null;
  /** Evidence (a survey, a notice test) that people expect the field to be used for a purpose. */
  readonly expected?: ReadonlyArray<{ readonly purpose: string; readonly evidence: string }>;
  /** Sensitive categories that the entry declares or that its category key stands for. */
  readonly declaredSensitive: readonly SensitiveCategory[];
  /** Sensitive categories that the field's name, description and origin betray, whatever is declared. */
  readonly seenSensitive: readonly SensitiveCategory[];
  /** Sensitive categories that the field is a known proxy of. */
  readonly proxyFor: readonly SensitiveCategory[];
  readonly at: Location;
}

export interface DataMapFact {
  readonly fields: readonly DataMapField[];
  /** The entry of a field, by `dataset.field`; case is ignored. */
  field(name: string): DataMapField | undefined;
}
