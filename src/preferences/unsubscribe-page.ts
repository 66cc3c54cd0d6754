import { html } from '../report/html/markup.ts';
import { inLanguage, type Page, type PageFrame, pageOf, plainPage } from './page.ts';
import { topicName } from './saved-words.ts';

/** What a visit to the address of a one-click link shows: one button, and nothing has happened yet. */
export function unsubscribePage(frame: PageFrame, topic: string | null): Page {
  const { words, path, settings } = frame;
  const { say } = words;
  const about =
    topic === null
      ? say('unsubscribe.about.all')
      : say('unsubscribe.about', { what: topicName(words, settings, topic) });
  return pageOf(
    frame,
    say('unsubscribe.title'),
    html`<p>${about}</p>
<form method="post" action="${inLanguage(path, words)}">
<input type="hidden" name="List-Unsubscribe" value="One-Click">
<p><button class="main">${say('unsubscribe.button')}</button></p>
</form>
<p><a href="${inLanguage('/preferences', words)}">${say('unsubscribe.more')}</a></p>`,
  );
}

export const unsubscribedPage = (frame: PageFrame): Page =>
  plainPage(frame, frame.words.say('unsubscribe.done.title'), frame.words.say('unsubscribe.done'), {
    href: inLanguage('/preferences', frame.words),
    label: frame.words.say('unsubscribe.more'),
  });
