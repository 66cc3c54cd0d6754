import type { Location } from '../../kernel/source-text.ts';

/** A named, owned, dated exception. At most two renewals. */
export interface Waiver {
  readonly id: string;
  readonly check: string;
  readonly use: string;
  readonly reason: string;
  readonly owner: string;
  readonly until: string;
  readonly renewals: number;
  readonly at: Location;
}

/** What became of the waivers of a use: filled in by the engine after the other checks have run. */
export interface WaiversFact {
  readonly waivers: ReadonlyArray<{
    readonly waiver: Waiver;
    readonly state: 'in-force' | 'expired' | 'unused' | 'renewed-too-often' | 'owned-by-use';
  }>;
}
