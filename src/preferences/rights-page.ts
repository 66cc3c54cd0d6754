import {
  dueIfAskedNow,
  endsAtOnce,
  needsNoProof,
  PUBLIC_RIGHTS,
  type PublicRight,
} from '../app/server/choices/rights.ts';
import { html, type Markup } from '../report/html/markup.ts';
import { inLanguage, NOTHING_BY_ENTER, type Page, type PageFrame, pageOf } from './page.ts';

/** Where anyone asks for what is theirs by right: what happens, by when, and one button each. */
export function rightsPage(frame: PageFrame, isWrong: boolean, now: Date): Page {
  const { words, path } = frame;
  const { say } = words;
  return pageOf(
    frame,
    say('rights.title'),
    html`<p>${say('rights.about')}</p>
<p>${say('rights.child')}</p>
<details><summary>${say('rights.phone.title')}</summary><p>${say('rights.phone')}</p></details>
${isWrong ? html`<p class="said" role="alert" id="wrong">${say('ask.wrong')}</p>` : null}
<form method="post" action="${inLanguage(path, words)}">
${NOTHING_BY_ENTER}<label for="email">${say('ask.label')}</label>
<input id="email" name="email" type="email" autocomplete="email" maxlength="320" required${isWrong ? html` aria-describedby="wrong" aria-invalid="true"` : null}>
${PUBLIC_RIGHTS.map((kind) => right(frame, kind, now))}
</form>
<p><a href="${inLanguage('/preferences', words)}">${say('rights.choices')}</a></p>
<p>${say('rights.complain')}</p>`,
  );
}

/** When somebody who presses now is heard: at once, by a day, or both where a person has to tell others of it. */
export function heardBy({ words: { say, day }, settings }: PageFrame, kind: PublicRight, now: Date): string {
  const by = say('rights.by', { date: day(dueIfAskedNow(settings, kind, now)) });
  if (!needsNoProof(kind)) return by;
  return endsAtOnce(kind) ? say('rights.at-once') : `${say('rights.at-once')} ${by}`;
}

function right(frame: PageFrame, kind: PublicRight, now: Date): Markup {
  const { say } = frame.words;
  const isAtOnce = needsNoProof(kind);
  const button = say(isAtOnce ? 'rights.now' : 'ask.button');
  return html`<h2>${say(`right.${kind}`)}</h2>
<p>${say(`right.${kind}.about`)}</p>
<p>${heardBy(frame, kind, now)}${isAtOnce ? html` ${say('rights.told')}` : null}</p>
<p><button name="do" value="${kind}" aria-label="${button}: ${say(`right.${kind}`)}">${button}</button></p>`;
}
