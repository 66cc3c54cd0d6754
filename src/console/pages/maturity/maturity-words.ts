import type { Maturity } from '../../api/client.ts';

export type Practice = Maturity['practices'][number];
export type Requirement = Practice['levels'][number]['requires'][number];

const dates = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
export const LEVELS = 5;

/** What was seen of a requirement. */
export function seen({ standing, value, of, unit, kind, query }: Requirement): string {
  if (value === null || standing === 'unknown') {
    if (kind === 'attested') return 'Nobody signed for it';
    return query === null ? 'Nobody looked' : 'Cannot tell: there is nothing to count yet';
  }
  return `${inUnit(value, unit)}${of === null ? '' : ` of ${of}`}`;
}

/** What has to be seen. */
export const needed = ({ atLeast, atMost, unit }: Requirement): string =>
  atLeast === null ? `at most ${inUnit(atMost ?? 0, unit)}` : `at least ${inUnit(atLeast, unit)}`;

function inUnit(value: number, unit: Requirement['unit']): string {
  if (unit === 'share') return `${Number((100 * value).toFixed(1))} %`;
  const number = Number(value.toFixed(1));
  return unit === 'days' ? `${number} ${number === 1 ? 'day' : 'days'}` : String(number);
}

export const STANDINGS = {
  met: { word: 'met', mark: 'allow' },
  'not-met': { word: 'not met', mark: 'review' },
  stale: { word: 'too old', mark: 'review' },
  unknown: { word: 'cannot tell', mark: 'none' },
} as const;

/** What the chart of days shows, in words. */
export function trendInWords({ trend, practices }: Maturity): string {
  const [first, last] = [trend[0], trend.at(-1)];
  if (first === undefined || last === undefined) return '';
  const day = (text: string): string => dates.format(new Date(text));
  if (first === last)
    return `One day was kept, ${day(first.day)}: ${levelsInWords(first.levels, practices)}.`;
  const moved = practices.flatMap(({ title }, index) => {
    const [from, to] = [first.levels[index]!, last.levels[index]!];
    return from === to ? [] : [`${title} from ${from} to ${to}`];
  });
  const what = moved.length === 0 ? 'no practice stands at another level' : moved.join(', ');
  return `${trend.length} days were kept. Between ${day(first.day)} and ${day(last.day)} ${moved.length === 0 ? what : `moved: ${what}`}.`;
}

const levelsInWords = (levels: readonly number[], practices: readonly Practice[]): string =>
  practices.map(({ title }, index) => `${title} ${levels[index]}`).join(', ');
