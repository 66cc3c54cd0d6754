const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' });

/** A moment as people say it, beside now; exact and local on hover and for screen readers that ask. */
export function TimeAgo({ at, now = Date.now() }: { readonly at: string; readonly now?: number }) {
  const moment = new Date(at);
  return (
    <time dateTime={at} title={exact.format(moment)}>
      {timeAgo(moment.getTime(), now)}
    </time>
  );
}

/** The distance of two moments in milliseconds, in words: "3 days ago", "in 2 weeks", "just now". */
export function timeAgo(at: number, now: number): string {
  const seconds = (at - now) / 1000;
  for (const [unit, length] of UNITS)
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  return seconds > 0 ? 'in a moment' : 'just now';
}
