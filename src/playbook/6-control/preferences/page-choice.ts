import { CHANNELS, type Channel } from '../../../kernel/vocabulary.ts';

/** How often somebody is written to at most. */
export const RHYTHMS = ['any', 'weekly', 'monthly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export const PAUSE_MONTHS = [1, 3, 12] as const;

/** Subjects that people can ask to be spared, without a reason (contract.md §1, `themes` of a card). */
export const THEMES = [
  'mothers-day',
  'fathers-day',
  'baby',
  'loss',
  'weight',
  'alcohol',
  'gambling',
  'debt',
] as const;
export type Theme = (typeof THEMES)[number];

/** What one button of the preference page does. */
export type PageChoice =
  | { readonly does: 'yes' | 'no'; readonly topic: string | null; readonly channel: Channel }
  | { readonly does: 'all-off' }
  | { readonly does: 'pause'; readonly months: (typeof PAUSE_MONTHS)[number] }
  | { readonly does: 'resume' }
  | { readonly does: 'rhythm'; readonly rhythm: Rhythm }
  | { readonly does: 'spare' | 'welcome'; readonly theme: Theme }
  | { readonly does: 'undo'; readonly change: string };

/** What a button sends; one text for one choice. */
export function buttonOf(choice: PageChoice): string {
  switch (choice.does) {
    case 'yes':
    case 'no':
      return `${choice.does}:${choice.channel}:${choice.topic ?? ''}`;
    case 'pause':
      return `pause:${choice.months}`;
    case 'rhythm':
      return `rhythm:${choice.rhythm}`;
    case 'spare':
    case 'welcome':
      return `${choice.does}:${choice.theme}`;
    case 'undo':
      return `undo:${choice.change}`;
    default:
      return choice.does;
  }
}

/** What was asked for by a button; `null` for what no button of ours sends. */
export function choiceOfButton(text: string): PageChoice | null {
  const [does, first = '', topic = '', ...rest] = text.split(':');
  if (rest.length > 0) return null;
  const months = PAUSE_MONTHS.find((one) => String(one) === first);
  const rhythm = RHYTHMS.find((one) => one === first);
  const theme = THEMES.find((one) => one === first);
  const channel = CHANNELS.find((one) => one === first);
  const choice: PageChoice | null =
    (does === 'yes' || does === 'no') && channel !== undefined
      ? { does, channel, topic: topic === '' ? null : topic }
      : does === 'all-off' || does === 'resume'
        ? { does }
        : does === 'pause' && months !== undefined
          ? { does, months }
          : does === 'rhythm' && rhythm !== undefined
            ? { does, rhythm }
            : (does === 'spare' || does === 'welcome') && theme !== undefined
              ? { does, theme }
              : does === 'undo' && /^[a-f0-9-]{36}$/.test(first)
                ? { does, change: first }
                : null;
  return choice !== null && buttonOf(choice) === text ? choice : null;
}

/** The same day so many months later; where that month is shorter, its last day. */
export function monthsLater(from: Date, months: number): Date {
  const later = new Date(from);
  later.setUTCMonth(later.getUTCMonth() + months);
  if (later.getUTCDate() !== from.getUTCDate()) later.setUTCDate(0);
  return later;
}
