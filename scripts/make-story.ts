import { mkdir, writeFile } from 'node:fs/promises';
import { storyPage } from './story/page.ts';
import { tellStory } from './story/tell.ts';

// Simulates the year of the fictional outfitter, runs the monitors over it, and writes examples/story/year.json and docs/story.md.
const SEED = 20_251_101;
const PEOPLE = 4_000;
const root = new URL('../', import.meta.url);
const story = tellStory(SEED, PEOPLE);
await mkdir(new URL('examples/story/', root), { recursive: true });
await writeFile(new URL('examples/story/year.json', root), `${JSON.stringify(story, null, 1)}\n`);
await writeFile(new URL('docs/story.md', root), storyPage(story));
