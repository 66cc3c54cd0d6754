import { createHash } from 'node:crypto';
import { html, Markup } from '../../../report/html/markup.ts';
import type { ShownExplanation } from './show.ts';

/** A page, and what a browser may do with it. */
export interface Card {
  readonly html: string;
  /** Content security policy: no script, no request, its own styles alone. */
  readonly policy: string;
}

/**
 * An explanation as a small page without script, to be shown inside another system: fetched by its server, or in a frame
 * of our own origin. Every text of a workspace or a person is escaped.
 */
export function explanationCard(explanation: ShownExplanation): Card {
  const { headline, reasons, notKnown, sureness, change, review, contest, overrides } = explanation;
  const isCustomer = explanation.for === 'customer';
  const list = (items: readonly string[]): Markup =>
    html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
  const section = (title: string, content: Markup): Markup =>
    html`<section><h2>${title}</h2>${content}</section>`;
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Why: ${explanation.outcome}</title><style>${new Markup(STYLES)}</style></head>
<body><main><h1>${headline}</h1>
${reasons.length === 0 ? null : section('Reasons', list(reasons.map(({ says }) => says)))}
${section(isCustomer ? 'What it does not know' : 'What the score does not know', list(notKnown))}
${section('How sure it is', html`<p>${SURENESS[sureness.level]}: ${sureness.because}.</p>`)}
${section('What would change it', html`<p>${change.says}</p>`)}
${
  overrides.length === 0
    ? null
    : section(
        'Overridden',
        list(
          overrides.map(
            ({ outcome, reason, at }) =>
              `${at.slice(0, 10)}: “${outcome}”${reason === null ? '' : `. ${reason}`}`,
          ),
        ),
      )
}
${isCustomer && contest !== null ? section('If you disagree', html`<p>${contest}</p>`) : null}
${!isCustomer && review !== null ? section('A person looks again', html`<p>${review}</p>`) : null}
</main></body></html>
`;
  return { html: page.text, policy: POLICY };
}

const SURENESS: Readonly<Record<ShownExplanation['sureness']['level'], string>> = {
  close: 'A close call',
  clear: 'Clear',
  far: 'Not close',
  unknown: 'Not known',
};

const STYLES = `:root{color-scheme:light dark}body{margin:0;font:1rem/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}
main{max-width:34rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}h1{font-size:1.15rem;line-height:1.35;margin:0 0 .75rem}
h2{font-size:1rem;margin:1rem 0 .25rem}ul{margin:0;padding-left:1.25rem}p{margin:0}`;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLES).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');
