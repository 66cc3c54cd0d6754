import { html, type Markup } from './markup.ts';

/** How the judgement came about, for whoever opens the file a year later. */
export const methodHtml = (
  version: string,
  facts: readonly string[],
  hashes: ReadonlyArray<{ readonly name: string; readonly hash: string }>,
): Markup => html`
<h2>Method and versions</h2>
<p>Every check reads the card, the data map, the audience and the messages, and quotes what it saw. All are rules but one part: a classifier helps to read the wording of messages, and alone it never blocks. The verdict of a use is that of its gravest open finding, and at least review where something required could not be assessed. A waiver keeps a finding in the report and takes it out of the verdict.</p>
<p>A norm with a seal is law that was read at its source, is in force and applies where the use runs. A norm with a dashed line is a standard or policy. Values that identify people are masked.</p>
<p class="quiet">${[`scruple ${version}`, ...facts].join('; ')}</p>
${
  hashes.length === 0
    ? null
    : html`<table>
<caption class="skip">Content hashes</caption>
<thead><tr><th scope="col">Judged</th><th scope="col">Hash of its content</th></tr></thead>
<tbody>${hashes.map(({ name, hash }) => html`<tr><th scope="row">${name}</th><td><code class="id">${hash}</code></td></tr>`)}</tbody>
</table>`
}`;
