/** What the page of an audit needs beside the styles that all pages share. */
export const AUDIT_STYLES = `
body > header p, body > header h1 { overflow-wrap: anywhere; }
.minute { margin: 0; padding: 16px 24px 16px 40px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; font-size: 1.0625rem; }
.minute li { margin: 0 0 10px; max-width: 44em; overflow-wrap: anywhere; } .minute li:last-child { margin-bottom: 0; }
.verdict.none { border-color: currentColor; }
.chart { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px; break-inside: avoid; }
.chart figcaption { margin-top: 8px; font-size: 0.9375rem; color: var(--quiet); overflow-wrap: anywhere; }
.frame-wide { overflow-x: auto; }
.frame-wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
.plot { display: block; width: 100%; min-width: 36rem; height: auto; color: var(--ink); }
.plot text { white-space: pre; font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; }
.numbers th, .numbers td { padding: 6px 10px; white-space: nowrap; } .numbers thead th { white-space: normal; vertical-align: bottom; }
.numbers td { text-align: right; } .numbers tbody th { max-width: 24rem; white-space: normal; min-width: 8rem; overflow-wrap: anywhere; }
.numbers thead th:not(:first-child) { text-align: right; }
.made { margin: 0; } .made div { display: grid; grid-template-columns: 7rem 1fr; gap: 4px 16px; padding: 4px 0; }
.made dt { font-weight: 600; color: var(--quiet); } .made dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 36rem) { .made div { grid-template-columns: 1fr; } .minute { padding: 12px 16px 12px 32px; } }
@media print { .frame-wide { overflow: visible; } .plot { min-width: 0; } .numbers th, .numbers td { white-space: normal; padding: 3px 6px; font-size: 9pt; } .minute { padding: 8px 8px 8px 24px; } }
`.trim();
