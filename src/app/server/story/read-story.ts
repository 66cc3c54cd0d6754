import { readFile } from 'node:fs/promises';
import { type Story, storySchema } from '../../../report/story/schema.ts';

const YEAR = new URL('../../../../examples/story/year.json', import.meta.url);

/** The year of the fictional outfitter, which `node scripts/make-story.ts` writes; `null` where the examples are not installed. */
export async function readStory(): Promise<Story | null> {
  const text = await readFile(YEAR, 'utf8').catch(() => null);
  return text === null ? null : storySchema.parse(JSON.parse(text));
}
