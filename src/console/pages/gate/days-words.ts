import type { GateDays } from '../../api/client.ts';

type Told = number | null;

const numbers = new Intl.NumberFormat('en');
const dates = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** A number of decisions; of few it is not told how many. */
export const told = (decisions: Told): string =>
  decisions === null ? 'fewer than 5' : numbers.format(decisions);

/** What a chart of days shows, in words. */
export function daysInWords({ permitted, held, denied, days }: GateDays, period: string): string {
  if (days.length === 0) return `Nothing was asked in ${period}.`;
  const busiest = days.reduce((a, b) => (askedOn(b) > askedOn(a) ? b : a));
  return `In ${period} ${told(permitted)} were permitted, ${told(held)} held and ${told(denied)} refused, on ${days.length} ${days.length === 1 ? 'day' : 'days'} with questions. The most were asked on ${dates.format(new Date(busiest.day))}: about ${numbers.format(askedOn(busiest))}.`;
}

export const askedOn = ({
  permitted,
  held,
  denied,
}: Pick<GateDays, 'permitted' | 'held' | 'denied'>): number => (permitted ?? 0) + (held ?? 0) + (denied ?? 0);

/** A sentence for a sender, taken apart: what was seen, and what would have to change. */
export function seenAndChange(detail: string): { readonly seen: string; readonly change: string } {
  const [seen = '', ...rest] = detail.split(': ');
  return { seen: sentence(seen), change: sentence(rest.join(': ')) };
}

export const sentence = (words: string): string =>
  words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
