import { html } from '../report/html/markup.ts';
import { inLanguage, NOTHING_BY_ENTER, type Page, type PageFrame, pageOf, saidBox } from './page.ts';
import type { TextKey } from './texts/index.ts';

/** What somebody wrote on a private page, as its form sends it. */
export type Written = Readonly<Partial<Record<'words' | 'wrong' | 'right', string>>>;

/** How what was written stands: its link has ended, a new one was asked for, that is none, or a part is missing. */
export type StandOfWritten = 'ended' | 'mailed' | 'wrong-link' | 'half';

const LABELS: Readonly<Record<keyof Written, TextKey>> = {
  words: 'written.yours',
  wrong: 'own.correct.wrong',
  right: 'own.correct.right',
};

/**
 * Gives back what somebody wrote where it could not be taken. It stands in this page alone, which the browser sends again
 * with a new private link: in no address, and nowhere with us.
 */
export function writtenPage(frame: PageFrame, act: string, written: Written, stands: StandOfWritten): Page {
  const { words, path } = frame;
  const { say } = words;
  const field = (
    name: keyof Written,
  ): ReturnType<typeof html> => html`<label for="${name}">${say(LABELS[name])}</label>
<textarea id="${name}" name="${name}" maxlength="600"${name === 'words' ? null : html` required`}>
${written[name] ?? ''}</textarea>`;
  const send = html`<p><button class="main" name="step" value="send">${say('written.send')}</button></p>`;
  return pageOf(
    frame,
    say('written.title'),
    html`${stands === 'ended' || stands === 'half' ? null : html`<p>${say('written.ended')}</p>`}
${saidBox([say(`written.${stands}`)])}
<form method="post" action="${inLanguage(path, words)}#said">
${NOTHING_BY_ENTER}<input type="hidden" name="do" value="${act}">
${(Object.keys(LABELS) as (keyof Written)[]).filter((name) => written[name] !== undefined).map(field)}
${
  stands === 'half'
    ? send
    : html`<h2>${say('written.first')}</h2>
<p><button name="step" value="mail">${say('written.mail')}</button></p>
<h2>${say('written.then')}</h2>
<label for="link">${say('written.link')}</label>
<input id="link" name="link" maxlength="2000" autocomplete="off" autocapitalize="none" spellcheck="false">
${send}`
}
</form>`,
  );
}
