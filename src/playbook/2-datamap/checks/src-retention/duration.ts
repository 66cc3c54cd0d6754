const DURATION = /^P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T.*)?$/;

/** Days in an ISO 8601 duration, a year as 365.25 and a month as a twelfth of it; `null` for another text. */
export function daysIn(duration: string): number | null {
  const found = DURATION.exec(duration);
  if (found === null) return null;
  const [years, months, weeks, days] = found.slice(1).map((part) => Number(part ?? 0));
  return years! * 365.25 + (months! * 365.25) / 12 + weeks! * 7 + days!;
}
