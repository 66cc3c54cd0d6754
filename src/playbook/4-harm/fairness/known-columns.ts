/** Names under which a file of decisions may hold the decision, and the number of people that a row stands for. */
const DECISION_COLUMNS = ['decision', 'selected', 'contacted', 'offered', 'approved'];
const PEOPLE_COLUMNS = ['people', 'weight'];
/** Names under which it may hold what turned out, and what people got, paid or waited. */
const LABEL_COLUMNS = ['label', 'outcome', 'bought', 'converted', 'repaid'];
const AMOUNT_COLUMNS = ['discount', 'offer_value', 'price', 'interest_rate', 'days_waited'];

/** What the columns of a file of decisions are, where nobody says it. */
export interface KnownColumns {
  /** The first of the usual names, where none of them is there. */
  readonly decision: string;
  readonly weight: string | undefined;
  readonly label: string | undefined;
  readonly amounts: readonly string[];
}

/** Finds decision, weight, outcome and amounts by the usual names, the first of each. */
export function knownColumns(columns: readonly string[]): KnownColumns {
  const first = (names: readonly string[]) => names.find((name) => columns.includes(name));
  return {
    decision: first(DECISION_COLUMNS) ?? DECISION_COLUMNS[0]!,
    weight: first(PEOPLE_COLUMNS),
    label: first(LABEL_COLUMNS),
    amounts: AMOUNT_COLUMNS.filter((name) => columns.includes(name)),
  };
}
