import type { Location } from '../../kernel/source-text.ts';

/** A boundary that spoke about the use. */
export interface BoundaryAnswer {
  readonly id: string;
  readonly effect: 'forbid' | 'permit';
  readonly because: string;
  readonly instead: string;
  readonly norms: readonly string[];
  readonly at: Location;
}

export interface BoundariesFact {
  /** Forbidding boundaries that match, by id. Forbid wins; their order means nothing. */
  readonly forbidding: readonly BoundaryAnswer[];
  /** Boundaries that could not be evaluated for this use, with the reason. */
  readonly unanswered: ReadonlyArray<{ readonly id: string; readonly because: string }>;
  /** How many boundaries are in force. */
  readonly count: number;
}
