/**
 * Writes the documents that are made from declarations: docs/use-card.md, docs/required.md, docs/checks.md and
 * docs/problems.md, and puts the outputs of
 * commands into README.md. A test compares them with what this script would write. Run: node scripts/publish-docs.ts
 */
import { readFile, writeFile } from 'node:fs/promises';
import { documents } from '../test/harness/documents.ts';
import { withOutputs } from '../test/harness/made-blocks.ts';

for (const [name, text] of Object.entries(documents()))
  await writeFile(new URL(`../docs/${name}`, import.meta.url), text);

const readme = new URL('../README.md', import.meta.url);
await writeFile(readme, withOutputs(await readFile(readme, 'utf8')));
