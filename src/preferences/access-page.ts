import type { AccessDocument } from '../app/server/access/take-copy.ts';
import { type Language, PLAIN_SETTINGS } from '../app/server/choices/page-settings.ts';
import { html, Markup } from '../report/html/markup.ts';
import { ACCESS_TEXTS, type AccessTextKey, type Tell, tellIn } from './access-texts/index.ts';
import { policyOf, styleOf } from './style.ts';
import { TEXTS, type TextKey, type Words, wordsIn } from './texts/index.ts';

type Dataset = AccessDocument['datasets'][number];
type Described = Pick<
  Dataset['fields'][number],
  'category' | 'origin' | 'supplier' | 'purposes' | 'basis' | 'retention' | 'recipients'
>;

/** Rows of a dataset that the page shows; the others stand in `data.json`. */
const MOST_SHOWN = 20;

const MOST_SIDE_BY_SIDE = 6;

const TABLES = `
body { max-width: 60rem; }
.wide { overflow-x: auto; margin: 0.5rem 0 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: 1rem; }
caption { text-align: left; font-weight: 600; padding: 0.5rem 0; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--text); padding: 0.375rem 0.75rem 0.375rem 0; }
`;

/** The page that a person reads first: all of a copy that people read, in their language, without a script or a link out. */
export function accessPage(document: AccessDocument, language: Language): string {
  const words = wordsIn(language);
  const tell = tellIn(language);
  const style = styleOf(PLAIN_SETTINGS.colours) + TABLES;
  const title = tell('title', { organisation: document.organisation });
  const onlyKinds = document.takenOut.some(({ because }) => because === 'only-categories');
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(style).replace(/; frame-ancestors [^;]*/, '')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${tell('lead', { date: words.day(new Date(document.madeAt)) })}</p>
<p>${tell('files')}</p>
${onlyKinds ? html`<p>${tell('only')}</p>` : null}
<h2>${tell('rows')}</h2>
${document.datasets.length === 0 ? html`<p>${tell('rows.none')}</p>` : document.datasets.map((one) => dataset(words, tell, one))}
${own(words, tell, document)}
${audiences(tell, document)}
${inferences(words, tell, document)}
${passedOn(words, tell, document)}
${notThere(tell, document)}
<h2>${tell('rights')}</h2>
<p>${tell('rights.about')}</p>
<p>${tell('check')}</p>
</main>
</body>
</html>
`.text;
}

const dataset = (words: Words, tell: Tell, part: Dataset): Markup => html`<h3>${part.dataset}</h3>
<p>${tell('found', { field: part.foundBy, system: part.system ?? part.source })}</p>
${table(
  [
    tell('field'),
    tell('meaning'),
    tell('origin'),
    tell('purposes'),
    tell('basis'),
    tell('retention'),
    tell('recipients'),
  ],
  part.fields.map((field) => [field.field, ...meaningOf(words, tell, field)]),
)}
${entries(tell, part)}
${part.rows.length > MOST_SHOWN ? html`<p>${tell('more', { count: String(part.rows.length - MOST_SHOWN) })}</p>` : null}`;

/** Few columns stand side by side, a row each; many one below the other, a table for each row. */
function entries(tell: Tell, { fields, rows }: Dataset): Markup | readonly Markup[] {
  const some = rows.slice(0, MOST_SHOWN);
  const number = (index: number): string => tell('record', { number: String(index + 1) });
  if (rows.length > 1 && fields.length <= MOST_SIDE_BY_SIDE)
    return table(
      [tell('rows'), ...fields.map(({ field }) => field)],
      some.map((row, index) => [number(index), ...fields.map(({ field }) => shown(row[field] ?? null))]),
    );
  return some.map((row, index) =>
    table(
      [tell('field'), tell('value')],
      fields.map(({ field }) => [field, shown(row[field] ?? null)]),
      number(index),
    ),
  );
}

/** What it is, from where, what for, why we may, how long, and who gets it. */
function meaningOf(words: Words, tell: Tell, about: Described): readonly string[] {
  const { say } = words;
  const or = (text: string | null): string => text ?? tell('unknown');
  return [
    say(kindOf(about.category)),
    `${say(about.origin === null ? 'origin.unknown' : `origin.${about.origin}`)}${about.supplier === null ? '' : ` (${about.supplier})`}`,
    about.purposes.join(', ') || tell('unknown'),
    about.basis === null
      ? tell('unknown')
      : has(TEXTS.en, `basis.${about.basis}`)
        ? say(`basis.${about.basis}` as TextKey)
        : about.basis,
    or(about.retention),
    about.recipients.join(', ') || tell('nobody'),
  ];
}

function own(words: Words, tell: Tell, { own: parts }: AccessDocument): Markup | null {
  if (parts.length === 0) return null;
  return html`<h2>${tell('own')}</h2>
${table(
  [tell('field'), tell('value'), tell('purposes'), tell('basis'), tell('retention')],
  parts.map(({ part, about, data }) => {
    const [, , purposes, basis, retention] = meaningOf(words, tell, about);
    const name = `own.${part}`;
    return [
      has(ACCESS_TEXTS.en, name) ? tell(name as AccessTextKey) : part,
      tell('own.count', { count: String(data.length), part }),
      purposes!,
      basis!,
      retention!,
    ];
  }),
)}`;
}

const audiences = (tell: Tell, { audiences: all }: AccessDocument): Markup | null =>
  all.length === 0
    ? null
    : html`<h2>${tell('audiences')}</h2>
${table(
  [tell('use'), tell('reached'), tell('purposes'), tell('rules')],
  all.map(({ use, isReached, purpose, rules }) => [
    use,
    tell(isReached ? 'reached.yes' : 'reached.no'),
    purpose ?? tell('unknown'),
    rules.flatMap(({ name, reason, applies }) => (applies ? (reason ?? name) : [])).join('; '),
  ]),
)}`;

const inferences = (words: Words, tell: Tell, { inferences: all }: AccessDocument): Markup | null =>
  all.length === 0
    ? null
    : html`<h2>${tell('inferences')}</h2>
${table(
  [tell('score'), tell('value'), tell('why'), tell('origin'), tell('purposes'), tell('retention')],
  all.map((one) => {
    const [, origin, purposes, , retention] = meaningOf(words, tell, one);
    const { explanation, unexplained } = one;
    const why =
      explanation === null
        ? (unexplained ?? tell('unknown'))
        : [explanation.headline, ...explanation.reasons, ...explanation.notKnown].join(' ');
    return [
      one.model === null ? one.name : `${one.name} (${one.model})`,
      shown(one.value),
      inEnglish(why),
      origin!,
      purposes!,
      retention!,
    ];
  }),
)}`;

const passedOn = ({ say }: Words, tell: Tell, { recipients, origins }: AccessDocument): Markup => html`
${
  recipients.length === 0
    ? null
    : html`<h2>${tell('recipient')}</h2>
${table(
  [tell('recipients'), tell('recipient.kinds')],
  recipients.map(({ name, categories }) => [name, kinds(say, categories)]),
)}`
}
${
  origins.length === 0
    ? null
    : html`<h2>${tell('origins')}</h2>
${table(
  [tell('origin'), tell('recipient.kinds')],
  origins.map(({ origin, from, categories }) => [
    `${say(origin === null ? 'origin.unknown' : `origin.${origin}`)}${from === null ? '' : ` (${from})`}`,
    kinds(say, categories),
  ]),
)}`
}`;

const kinds = (say: Words['say'], categories: readonly string[]): string =>
  [...new Set(categories.map((category) => say(kindOf(category))))].join(', ');

const notThere = (tell: Tell, { notAnswered, takenOut }: AccessDocument): Markup => html`
${
  notAnswered.length === 0
    ? null
    : html`<h2>${tell('not-answered')}</h2>
<p>${tell('not-answered.about')}</p>
<ul>${notAnswered.map(({ part, because }) => html`<li class="fact"><strong>${part}</strong><p lang="en">${because}</p></li>`)}</ul>`
}
${
  takenOut.length === 0
    ? null
    : html`<h2>${tell('taken-out')}</h2>
<ul>${takenOut.map(({ where, because }) => {
        const key = `out.${because}`;
        return html`<li class="fact"><strong>${where}</strong><p>${has(ACCESS_TEXTS.en, key) ? tell(key as AccessTextKey) : because}</p></li>`;
      })}</ul>`
}`;

const table = (
  head: readonly string[],
  rows: ReadonlyArray<ReadonlyArray<string | Markup>>,
  caption: string | null = null,
): Markup => html`<div class="wide" tabindex="0"><table>${caption === null ? null : html`<caption>${caption}</caption>`}
<thead><tr>${head.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>${rows.map(([first, ...cells]) => html`<tr><th scope="row">${first!}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;

/** Explanations are made in English; whoever has a page read aloud hears them so. */
const inEnglish = (text: string): Markup => html`<span lang="en">${text}</span>`;

const shown = (value: string | number | boolean | null): string =>
  value === null
    ? '–'
    : // Six digits are what people read; all of them stand in data.json.
      String(typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value);

/** The words for a category: those of the nearest of its parents that has words. */
function kindOf(category: string | null): TextKey {
  const key = `data.${category?.split('.')[1] ?? 'other'}`;
  return has(TEXTS.en, key) ? (key as TextKey) : 'data.other';
}

const has = (texts: object, key: string): boolean => Object.hasOwn(texts, key);
