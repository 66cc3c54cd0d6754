import { mkdir, writeFile } from 'node:fs/promises';
import { tellStory } from './story/tell.ts';

// Simulates the year of the fictional outfitter, runs the monitors over it, and writes examples/story/year.json.
const SEED = 20_251_101;
const PEOPLE = 4_000;
const folder = new URL('../examples/story/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('year.json', folder), `${JSON.stringify(tellStory(SEED, PEOPLE), null, 1)}\n`);
