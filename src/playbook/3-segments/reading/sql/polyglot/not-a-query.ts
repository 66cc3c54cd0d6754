/** What the parser's tree says that a query of people cannot say, as a data change inside a CTE. */
export class NotAQuery extends Error {
  readonly kind: string;
  constructor(kind: string) {
    super(kind);
    this.kind = kind;
  }
}
