import { html } from '../report/html/markup.ts';
import { inLanguage, type Page, type PageFrame, pageOf } from './page.ts';

/** Where anyone asks for a link to their own choices. */
export function askPage(frame: PageFrame, isWrong: boolean): Page {
  const { words, path } = frame;
  const { say } = words;
  return pageOf(
    frame,
    say('ask.title'),
    html`<p>${say('ask.about')}</p>
${isWrong ? html`<p class="said" role="alert" id="wrong">${say('ask.wrong')}</p>` : null}
<form method="post" action="${inLanguage(path, words)}">
<label for="email">${say('ask.label')}</label>
<input id="email" name="email" type="email" autocomplete="email" maxlength="320" required${isWrong ? html` aria-describedby="wrong" aria-invalid="true"` : null}>
<p><button class="main">${say('ask.button')}</button></p>
</form>
<p><a href="${inLanguage('/rights', words)}">${say('rights.link')}</a></p>`,
  );
}
