import type { Story, StoryShare, StoryWorld } from '../../api/client.ts';
import { between, share } from '../../parts/outcome-words.ts';

type Period = Story['compared'][number];

const months = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });
const wholeMonths = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

export const shortMonth = (month: string): string => months.format(new Date(`${month}-01`));
export const monthInWords = (month: string): string => wholeMonths.format(new Date(`${month}-01`));
/** In the time zone of the story. */
export const momentInWords = (at: string): string => moments.format(new Date(at));

/** A share with how many it is of and where it may lie. */
export const shareInWords = ({ count, of, interval }: StoryShare): string =>
  of === 0 || interval === null
    ? 'none'
    : `${share(count / of)} (${between(interval as readonly [number, number])}; ${count.toLocaleString('en')} of ${of.toLocaleString('en')})`;

export const rateOf = ({ count, of }: StoryShare): number => (of === 0 ? 0 : count / of);

export const periodOf = ({ compared }: Story, period: Period['period']): Period =>
  compared.find((one) => one.period === period)!;

export const inWorld = ({ uses }: StoryWorld, use: string) => uses.find((one) => one.use === use)!;

/** What the simulator put harm into, and an honest campaign that sold as well for a time. */
export const harmfulOf = (story: Story): string => story.campaigns.find(({ plants }) => plants !== null)!.use;
export const SALE = 'spring-sale';

/** Minus as typographers set it, plus where it is more. */
export const signed = (difference: number): string =>
  `${difference > 0 ? '+' : difference < 0 ? '−' : ''}${Math.abs(difference).toLocaleString('en')}`;

/** Alarms about uses into which no harm was put: false, since the truth is known here. */
export const falseAlarms = (story: Story): Story['alarms'] =>
  story.alarms.filter(({ use }) => story.campaigns.some((one) => one.use === use && one.plants === null));
