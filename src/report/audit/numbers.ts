/** Numbers as people read them in a report: a rate with one decimal, people in thousands, a p-value to two digits. */

export const percent = (rate: number | null, digits = 1): string =>
  rate === null ? 'none' : `${(100 * rate).toFixed(digits)} %`;

export const range = (interval: readonly [number | null, number | null] | null, digits = 1): string => {
  if (interval === null) return 'no interval';
  const [low, high] = interval.map((end) => (end === null ? '∞' : (100 * end).toFixed(digits)));
  return `${low}–${high} %`;
};

export const count = (people: number | null): string =>
  people === null ? 'not shown' : (Math.round(people * 10) / 10).toLocaleString('en-US');

export const decimal = (value: number | null, digits = 2): string =>
  value === null ? 'none' : value.toFixed(digits);

/** Two ends of an amount; a dash between negative numbers would read as a minus. */
export const between = (interval: readonly [number | null, number | null] | null, digits = 2): string =>
  interval === null
    ? ''
    : interval
        .map((end) => decimal(end, digits))
        .join(interval.some((end) => end !== null && end < 0) ? ' to ' : '–');

/** A p-value to two digits, from its logarithm, so that the smallest stays readable. */
export function pValue(log: number | null): string {
  if (log === null) return 'none';
  // Tails of means are not taken as logarithms, and end where doubles do.
  if (log === -Infinity) return '< 1e-300';
  const tens = Math.floor(log / Math.LN10);
  return tens >= -3 ? Math.exp(log).toPrecision(2) : `${Math.exp(log - tens * Math.LN10).toFixed(1)}e${tens}`;
}

/** People of a group as `sex “f” and race “b”`. */
export const named = (by: Readonly<Record<string, string | null>>): string =>
  Object.entries(by)
    .map(([name, value]) => `${name} ${value === null ? 'not known' : `“${value}”`}`)
    .join(' and ');

/** The values of a group alone, for tables whose head names the attributes. */
export const valuesOf = (by: Readonly<Record<string, string | null>>): string =>
  Object.values(by)
    .map((value) => value ?? '(empty)')
    .join(' · ');
