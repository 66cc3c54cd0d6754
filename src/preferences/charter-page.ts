import type { Refrain, ShownCharter } from '../app/server/charter/charter.ts';
import { html, type Markup } from '../report/html/markup.ts';
import { inLanguage, type Page, type PageFrame, pageOf, plainPage } from './page.ts';
import type { Words } from './texts/index.ts';

/** What is not done with what is known of people: from the rules in force, with what they do not cover. */
export function charterPage(frame: PageFrame, { charter }: ShownCharter): Page {
  const { words } = frame;
  const { say, day } = words;
  if (charter === null)
    return plainPage(frame, say('charter.none.title'), say('charter.none'), {
      href: inLanguage('/preferences', words),
      label: say('gone.button'),
    });
  const { refrains, unread, exceptions, changedAt, hash } = charter;
  const limits = [
    say('charter.not.owed'),
    say('charter.not.others'),
    say('charter.not.said'),
    say('charter.not.exceptions', { count: String(exceptions) }),
    ...(unread === 0 ? [] : [say('charter.not.unread', { count: String(unread) })]),
  ];
  return pageOf(
    frame,
    say('charter.title'),
    html`<p>${say('charter.about')}</p>
${refrains.length === 0 ? html`<p>${say('charter.empty')}</p>` : html`<p class="small">${say('charter.language')}</p><ul>${refrains.map((one) => refrain(words, one))}</ul>`}
<h2>${say('charter.not.title')}</h2>
<ul>${limits.map((limit) => html`<li>${limit}</li>`)}</ul>
${changedAt === null ? null : html`<p>${say('charter.since', { date: day(changedAt) })}</p>`}
<p class="small">${say('charter.hash', { hash })}</p>`,
  );
}

const refrain = ({ say }: Words, { words, text, because, instead }: Refrain): Markup => html`<li class="fact">
${because === '' ? null : html`<p><strong>${sentence(because)}</strong></p>`}
${instead === '' ? null : html`<p>${say('charter.instead', { instead: sentence(instead) })}</p>`}
${words === null ? html`<p>${say('charter.no-words')}</p>` : html`<p lang="en">${words}</p>`}
<details><summary>${say('charter.rule')}</summary><p class="small"><code>${text}</code></p></details>
</li>`;

/** As people write a reason in a rule, without a capital and a full stop. */
const sentence = (text: string): string => {
  const whole = text.charAt(0).toLocaleUpperCase() + text.slice(1);
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`;
};
