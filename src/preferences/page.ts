import { LANGUAGES, type PageSettings } from '../app/server/choices/page-settings.ts';
import { html, Markup } from '../report/html/markup.ts';
import { policyOf, styleOf } from './style.ts';
import { TEXTS, type Words } from './texts/index.ts';

/** What every page of the customers has. */
export interface PageFrame {
  readonly words: Words;
  readonly settings: PageSettings;
  /** Whether the browser says Global Privacy Control. */
  readonly saysNoToSale: boolean;
  /** Whether we know whose browser it is, so that what it says was kept. */
  readonly isKept?: boolean;
  /** For how long a private page works still. */
  readonly minutesLeft?: number;
  /** Whether the page answers a form alone, so that a link to its address in another language would lose what is in it. */
  readonly isOnlyHere?: boolean;
  /** Path of this page, for its other languages. */
  readonly path: string;
}

export interface Page {
  readonly text: string;
  readonly policy: string;
}

/** A whole page: title, way out, content, languages. Without a script, a cookie or anything from elsewhere. */
export function pageOf(
  { words, settings, saysNoToSale, isKept = false, isOnlyHere = false, path }: PageFrame,
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
<p>${say(saysNoToSale ? 'gpc.on' : 'gpc.off')}${saysNoToSale ? html` ${say(isKept ? 'gpc.kept' : 'gpc.visit')}` : null}</p>
<p>${say('footer')}</p>
${settings.charter && path !== '/charter' ? html`<p><a href="${inLanguage('/charter', words)}">${say('charter.link')}</a></p>` : null}
${
  isOnlyHere
    ? null
    : html`<nav aria-label="${say('other-languages')}">${others.map(
        (one) =>
          html`<a href="${path}?lang=${one}" lang="${one}" hreflang="${one}">${TEXTS[one].language}</a>`,
      )}</nav>`
}
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

/** The id of what a page says after a press. */
export const SAID = 'said';

/**
 * What a page says after a press. The address that leads here ends with its id, so that the page comes back to where it
 * stands, and it takes the focus, so that it is read aloud and the next Tab goes on from there.
 */
export const saidBox = (says: readonly string[], next: Markup | null = null): Markup =>
  html`<div class="said" id="${SAID}" tabindex="-1" role="status">${says.map((one) => html`<p>${one}</p>`)}${next}</div>`;

/** That a page is private, and for how long it works still. */
export const privateFor = ({ words, minutesLeft = 0 }: PageFrame): string =>
  words.say('proven', { time: words.minutes(minutesLeft) });

/**
 * Before the first button of a form whose buttons do different things: by Enter in a field a browser presses the first,
 * and where that one is off it presses none.
 */
export const NOTHING_BY_ENTER: Markup = html`<button disabled hidden></button>`;

/** The address of a page in the language that is shown. */
export const inLanguage = (path: string, { language }: Words): string => `${path}?lang=${language}`;
