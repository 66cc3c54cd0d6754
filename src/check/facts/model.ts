import type { SensitiveCategory } from '../../kernel/categories.ts';
import type { Location } from '../../kernel/source-text.ts';
import type { ScoreReference } from './card.ts';

/** A feature found in a model file. */
export interface ModelFeature {
  readonly name: string;
  /** The data map field it is read from, where that can be told. */
  readonly field: string | null;
  readonly sensitive: readonly SensitiveCategory[];
  readonly proxyFor: readonly SensitiveCategory[];
  readonly at: Location;
}

export interface ScoreModel {
  readonly score: ScoreReference;
  /** Path in the card, as `/scores/0`. */
  readonly pointer: string;
  /** `null` when no model file is given or it cannot be read. */
  readonly features: readonly ModelFeature[] | null;
  /** What kind of model the file holds, as `linear`, `xgboost`, `prompt`. */
  readonly type: string | null;
  /**
   * Why single decisions of the model cannot be explained exactly; `null` where they can. Absent for a prompt, and where
   * no model file was read.
   */
  readonly unexplained?: string | null;
}

export interface ModelsFact {
  readonly models: readonly ScoreModel[];
}
