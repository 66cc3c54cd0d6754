import { dueIfAskedNow } from '../app/server/choices/rights.ts';
import type { UsedData } from '../app/server/why/used-data.ts';
import { needsProof, type ShownWhy } from '../app/server/why/why.ts';
import { html, type Markup } from '../report/html/markup.ts';
import {
  inLanguage,
  NOTHING_BY_ENTER,
  type Page,
  type PageFrame,
  pageOf,
  privateFor,
  saidBox,
} from './page.ts';
import { proof } from './preference-page.ts';
import { standingOf } from './standing-of.ts';
import { TEXTS, type TextKey, type Words } from './texts/index.ts';

const ACTS = ['correct', 'stop', 'contest', 'talk'] as const;
const ANSWERS = ['yes', 'no', 'unsure'] as const;

/** What was just done on the page, as its address says; only words are chosen by it. */
export type JustDone = 'counted' | (typeof ACTS)[number] | null;

/** Why somebody got a message, what would change it, and what they can do: from what ran. */
export function whyPage(frame: PageFrame, shown: ShownWhy, done: JustDone): Page {
  const { words } = frame;
  const { say } = words;
  const said = shown.isProven ? saidInPrivate(words, shown, done) : saidToAnyone(words, shown, done);
  return pageOf(
    frame,
    say('title.why'),
    html`${shown.isProven ? html`<p>${privateFor(frame)} ${say('proven.write')}</p>` : null}
${said.length === 0 ? null : saidBox(said)}
${notSent(words, shown)}
${because(words, shown)}
${shown.ran === null ? null : change(words, shown.ran.data)}
${shown.ran === null ? null : expected(frame)}
<h2>${say('do.title')}</h2>
<form method="post" action="${inLanguage(`${frame.path}/ask`, words)}">
${shown.isProven ? html`<label for="words">${say('do.words')}</label><textarea id="words" name="words" maxlength="600"></textarea>` : html`${NOTHING_BY_ENTER}<label for="answer-to">${say('do.email')}</label><input id="answer-to" name="email" type="email" autocomplete="email" maxlength="320" aria-describedby="answer-to-about"><p class="small" id="answer-to-about">${say('do.email.about')}</p>`}
<div class="row">${ACTS.map(
      (act) => html`<button name="do" value="${act}">${say(`do.${act}`)}</button>`,
    )}</div></form>
<p><a href="${inLanguage('/preferences', words)}">${say('unsubscribe.more')}</a></p>
<p><a href="${inLanguage('/rights', words)}">${say(shown.isProven ? 'do.all' : 'rights.link')}</a></p>
${shown.isProven ? null : proof(frame)}`,
  );
}

function saidInPrivate({ say, day }: Words, shown: ShownWhy, done: JustDone): readonly string[] {
  return [
    ...(done === 'counted' ? [say('expected.thanks')] : []),
    ...(shown.hasStopped ? [say('done.stop')] : []),
    ...shown.requests.map(({ kind, dueAt, needsProof: isMissing }) =>
      isMissing
        ? say('done.needs-proof', { what: say(`do.${kind}`) })
        : say(kind === 'stop' ? 'done.stop-later' : `done.${kind}`, { date: day(dueAt) }),
    ),
    ...shown.answers.flatMap((answer) => [
      say('done.answer', { what: say(`right.${answer.kind}`), outcome: say(standingOf(answer)) }),
      ...answer.steps.flatMap(({ words: told }) =>
        told === null ? [] : [say('own.words', { words: told })],
      ),
    ]),
  ];
}

/**
 * What follows from a press on an open page, by which button it was, as the address says, and by nothing that is known of
 * anybody: whoever has the link can write any address.
 */
function saidToAnyone(
  { say, day }: Words,
  { settings, stopsAtOnce, now }: ShownWhy,
  done: JustDone,
): readonly string[] {
  if (done === null) return [];
  if (done === 'counted') return [say('expected.thanks')];
  const what = say(`do.${done}`);
  if (needsProof(done)) return [say('done.needs-proof', { what })];
  if (done === 'stop' && stopsAtOnce) return [say('done.stop-open', { what })];
  const date = day(dueIfAskedNow(settings, done, now));
  // Nobody can be answered whose address is not known, and none is kept of a link.
  return [say(done === 'stop' ? 'done.stop-later' : `done.${done}`, { date }), say('done.write-where')];
}

