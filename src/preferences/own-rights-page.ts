import {
  needsNoProof,
  PUBLIC_RIGHTS,
  type PublicRight,
  type ShownRights,
} from '../app/server/choices/rights.ts';
import { html, type Markup } from '../report/html/markup.ts';
import { inLanguage, type Page, type PageFrame, pageOf, privateFor } from './page.ts';
import { heardBy } from './rights-page.ts';
import { standingOf } from './standing-of.ts';
import type { TextKey, Words } from './texts/index.ts';

type Request = ShownRights['requests'][number];

/** What somebody asked of us, how far each is and what came of it; and what else they can ask. Nobody else opens it. */
export function ownRightsPage(frame: PageFrame, shown: ShownRights): Page {
  const { say } = frame.words;
  const { wanted, requests } = shown;
  return pageOf(
    frame,
    say('own.title'),
    html`<p>${privateFor(frame)} ${say('proven.write')}</p>
${wanted === null ? null : html`<div class="said"><p>${say('own.wanted', { what: say(`right.${wanted}`) })}</p>${askForm(frame, wanted, say('own.begin'), 'wanted')}</div>`}
${requests.length === 0 ? html`<p>${say('own.nothing')}</p>` : requests.map((request) => one(frame, shown, request))}
<h2>${say('own.more')}</h2>
<p>${say('rights.child')}</p>
${PUBLIC_RIGHTS.filter((kind) => kind !== wanted).map(
  (kind) => html`<details><summary>${say(`right.${kind}`)}</summary>
<p>${say(`right.${kind}.about`)}</p>
<p>${heardBy(frame, kind, shown.now)}</p>
${askForm(frame, kind, say(needsNoProof(kind) ? 'rights.now' : 'own.begin'), kind)}</details>`,
)}`,
  );
}

/** One right with the fields that it needs; `place` tells the same fields apart where they stand twice. */
function askForm({ words, path }: PageFrame, kind: PublicRight, button: string, place: string): Markup {
  const { say } = words;
  const field = (name: string, key: TextKey, isRequired: boolean): Markup =>
    html`<label for="${name}-${place}">${say(key)}</label><textarea id="${name}-${place}" name="${name}" maxlength="600"${isRequired ? html` required` : null}></textarea>`;
  return html`<form method="post" action="${inLanguage(path, words)}">
${kind === 'correct' ? [field('wrong', 'own.correct.wrong', true), field('right', 'own.correct.right', true)] : null}
${kind === 'talk' || kind === 'restrict' ? field('words', `own.${kind}.words`, false) : null}
<p><button name="do" value="${kind}" aria-label="${button}: ${say(`right.${kind}`)}">${button}</button></p></form>`;
}

function one(frame: PageFrame, shown: ShownRights, request: Request): Markup {
  const { words } = frame;
  const { say, day } = words;
  const { kind, askedAt, dueAt, closedAt, isExtended, missingProof, destinations, steps, state, outcome } =
    request;
  const copies = shown.copies.filter(({ request: of }) => of === request.id);
  const isReady = closedAt === null && copies.some(({ state }) => state === 'ready');
  const done = destinations.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length;
  return html`<h2 id="${request.id}" tabindex="-1">${say(`right.${kind}`)}</h2>
<p><strong>${say(isReady ? 'own.ready' : standingOf(request))}</strong> ${closedAt === null && !isReady ? say('rights.by', { date: day(dueAt) }) : null}</p>
<p class="small">${say('own.asked', { date: day(askedAt) })}${isExtended && closedAt === null ? html` ${say('own.longer')}` : null}</p>
${steps.map((step) => (step.words === null ? null : html`<p>${say('own.words', { words: step.words })}</p>`))}
${destinations.length === 0 ? null : html`<p class="small">${say('own.systems', { done: String(done), all: String(destinations.length) })}</p>`}
${copies.map((copy) => copyOf(frame, copy))}
${state === 'refused' || outcome === 'partly' || outcome === 'upheld' ? html`<p>${say('rights.complain')}</p>` : null}
${missingProof[0] === 'address' ? stepForm(frame, request, 'prove', say('own.prove'), html`<p>${say('own.prove.about')}</p>`) : null}
${missingProof[0] === 'second' ? secondForm(frame, request) : null}
${closedAt === null ? stepForm(frame, request, 'withdraw', say('own.withdraw'), null) : null}`;
}

function copyOf({ words, path }: PageFrame, { id, state, endsAt }: ShownRights['copies'][number]): Markup {
  const { say, day } = words;
  if (state !== 'ready') return html`<p>${say(state === 'failed' ? 'own.failed' : 'own.collecting')}</p>`;
  return html`<p><a class="button" href="${path}/copies/${id}" download>${say('own.download')}</a></p>
<p class="small">${say('own.kept-until', { date: day(new Date(endsAt)) })}</p>`;
}

const actionOf = ({ path, words }: PageFrame, { id }: Request): string =>
  inLanguage(`${path}/requests/${id}`, words);

const stepForm = (
  frame: PageFrame,
  request: Request,
  step: 'prove' | 'withdraw',
  label: string,
  about: Markup | null,
): Markup => html`<form method="post" action="${actionOf(frame, request)}">${about}
<p><button name="do" value="${step}" aria-label="${label}: ${nameOf(frame.words, request)}">${label}</button></p></form>`;

const nameOf = ({ say, day }: Words, { kind, askedAt }: Request): string =>
  `${say(`right.${kind}`)}, ${day(askedAt)}`;

function secondForm(frame: PageFrame, request: Request): Markup {
  const { words } = frame;
  const { say } = words;
  const { id } = request;
  return html`<form method="post" action="${actionOf(frame, request)}">
<p>${say('own.second.about')}</p>
<label for="kind-${id}">${say('own.second.kind')}</label>
<select id="kind-${id}" name="kind"><option value="phone">${say('own.second.phone')}</option><option value="customer">${say('own.second.customer')}</option></select>
<label for="value-${id}">${say('own.second.value')}</label>
<input id="value-${id}" name="value" maxlength="200" autocomplete="off" aria-describedby="hint-${id}" required>
<p class="small" id="hint-${id}">${say('own.second.hint')}</p>
<p><button name="do" value="second" aria-label="${say('own.second.button')}: ${nameOf(words, request)}">${say('own.second.button')}</button></p></form>`;
}
