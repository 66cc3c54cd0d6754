import { z } from 'zod';
import { contentHash } from '../../../kernel/canonical.ts';
import { problem } from '../../../kernel/problem.ts';
import { CHANNELS } from '../../../kernel/vocabulary.ts';
import {
  contrastOf,
  LEAST_CONTRAST,
  PLAIN_COLOURS,
  unreadableColour,
} from '../../../playbook/6-control/preferences/colours.ts';
import { THEMES } from '../../../playbook/6-control/preferences/page-choice.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { listNotices } from '../../../stores/sql/repositories/notices.ts';
import { findSetting, setSetting } from '../../../stores/sql/repositories/settings.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand, type View } from '../change.ts';
import { say } from '../evidence/say.ts';

/** Languages of the customers' pages. */
export const LANGUAGES = ['en', 'de', 'es', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const NAME = 'customer-pages';
const line = (most: number) => z.string().trim().min(1).max(most);
const colour = z.string().regex(/^#[0-9a-f]{6}$/);
const colours = z.strictObject({ page: colour, text: colour, accent: colour });
const inLanguages = z.strictObject({
  en: line(120),
  de: line(120).optional(),
  es: line(120).optional(),
  fr: line(120).optional(),
});

/** What an administrator sets of the pages that customers see. */
export const pageSettingsShape = z.strictObject({
  organisation: line(120).nullable().describe('Who writes, as customers know them.'),
  contact: line(200).nullable().describe('A mail address or a phone number where a person answers.'),
  jurisdiction: z.string().max(20).nullable().describe('Whose law sets the clocks; null keeps the shortest.'),
  topics: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
        purpose: z.string().regex(/^[a-z0-9_-]{1,60}(?:\.[a-z0-9_-]{1,60}){0,7}$/),
        name: inLanguages,
      }),
    )
    .max(12)
    .readonly()
    .describe('Between which people choose; with none there is one choice for each channel.'),
  channels: z.array(z.enum(CHANNELS)).min(1).max(6).readonly(),
  themes: z.array(z.enum(THEMES)).readonly().describe('Which people can ask to be spared.'),
  notice: line(100)
    .nullable()
    .describe('Version of the notice that a yes agrees to; without it nobody can say yes.'),
  colours: z.strictObject({ light: colours, dark: colours }),
  leaveTo: z
    .url({ protocol: /^https$/ })
    .max(200)
    .describe('Where the button to leave quickly leads.'),
  charter: z
    .boolean()
    .default(false)
    .describe('Whether /charter shows anyone the boundaries in force: a promise to the public.'),
});
export type PageSettings = z.infer<typeof pageSettingsShape>;

export const PLAIN_SETTINGS: PageSettings = {
  organisation: null,
  contact: null,
  jurisdiction: null,
  topics: [],
  channels: ['email', 'sms'],
  themes: [...THEMES],
  notice: null,
  colours: PLAIN_COLOURS,
  leaveTo: 'https://www.wikipedia.org/',
  charter: false,
};

/** The settings in force, with their version; 0 where nobody set them. */
export async function pageSettingsIn(
  db: Database,
): Promise<{ readonly settings: PageSettings; readonly version: number }> {
  const setting = await findSetting(db, NAME);
  const read = pageSettingsShape.safeParse(setting?.value);
  return { settings: read.success ? read.data : PLAIN_SETTINGS, version: setting?.version ?? 0 };
}

export async function showPageSettings(view: View) {
  demand(view, 'settings.read');
  const { settings, version } = await pageSettingsIn(view.db);
  return { ...settings, version };
}

/**
 * Sets the pages, which change at once. Refusals: `store.changed`, `preferences.unreadable-colour`,
 * `preferences.unknown-notice`.
 */
export async function setPageSettings(change: Change, version: number, settings: PageSettings) {
  demand(change, 'settings.write');
  const { db, at, caller } = change;
  const unread = unreadableColour(settings.colours);
  if (unread !== null) {
    const [light, drawn] = unread.split('.') as ['light' | 'dark', 'text' | 'accent'];
    const theme = settings.colours[light];
    throw new Refusal(
      problem(
        'preferences.unreadable-colour',
        `\`colours.${unread}\` has a contrast of ${contrastOf(theme[drawn], theme.page).toFixed(2)} with the page`,
        `take colours with a contrast of ${LEAST_CONTRAST} at least`,
      ),
    );
  }
  if (
    settings.notice !== null &&
    !(await listNotices(db)).some((notice) => notice.version === settings.notice)
  )
    throw new Refusal(
      problem(
        'preferences.unknown-notice',
        `no notice \`${settings.notice}\` was published here`,
        'publish the notice before the pages name it',
      ),
    );
  const before = await findSetting(db, NAME);
  const set = await setSetting(db, NAME, settings, version, { personId: caller.personId, at });
  say(change, 'settings', 'settings.changed', {
    by: caller.account.key,
    setting: NAME,
    before: before === undefined ? null : contentHash(before.value),
    after: contentHash(settings),
  });
  return { ...settings, version: set.version };
}
