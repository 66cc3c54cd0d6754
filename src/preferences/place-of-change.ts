import type { ShownPreferences } from '../app/server/choices/preferences.ts';

/** A part of the preference page, or one row of it. */
export type Place = 'top' | 'rhythm' | 'pause' | 'themes' | `cell:${string}` | `theme:${string}`;

export const cellOf = (channel: string, topic: string | null): Place => `cell:${channel}:${topic ?? ''}`;

/**
 * Beside what on the page a change is told of: where whoever made it was. On an open page, which does not show which
 * themes were chosen, it is told of at the head of the themes, as its place would show it, too.
 */
export function placeOfChange({ changed, topics, themes, isProven }: ShownPreferences): Place {
  if (changed === null) return 'top';
  const { events, rhythm, theme } = changed.change;
  if (rhythm !== null) return 'rhythm';
  const [event] = events;
  switch (event?.kind) {
    case 'paused':
      return 'pause';
    case 'theme-spared':
    case 'theme-welcome':
      return isProven && themes.some((one) => one.theme === theme) ? `theme:${theme}` : 'themes';
    case 'given':
    case 'withdrawn': {
      const cells = new Set(events.map(({ scope }) => cellOf(scope.channel ?? '', scope.topic)));
      const shown = topics.flatMap(({ id, channels }) => channels.map(({ channel }) => cellOf(channel, id)));
      const [cell] = cells;
      return cell !== undefined && cells.size === 1 && shown.includes(cell) ? cell : 'top';
    }
    default:
      return 'top';
  }
}
