import { mkdir, writeFile } from 'node:fs/promises';
import { publishedSchemas } from './published-schemas.ts';

// Writes docs/schemas from the schemas that the program itself uses.
const folder = new URL('../docs/schemas/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const { file, text } of publishedSchemas()) await writeFile(new URL(file, folder), text);
