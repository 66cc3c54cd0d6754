import type { ShownOptIn } from '../app/server/choices/opt-in.ts';
import { html } from '../report/html/markup.ts';
import { inLanguage, type Page, type PageFrame, pageOf, plainPage } from './page.ts';
import { topicName } from './saved-words.ts';

/** What a double opt-in asks for, with one button; or, once it was pressed or overtaken by a no, what counts. */
export function optInPage(frame: PageFrame, { scope, stands, notice, settings }: ShownOptIn): Page {
  const { words, path } = frame;
  const { say } = words;
  const topic = topicName(words, settings, scope.topic);
  const what = scope.channel === null ? topic : `${topic}, ${say(`channel.${scope.channel}`)}`;
  const next = { href: inLanguage('/preferences', words), label: say('opt-in.choose') };
  if (stands === 'confirmed')
    return plainPage(frame, say('opt-in.done.title'), say('opt-in.done', { what }), next);
  if (stands === 'over')
    return plainPage(frame, say('opt-in.over.title'), say('opt-in.over', { what }), next);
  return pageOf(
    frame,
    say('opt-in.title'),
    html`<p>${say('opt-in.about', { what })}</p>
${notice === null ? null : html`<h2>${say('notice.title')}</h2><p lang="${notice.language}">${notice.text}</p>`}
<form method="post" action="${inLanguage(path, words)}"><p><button class="main">${say('opt-in.button')}</button></p></form>
<p>${say('opt-in.nothing')}</p>`,
  );
}
