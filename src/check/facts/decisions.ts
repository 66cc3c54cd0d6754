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
  /**
   * Set where the attributes came from a vault: only selection is compared there, and `hides` says that some group is
   * left out because too few people are in one of its cells.
   */
  readonly overVault?: { readonly hides: boolean };
  /** People for whom the decision was right, and those of them left out, where the file says what turned out. */
  readonly missed?: {
    readonly label: string;
    readonly groups: ReadonlyArray<{
      readonly by: Readonly<Record<string, string | null>>;
      readonly positives: number;
      readonly missed: number;
    }>;
  };
  /** How well each input of the score tells an attribute, where the file holds the inputs; area under the curve, cross-validated. */
  readonly proxies?: ReadonlyArray<{
    readonly input: string;
    readonly attribute: string;
    readonly value: string | null;
    readonly auc: number;
    readonly n: number;
  }>;
  /** Means of what people got or paid or waited, each group against all others, where the file holds amounts. */
  readonly amounts?: ReadonlyArray<{
    readonly column: string;
    readonly groups: ReadonlyArray<{
      readonly by: Readonly<Record<string, string | null>>;
      readonly n: number;
      readonly mean: number | null;
      readonly difference: number | null;
      readonly low: number | null;
      readonly high: number | null;
      readonly pValue: number | null;
    }>;
  }>;
}

export interface DecisionsFact {
  readonly counts: readonly DecisionCounts[];
  /** Scores and rules of the card whose decisions could not be counted, with the reason. */
  readonly uncounted: ReadonlyArray<{ readonly pointer: string; readonly because: string }>;
}
