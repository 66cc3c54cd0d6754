import { createHash } from 'node:crypto';
import type { PageSettings } from '../app/server/choices/page-settings.ts';

type Theme = PageSettings['colours'];

/** The one style of the customers’ pages, in the colours that are set up. Lines and grey words are mixed from them. */
export const styleOf = ({ light, dark }: Theme): string => `
:root { color-scheme: light dark; --page: ${light.page}; --text: ${light.text}; --accent: ${light.accent}; }
@media (prefers-color-scheme: dark) { :root { --page: ${dark.page}; --text: ${dark.text}; --accent: ${dark.accent}; } }
html { font: 1.25rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; background: var(--page); color: var(--text); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 36rem; padding: 1rem 1rem 3rem; overflow-wrap: break-word; }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; justify-content: space-between; align-items: center; font-size: 1rem; }
h1 { font-size: 2rem; line-height: 1.15; letter-spacing: -0.015em; margin: 1.5rem 0 0.5rem; text-wrap: balance; }
h2 { font-size: 1.375rem; line-height: 1.25; margin: 2.75rem 0 0.25rem; }
h3 { font-size: 1.25rem; line-height: 1.3; margin: 1.5rem 0 0.25rem; }
p { margin: 0.25rem 0 0.75rem; }
ul { list-style: none; margin: 0; padding: 0; }
li + li { border-top: 1px solid var(--text); }
@supports (color: color-mix(in srgb, red, blue)) { li + li { border-top-color: color-mix(in srgb, var(--text) 22%, var(--page)); } }
li { padding: 0.75rem 0; display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; justify-content: space-between; align-items: center; }
li.fact { display: block; }
li p { margin: 0; }
.small { font-size: 1rem; }
.pair { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.row { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); grid-auto-rows: 1fr; gap: 0.5rem; }
.pair > * { min-width: 5.5rem; }
button, .button { box-sizing: border-box; min-height: 3rem; padding: 0.5rem 1rem; font: inherit; font-weight: 600; line-height: 1.25; color: var(--accent); background: var(--page); border: 2px solid var(--accent); border-radius: 0.75rem; cursor: pointer; text-align: center; text-decoration: none; display: inline-flex; align-items: center; justify-content: center; }
button[aria-pressed="true"], button.main { color: var(--page); background: var(--accent); }
button[aria-pressed="true"]::before { content: "✓\\00a0"; content: "✓\\00a0" / ""; }
button.main { width: 100%; }
[hidden] { display: none; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--text); outline-offset: 3px; }
.said { border: 2px solid var(--text); border-radius: 0.75rem; padding: 0.75rem 1rem; margin: 1rem 0; }
.said { scroll-margin-top: 30vh; }
li > .said { flex-basis: 100%; margin: 0; }
.said p + p { margin-top: 0.5rem; }
.said p:last-child { margin-bottom: 0; }
label { display: block; font-weight: 600; }
input, select, textarea { box-sizing: border-box; width: 100%; min-height: 3rem; padding: 0.5rem 0.75rem; margin: 0.25rem 0 0.75rem; font: inherit; color: inherit; background: var(--page); border: 2px solid var(--text); border-radius: 0.75rem; }
details { margin: 1rem 0; }
summary { cursor: pointer; font-weight: 600; min-height: 2.5rem; }
textarea { min-height: 5rem; resize: vertical; }
footer { margin-top: 3rem; font-size: 1rem; }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
nav a { padding: 0.5rem 0; }
@media (forced-colors: active) { button[aria-pressed="true"] { forced-color-adjust: none; } }
`;

/** What a page may do: show its style and send its forms to us. Nothing else is loaded, by nobody. */
export const policyOf = (style: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
