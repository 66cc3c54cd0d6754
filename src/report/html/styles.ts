/** One set of tokens for light and dark; every pair of text and ground keeps a contrast of 4.5 : 1 or more. */
export const STYLES = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --ink: #16191f; --quiet: #50586a; --line: #dde1e8; --code: #f3f4f7; --link: #1d4fbf;
  --block: #a01522; --block-soft: #fbe9ea; --review: #7d4a00; --review-soft: #fdf1dc; --advise: #1d4fbf; --advise-soft: #e8effc;
  --allow: #17663a; --allow-soft: #e5f4ea; --none: #50586a; --none-soft: #eceef2; --mark: #ffe28a; --mark-ink: #16191f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #101319; --card: #181c24; --ink: #eceef3; --quiet: #a6afc0; --line: #2d3442; --code: #11151c; --link: #8fb4ff;
    --block: #ff9aa2; --block-soft: #3a181d; --review: #f4c06a; --review-soft: #35270f; --advise: #8fb4ff; --advise-soft: #172643;
    --allow: #7fd6a2; --allow-soft: #12301f; --none: #a6afc0; --none-soft: #232936; --mark: #6b5310; --mark-ink: #fff6dc;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; }
main, body > header, footer { max-width: 64rem; margin: 0 auto; padding: 0 24px; }
body > header { padding-top: 40px; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 4px; letter-spacing: -0.01em; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 48px 0 16px; }
h3 { font-size: 1.125rem; line-height: 1.3; margin: 0; }
h4, .minor { font-size: 1rem; margin: 0; display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
p { margin: 0 0 8px; }
a { color: var(--link); text-underline-offset: 2px; }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.quiet { color: var(--quiet); }
.small { font-size: 0.875rem; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 24px; top: 8px; background: var(--card); padding: 8px; }
.notice { margin: 16px 0 0; padding: 8px 16px; background: var(--none-soft); border-radius: 8px; }
.verdict { display: flex; gap: 24px; align-items: center; margin: 24px 0 0; padding: 24px; border-radius: 12px; border: 1px solid; }
.verdict svg { width: 56px; height: 56px; flex: none; }
.verdict strong { display: block; font-size: 1.5rem; line-height: 1.25; }
.verdict p { margin: 4px 0 0; color: var(--ink); }
.block { color: var(--block); background: var(--block-soft); } .review { color: var(--review); background: var(--review-soft); }
.advise { color: var(--advise); background: var(--advise-soft); } .allow { color: var(--allow); background: var(--allow-soft); }
.none { color: var(--none); background: var(--none-soft); }
.verdict.block, .verdict.review, .verdict.allow { border-color: currentColor; }
.badge { display: inline-flex; align-items: center; gap: 6px; padding: 2px 10px 2px 8px; border-radius: 999px; font-size: 0.875rem; font-weight: 600; white-space: nowrap; }
.badge svg { width: 14px; height: 14px; }
.tiles { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: 12px; list-style: none; margin: 0; padding: 0; }
.tile { background: var(--card); border: 1px solid var(--line); border-top: 4px solid var(--line); border-radius: 8px; padding: 16px; display: flex; flex-direction: column; }
.tile.is-block { border-top-color: var(--block); } .tile.is-review { border-top-color: var(--review); } .tile.is-advise { border-top-color: var(--advise); }
.tile b { font-size: 2rem; line-height: 1.1; margin: 0 0 8px; order: -1; }
.tile span { font-weight: 600; line-height: 1.3; }
.tile small { color: var(--quiet); font-size: 0.875rem; margin-top: 4px; }
table { border-collapse: collapse; width: 100%; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
th, td { text-align: left; padding: 10px 16px; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: break-word; }
thead th { border-top: 0; font-size: 0.875rem; color: var(--quiet); font-weight: 600; }
tbody th { font-weight: 600; }
td code.id { overflow-wrap: anywhere; }
th[scope=row] { max-width: 20rem; }
@media (min-width: 56rem) { th[scope=row] { min-width: 14rem; } }
.after { margin-top: 12px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin: 0 0 24px; overflow: hidden; }
.card > header { padding: 20px 24px; border-bottom: 1px solid var(--line); }
.card > header h3 { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; overflow-wrap: anywhere; }
.facts { display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 8px 0 0; font-size: 0.875rem; color: var(--quiet); }
.facts div { display: flex; gap: 6px; } .facts dt { font-weight: 600; } .facts dd { margin: 0; overflow-wrap: anywhere; }
.finding { padding: 20px 24px; border-bottom: 1px solid var(--line); }
.finding:last-child { border-bottom: 0; }
.check { font-weight: 600; }
.frame { margin: 12px 0; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; background: var(--code); }
.frame figcaption { padding: 6px 12px; font-size: 0.875rem; color: var(--quiet); border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.frame pre { margin: 0; padding: 8px 0; font: 0.875rem/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.row { display: grid; grid-template-columns: 3.5rem 1fr; }
.row i { font-style: normal; color: var(--quiet); text-align: right; padding-right: 16px; user-select: none; }
.row code { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; padding-right: 12px; min-width: 0; }
mark { background: var(--mark); color: var(--mark-ink); border-bottom: 2px solid currentColor; }
.advice code { font: 0.875em ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; background: var(--code); padding: 1px 4px; border-radius: 4px; }
.advice { display: grid; grid-template-columns: 5rem 1fr; gap: 4px 16px; margin: 0; }
.advice dt { font-weight: 600; color: var(--quiet); } .advice dd { margin: 0; overflow-wrap: anywhere; }
.advice .instead { font-weight: 500; border-left: 3px solid var(--allow); padding-left: 12px; }
.norms { display: flex; flex-wrap: wrap; gap: 8px; margin: 12px 0 0; padding: 0; list-style: none; font-size: 0.875rem; }
.norms li { display: inline-flex; align-items: center; gap: 6px; padding: 2px 10px; }
.norms .law { border-radius: 999px; color: var(--ink); border: 1px solid var(--ink); font-weight: 600; }
.norms .law svg { width: 16px; height: 16px; }
.norms .policy { border-radius: 4px; color: var(--quiet); border: 1px dashed var(--quiet); }
.rest { padding: 16px 24px; font-size: 0.9375rem; }
.rest + .rest { border-top: 1px solid var(--line); }
.rest h4 { margin-bottom: 8px; }
.rest ul { margin: 0; padding-left: 20px; } .rest li { overflow-wrap: anywhere; }
code.id { font: 0.875em ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
footer { padding-bottom: 64px; }
@media (max-width: 56rem) { .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
@media (max-width: 24rem) { .tiles { grid-template-columns: minmax(0, 1fr); } .tile { flex-direction: row; flex-wrap: wrap; gap: 0 12px; align-items: baseline; } .tile b { margin: 0; } .tile small { width: 100%; } }
@media (max-width: 36rem) {
  main, body > header, footer { padding-left: 16px; padding-right: 16px; }
  .tile { padding: 12px; }
  .verdict { gap: 16px; padding: 16px; } .verdict svg { width: 40px; height: 40px; }
  .card > header, .finding, .rest { padding-left: 16px; padding-right: 16px; }
  .advice { grid-template-columns: 1fr; } .advice dd { margin-bottom: 8px; }
  .owner { display: none; } th, td { padding: 8px; overflow-wrap: anywhere; }
  .row { grid-template-columns: 2.5rem 1fr; } .row i { padding-right: 8px; }
}
@media print {
  :root {
    --page: #ffffff; --card: #ffffff; --ink: #16191f; --quiet: #50586a; --line: #c9ced8; --code: #ffffff; --link: #16191f;
    --block: #a01522; --block-soft: #ffffff; --review: #7d4a00; --review-soft: #ffffff; --advise: #1d4fbf; --advise-soft: #ffffff;
    --allow: #17663a; --allow-soft: #ffffff; --none: #50586a; --none-soft: #ffffff; --mark: #fff3c4; --mark-ink: #16191f;
  }
  @page { margin: 16mm; }
  body { font-size: 10.5pt; }
  main, body > header, footer { max-width: none; padding: 0; }
  .frame, .tile, tr, .verdict, .rest li { break-inside: avoid; }
  .card { overflow: visible; } h2, h3, h4, .card > header { break-after: avoid; }
  .badge { border: 1px solid currentColor; } .skip { display: none; } .tiles { grid-template-columns: repeat(5, 1fr); }
  .norms { display: block; } .norms li { display: block; border: 0; border-radius: 0; padding: 0; } .norms .law svg { vertical-align: -3px; margin-right: 4px; }
  a { text-decoration: none; } .norms .law::after, .norms .policy::after { content: " (" attr(data-says) ")"; font-weight: 400; }
}
`.trim();
