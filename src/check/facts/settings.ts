import type { SensitiveCategory } from '../../kernel/categories.ts';
import type { Jurisdiction } from '../../kernel/vocabulary.ts';

/** What scruple.yaml says that checks may depend on. */
export interface SettingsFact {
  readonly organisation: string;
  readonly jurisdictions: readonly Jurisdiction[];
  /** Attributes by which audits compare people, as `age_band`. */
  readonly auditGroups: readonly string[];
  /** Sensitive categories that the organisation exists to serve, each with its ground. */
  readonly missions: ReadonlyArray<{ readonly category: SensitiveCategory; readonly ground: string }>;
  /** Purposes that the organisation declared beside the taxonomy, each under a parent. */
  readonly purposes: ReadonlyArray<{ readonly key: string; readonly under: string }>;
}
