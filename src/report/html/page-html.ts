import { createHash } from 'node:crypto';
import type { Verdict } from '../../kernel/gravity.ts';
import { html, Markup } from './markup.ts';
import { shape } from './shapes.ts';
import { STYLES } from './styles.ts';

/** One file that needs nothing else: no script, no font, no picture from elsewhere, and a policy that forbids them. */
export function pageHtml(title: string, head: Markup, body: Markup, ownStyles = ''): string {
  const styles = ownStyles === '' ? STYLES : `${STYLES}\n${ownStyles}`;
  const hash = createHash('sha256').update(styles).digest('base64');
  return `${
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<title>${title}</title>
<style>${new Markup(styles)}</style>
</head>
<body>
<a class="skip" href="#content">To the content</a>
<header>
${head}
</header>
<main id="content">
${body}
</main>
</body>
</html>`.text
  }\n`;
}

/** The verdict as the first thing that is seen. */
export const verdictHtml = (verdict: Verdict, title: string, says: string): Markup => html`
<div class="verdict ${verdict}">${shape(verdict)}<div><strong>${title}</strong><p>${says}</p></div></div>`;
