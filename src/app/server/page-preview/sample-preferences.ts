import { contrastOf } from '../../../playbook/6-control/preferences/colours.ts';
import { demand, type View } from '../change.ts';
import type { Language, PageSettings } from '../choices/page-settings.ts';
import { noticeIn, type ShownPreferences } from '../choices/preferences.ts';

/**
 * What the preference page shows of somebody who has said nothing yet, under settings that may not be kept yet. Nobody's
 * choices are read. Refusals: `people.not-allowed`.
 */
export async function samplePreferences(
  view: View,
  settings: PageSettings,
  language: Language,
  isProven: boolean,
): Promise<ShownPreferences> {
  demand(view, 'settings.read');
  const notice = await noticeIn(view.db, settings, language);
  const topics = settings.topics.length === 0 ? [null] : settings.topics.map(({ id }) => id);
  return {
    settings,
    topics: topics.map((id) => ({
      id,
      channels: settings.channels.map((channel) => ({ channel, said: 'nothing' })),
    })),
    rhythm: null,
    pausedUntil: null,
    themes: settings.themes.map((theme) => ({ theme, isSpared: isProven ? false : null })),
    notice:
      notice === null ? null : { version: notice.version, text: notice.content, language: notice.language },
    changed: null,
    isProven,
  };
}

/** How well text and buttons can be read on the page, from 1 to 21 (WCAG 2.2, 1.4.3 asks for 4.5). */
export const contrastsIn = ({ colours }: PageSettings, look: 'light' | 'dark') => ({
  text: contrastOf(colours[look].text, colours[look].page),
  accent: contrastOf(colours[look].accent, colours[look].page),
});
