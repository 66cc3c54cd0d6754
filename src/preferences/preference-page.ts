import type { ShownPreferences } from '../app/server/choices/preferences.ts';
import { html, type Markup } from '../report/html/markup.ts';
import { inLanguage, type Page, type PageFrame, pageOf, privateFor, saidBox } from './page.ts';
import { cellOf, type Place, placeOfChange } from './place-of-change.ts';
import { savedWords, topicName } from './saved-words.ts';
import type { Words } from './texts/index.ts';

const RHYTHMS = ['any', 'weekly', 'monthly'] as const;
const MONTHS = [1, 3, 12] as const;

/**
 * The preference page: one form, each of whose buttons is one choice and saves it. Yes and no look alike and stand side
 * by side; what was chosen is told by a sign, by words and to screen readers.
 */
export function preferencePage(frame: PageFrame, shown: ShownPreferences, isTooLate: boolean): Page {
  const { words, path } = frame;
  const { say } = words;
  const place = placeOfChange(shown);
  const said = (at: Place): Markup | null => (at === place ? saidNow(words, shown, isTooLate) : null);
  return pageOf(
    frame,
    say('title.preferences'),
    html`<p>${shown.isProven ? privateFor(frame) : say('lead.preferences')}</p>
<form method="post" action="${inLanguage(path, words)}">
${said('top')}
<p><button class="main" name="do" value="all-off">${say('stop-all.button')}</button></p>
<p>${say('stop-all.about')}</p>
${topics(words, shown, said)}
${rhythm(words, shown, said)}
${pause(words, shown, said)}
${themes(words, shown, said)}
</form>
${shown.isProven ? null : proof(frame)}
<p><a href="${inLanguage('/rights', words)}">${say('rights.link')}</a></p>`,
  );
}

/** Tells of the last change, where it belongs. */
type SaidAt = (place: Place) => Markup | null;

function saidNow(words: Words, shown: ShownPreferences, isTooLate: boolean): Markup | null {
  if (isTooLate) return saidBox([words.say('saved.too-late')]);
  const { changed } = shown;
  if (changed === null) return null;
  return saidBox(
    [savedWords(words, shown, changed.change)],
    changed.canUndo
      ? html`<p><button name="do" value="undo:${changed.id}">${words.say('undo')}</button></p><p class="small">${words.say('undo.about')}</p>`
      : null,
  );
}

function topics(words: Words, { topics: all, settings, notice }: ShownPreferences, saidAt: SaidAt): Markup {
  const { say } = words;
  return html`<h2 id="topics">${say('topics.title')}</h2>
<p>${say('topics.about')}</p>
${notice === null ? html`<p>${say('no-yes-here', { contact: settings.contact ?? say('us') })}</p>` : null}
${all.map(
  ({ id, channels }) => html`<h3>${topicName(words, settings, id)}</h3>
<ul>${channels.map(({ channel, said }) => {
    const name = `${topicName(words, settings, id)}, ${say(`channel.${channel}`)}`;
    return html`<li><div><p>${say(`channel.${channel}`)}</p><p class="small">${say(`said.${said}`)}</p></div>
<div class="pair" role="group" aria-label="${name}">
${notice === null ? null : button(`yes:${channel}:${id ?? ''}`, say('yes'), said === 'yes', `${say('yes')}: ${name}`)}
${button(`no:${channel}:${id ?? ''}`, say('no'), said === 'no', `${say('no')}: ${name}`)}
</div>${saidAt(cellOf(channel, id))}</li>`;
  })}</ul>`,
)}
${notice === null ? null : html`<details><summary>${say('notice.title')}</summary><p lang="${notice.language}">${notice.text}</p></details>`}`;
}

const rhythm = (
  { say }: Words,
  shown: ShownPreferences,
  saidAt: SaidAt,
): Markup => html`<h2>${say('rhythm.title')}</h2>
<p>${say('rhythm.about')}</p>
${saidAt('rhythm')}
<div class="row" role="group" aria-label="${say('rhythm.title')}">${RHYTHMS.map((one) =>
  button(`rhythm:${one}`, say(`rhythm.${one}`), shown.rhythm === one),
)}</div>`;

const pause = (
  { say, day }: Words,
  { pausedUntil }: ShownPreferences,
  saidAt: SaidAt,
): Markup => html`<h2>${say('pause.title')}</h2>
<p>${pausedUntil === null ? say('pause.about') : say('pause.now', { date: day(pausedUntil) })}</p>
${saidAt('pause')}
<div class="row" role="group" aria-label="${say('pause.title')}">
${MONTHS.map((months) => html`<button name="do" value="pause:${months}">${say(`pause.${months}`)}</button>`)}
${pausedUntil === null ? null : html`<button name="do" value="resume">${say('pause.end')}</button>`}
</div>`;

function themes({ say }: Words, shown: ShownPreferences, saidAt: SaidAt): Markup | null {
  if (shown.themes.length === 0) return null;
  return html`<h2>${say('themes.title')}</h2>
<p>${say(shown.isProven ? 'themes.proven' : 'themes.about')}</p>
${saidAt('themes')}
<ul>${shown.themes.map(({ theme, isSpared }) => {
    const name = say(`theme.${theme}`);
    return html`<li><div><p>${name}</p>${isSpared === null ? null : html`<p class="small">${say(isSpared ? 'spared.yes' : 'spared.no')}</p>`}</div>
<div class="pair" role="group" aria-label="${name}">
${button(`spare:${theme}`, say('spare'), isSpared, `${say('spare')}: ${name}`)}
${button(`welcome:${theme}`, say('welcome'), isSpared === null ? null : false, `${say('welcome')}: ${name}`)}
</div>${saidAt(`theme:${theme}`)}</li>`;
  })}</ul>`;
}

/** What asks for a link that opens more. */
export const proof = ({ words, path }: PageFrame): Markup => html`<h2>${words.say('proof.title')}</h2>
<p>${words.say('proof.about')}</p>
<form method="post" action="${inLanguage(`${path}/proof`, words)}">
<label for="email">${words.say('ask.label')}</label>
<input id="email" name="email" type="email" autocomplete="email" maxlength="320" required>
<p><button>${words.say('proof.button')}</button></p>
</form>`;

/** Whether it is pressed is said to screen readers by its state, where that is shown; its name tells it from its likes. */
const button = (
  value: string,
  label: string,
  isPressed: boolean | null,
  name: string | null = null,
): Markup =>
  html`<button name="do" value="${value}"${isPressed === null ? null : html` aria-pressed="${String(isPressed)}"`}${name === null ? null : html` aria-label="${name}"`}>${label}</button>`;
