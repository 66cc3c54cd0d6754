/** Counted decisions by audit group: integers alone, never rows. */
export interface DecisionCounts {
  readonly score: string;
  readonly pointer: string;
  readonly source: string;
  readonly groups: ReadonlyArray<{
    readonly by: Readonly<Record<string, string | null>>;
    readonly n: number;
    readonly selected: number;
  }>;
}

export interface DecisionsFact {
  readonly counts: readonly DecisionCounts[];
  /** Scores and rules of the card whose decisions could not be counted, with the reason. */
  readonly uncounted: ReadonlyArray<{ readonly pointer: string; readonly because: string }>;
}
