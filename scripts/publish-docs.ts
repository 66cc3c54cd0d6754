/**
 * Writes the documents that are made from declarations: docs/use-card.md, docs/required.md, docs/checks.md and
 * docs/problems.md. A test compares them with what this script would write. Run: node scripts/publish-docs.ts
 */
import { writeFile } from 'node:fs/promises';
import { documents } from '../test/harness/documents.ts';

for (const [name, text] of Object.entries(documents()))
  await writeFile(new URL(`../docs/${name}`, import.meta.url), text);
