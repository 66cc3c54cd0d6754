/** Three months of a year. */
export interface Quarter {
  /** As `2026-Q3`. */
  readonly name: string;
  readonly from: Date;
  /** The first moment after it. */
  readonly until: Date;
}

/** A quarter by its name; `null` for anything else. */
export function quarterNamed(name: string): Quarter | null {
  const form = /^(\d{4})-Q([1-4])$/.exec(name);
  if (form === null) return null;
  const [year, month] = [Number(form[1]), 3 * (Number(form[2]) - 1)];
  return { name, from: new Date(Date.UTC(year, month, 1)), until: new Date(Date.UTC(year, month + 3, 1)) };
}

/** The quarter that a moment lies in, in UTC. */
export const quarterOf = (at: Date): Quarter =>
  quarterNamed(`${at.getUTCFullYear()}-Q${Math.floor(at.getUTCMonth() / 3) + 1}`)!;
