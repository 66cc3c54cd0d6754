import { relative } from './render-markdown.ts';

export interface SitePage {
  /** On the site, as `docs/gate.html`. */
  readonly address: string;
  readonly title: string;
  readonly section: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A page with its navigation. Nothing is loaded but the style and the script that lie beside it. */
export function pageShell(page: SitePage, pages: readonly SitePage[], html: string): string {
  const to = (address: string): string => relative(page.address, address);
  const sections = [...new Set(pages.map(({ section }) => section))];
  const navigation = sections.map((section) => {
    const links = pages
      .filter((one) => one.section === section)
      .map(
        ({ address, title }) =>
          `<li><a href="${to(address)}"${address === page.address ? ' aria-current="page"' : ''}>${escaped(title)}</a></li>`,
      );
    return `<details${section === page.section ? ' open' : ''}><summary>${section}</summary><ul>${links.join('')}</ul></details>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'">
<title>${escaped(page.title)} – Scruple</title>
<link rel="stylesheet" href="${to('site.css')}">
<script src="${to('search.js')}" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header><a href="${to('index.html')}">Scruple</a>
<div role="search"><label for="search">Find a page by its title</label><input id="search" type="search" autocomplete="off"></div>
</header>
<nav aria-label="Pages">${navigation.join('\n')}</nav>
<main id="content" tabindex="-1">
${html}
</main>
</body>
</html>
`;
}

export const STYLE = `:root{color-scheme:light dark;--page:#fff;--text:#1a1d24;--link:#1d4fbf;--edge:#c9cdd6;--code:#f2f4f8}
@media(prefers-color-scheme:dark){:root{--page:#12151c;--text:#eceef3;--link:#9dbcff;--edge:#434957;--code:#1d222c}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.55 system-ui,sans-serif;display:grid;grid-template:auto 1fr/18rem minmax(0,1fr)}
header{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:1rem;align-items:center;justify-content:space-between;padding:.75rem 1.5rem;border-bottom:1px solid var(--edge)}
header a{font-weight:700}
header input{margin-left:.5rem;padding:.35rem;font:inherit;border:1px solid var(--text);background:var(--page);color:var(--text)}
nav{padding:1rem 1.5rem;border-right:1px solid var(--edge)}
nav ul{list-style:none;margin:.25rem 0 .75rem;padding:0 0 0 .75rem}
nav li{padding:.15rem 0;overflow-wrap:anywhere}
nav [aria-current]{font-weight:700}
summary{cursor:pointer;font-weight:600}
main{padding:1rem 2rem 4rem;max-width:56rem}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
pre,.wide{overflow:auto}
pre{background:var(--code);padding:1rem}
table{border-collapse:collapse}
th,td{border:1px solid var(--edge);padding:.35rem .6rem;text-align:left;vertical-align:top}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;background:var(--page);padding:.5rem}
@media(max-width:50rem){body{display:block}nav{border:0}}
`;

/** Leaves in the navigation what has the typed words in its title; without a script all of it stands there. */
export const SEARCH = `const field = document.getElementById('search');
const groups = [...document.querySelectorAll('nav details')].map((details) => ({ details, wasOpen: details.open, links: [...details.querySelectorAll('li')] }));
field.addEventListener('input', () => {
  const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const { details, wasOpen, links } of groups) {
    let found = 0;
    for (const link of links) {
      link.hidden = !words.every((word) => link.textContent.toLowerCase().includes(word));
      if (!link.hidden) found += 1;
    }
    details.hidden = found === 0;
    details.open = words.length === 0 ? wasOpen : found > 0;
  }
});
`;
