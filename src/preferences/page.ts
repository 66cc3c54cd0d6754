import { LANGUAGES, type PageSettings } from '../app/server/choices/page-settings.ts';
import { html, Markup } from '../report/html/markup.ts';
import { policyOf, styleOf } from './style.ts';
import { TEXTS, type Words } from './texts/index.ts';

/** What every page of the customers has. */
export interface PageFrame {
  readonly words: Words;
  readonly settings: PageSettings;
  /** Whether the browser says Global Privacy Control, and it was kept where we know whose it is. */
  readonly saysNoToSale: boolean;
  /** Path of this page, for its other languages. */
  readonly path: string;
}

export interface Page {
  readonly text: string;
  readonly policy: string;
}

/** A whole page: title, way out, content, languages. Without a script, a cookie or anything from elsewhere. */
export function pageOf(
  { words, settings, saysNoToSale, path }: PageFrame,
  title: string,
  content: Markup,
): Page {
  const { say } = words;
  const style = styleOf(settings.colours);
  const others = LANGUAGES.filter((one) => one !== words.language);
  const page = html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<header>
<span>${settings.organisation}</span>
<a class="button" href="${settings.leaveTo}" rel="noreferrer noopener">${say('leave-quickly')}</a>
</header>
<main>
<h1>${title}</h1>
${content}
</main>
<footer>
${settings.contact === null ? null : html`<p>${say('contact.us', { contact: settings.contact })}</p>`}
<p>${say(saysNoToSale ? 'gpc.on' : 'gpc.off')}</p>
<p>${say('footer')}</p>
${settings.charter && path !== '/charter' ? html`<p><a href="${inLanguage('/charter', words)}">${say('charter.link')}</a></p>` : null}
<nav aria-label="${say('other-languages')}">${others.map(
    (one) => html`<a href="${path}?lang=${one}" lang="${one}" hreflang="${one}">${TEXTS[one].language}</a>`,
  )}</nav>
</footer>
</body>
</html>
`;
  return { text: page.text, policy: policyOf(style) };
}

/** A page with a sentence and at most one thing to do. */
export const plainPage = (
  frame: PageFrame,
  title: string,
  says: string,
  next: { readonly href: string; readonly label: string } | null,
): Page =>
  pageOf(
    frame,
    title,
    html`<p>${says}</p>${next === null ? null : html`<p><a class="button" href="${next.href}">${next.label}</a></p>`}`,
  );

/**
 * Before the first button of a form whose buttons do different things: by Enter in a field a browser presses the first,
 * and where that one is off it presses none.
 */
export const NOTHING_BY_ENTER: Markup = html`<button disabled hidden></button>`;

/** The address of a page in the language that is shown. */
export const inLanguage = (path: string, { language }: Words): string => `${path}?lang=${language}`;