/** What was kept from them, and why; the strictest reason first. */
function notSent({ say, language }: Words, { ran }: ShownWhy): Markup | null {
  const reasons = ran?.keptBack?.[language] ?? [];
  return reasons.length === 0
    ? null
    : html`<p>${say('why.not-sent')}</p>
<ul>${reasons.map((one) => html`<li>${one}</li>`)}</ul>`;
}

function because({ say, language }: Words, { ran, isProven }: ShownWhy): Markup {
  if (ran === null || (ran.data.length === 0 && isProven)) return html`<p>${say('why.nothing')}</p>`;
  const list = (key: TextKey, names: readonly string[]): Markup | null =>
    names.length === 0
      ? null
      : html`<p>${say(key, { names: new Intl.ListFormat(language).format(names) })}</p>`;
  return html`${ran.data.length === 0 ? null : html`<p>${say(becauseOf(ran.keptBack !== null, isProven))}</p>`}
<ul>${(isProven ? ran.data.map((data) => ({ ...data, fields: [data.field] })) : together(ran.data)).map(
    (data) => fact(say, data, isProven),
  )}</ul>
${isProven ? list('why.score.named', ran.scores) : ran.usesScore ? html`<p>${say('why.score')}</p>` : null}
${list('why.rules.named', ran.rules)}
${isProven && ran.purpose !== null ? html`<p>${say('why.for', { purpose: ran.purpose })}</p>` : null}
${isProven ? null : html`<p>${say('why.some-hidden')}</p>`}
${isProven ? (ran.decision.outcome === null ? html`<p class="small">${say('why.plan')}</p>` : null) : html`<p class="small">${say('why.open')}</p>`}`;
}

/** An open page does not know whether its reader got the message. */
function becauseOf(isKeptBack: boolean, isProven: boolean): TextKey {
  if (!isProven) return 'why.anyone';
  return isKeptBack ? 'why.not-sent.because' : 'why.because';
}

/** On the open page, fields that are told by the same words are told once. */
function together(all: readonly UsedData[]): readonly UsedData[] {
  const groups = Map.groupBy(
    all,
    ({ category, origin, decides }) => `${kindOf(category)} ${origin} ${decides}`,
  );
  return [...groups.values()].map(([first]) => first!);
}

const fact = (say: Words['say'], data: UsedData, isProven: boolean): Markup => html`<li class="fact">
<p><strong>${say(kindOf(data.category))}</strong></p>
<p>${say(data.origin === null ? 'origin.unknown' : `origin.${data.origin}`)} ${say(data.decides ? 'why.decides' : 'why.fills')}${data.basis === null ? null : html` ${say(`basis.${data.basis}`)}`}</p>
${
  isProven
    ? html`<p class="small"><code>${data.field}</code>${data.supplier === null ? null : html` ${say('why.supplier', { supplier: data.supplier })}`}</p>
${data.comparisons.map((rule) => html`<p class="small">${say('why.rule', { rule })}</p>`)}`
    : null
}
</li>`;

/** The words for a category of the taxonomy: those of the nearest of its parents that has words. */
function kindOf(category: string | null): TextKey {
  const key = `data.${category?.split('.')[1] ?? 'other'}`;
  return Object.hasOwn(TEXTS.en, key) ? (key as TextKey) : 'data.other';
}

/** By where the data is from, since that is what a person can do something about. */
function change({ say }: Words, data: readonly UsedData[]): Markup {
  const origins = new Set(data.map(({ origin }) => origin));
  const ways = [
    ...(origins.has('provided') ? [say('why.change.provided')] : []),
    ...(origins.has('observed') || origins.has('derived') ? [say('why.change.observed')] : []),
    ...(origins.has('inferred') ? [say('why.change.guessed')] : []),
    ...(origins.has('third-party') || origins.has('public') ? [say('why.change.others')] : []),
    say('why.change.no'),
  ];
  return html`<h2>${say('why.change.title')}</h2>
<ul>${ways.map((way) => html`<li>${way}</li>`)}</ul>`;
}

const expected = ({ words, path }: PageFrame): Markup => html`<h2>${words.say('expected.title')}</h2>
<form method="post" action="${inLanguage(`${path}/expected`, words)}"><div class="row" role="group" aria-label="${words.say('expected.title')}">${ANSWERS.map(
  (answer) => html`<button name="answer" value="${answer}">${words.say(`expected.${answer}`)}</button>`,
)}</div></form>
<p class="small">${words.say('expected.about')}</p>`;
