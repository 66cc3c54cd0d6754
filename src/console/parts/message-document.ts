import type { PreviewMarkup } from '../api/client.ts';

type Markup = NonNullable<PreviewMarkup>;

/** What a mail program gives a message that says nothing of its looks. */
const BEFORE = `
:root { color-scheme: light; background: #fff; color: #16191f; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 16px; overflow-wrap: anywhere; }
a { color: #1d4fbf; text-decoration: underline; }
`;

/** Ours come last and win: a message cannot hide what was found in it. */
const AFTER = `
mark[data-finding] { display: inline !important; visibility: visible !important; opacity: 1 !important;
  position: relative !important; font-size: max(1em, 12px) !important; text-indent: 0 !important;
  color: #16191f !important; background: #ffe28a !important; border-bottom: 3px solid #7d4a00 !important;
  clip-path: none !important; transform: none !important; }
mark[data-gravity="block"] { border-bottom: 3px double #a01522 !important; }
mark[data-gravity="advise"] { border-bottom: 3px dotted #1d4fbf !important; }
mark[data-pin]::before { content: "\\25C6" !important; font: 16px system-ui !important; }
samp[data-slot] { padding: 0 6px; font: 0.85em ui-monospace, Menlo, Consolas, monospace; color: #50586a;
  background: #eceef2; border: 1px dashed #7b8496; border-radius: 6px; overflow-wrap: anywhere; }
span[data-picture] { display: inline-block; max-width: 100%; padding: 16px; font: 14px/1.4 system-ui, sans-serif;
  color: #50586a; background: #f3f4f7; border: 1px dashed #7b8496; box-sizing: border-box; }
`;

/**
 * A whole document around a message for `<iframe sandbox="" srcdoc>`. Its policy lets it load nothing but pictures that
 * are written out in it, and style elements under the nonce of the page.
 */
export function messageDocument(markup: Markup, nonce: string, current: string | null): string {
  const policy = `default-src 'none'; img-src data:; style-src-elem 'nonce-${nonce}'; style-src-attr 'unsafe-inline'`;
  const style = (text: string): string => `<style nonce="${nonce}">${text.replaceAll('</', '')}</style>`;
  return [
    '<!doctype html><html lang=""><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">',
    style(BEFORE),
    style(markup.styles),
    style(AFTER + currentStyle(current)),
    `</head><body${markup.body}>${markup.html}</body></html>`,
  ].join('');
}

/** Nobody can reach into the frame to scroll it, so it begins at the words that are spoken of, where the browser can. */
const currentStyle = (finding: string | null): string =>
  finding === null || !/^[\w:-]+$/.test(finding)
    ? ''
    : `mark[data-finding~="${finding}"] { outline: 3px solid #1d4fbf !important; outline-offset: 2px !important;
  scroll-initial-target: nearest; scroll-margin: 96px; }`;
