import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { CHECK_TITLES, checkTitles } from '../../scripts/console-check-titles.ts';
import { CLIENT, consoleClient } from '../../scripts/console-client.ts';

describe('the client of the console', () => {
  it('is current', async () => {
    const kept = await readFile(new URL(`../../${CLIENT}`, import.meta.url), 'utf8');
    expect(kept, 'run: node scripts/publish-client.ts').toBe(await consoleClient());
  });

  it('calls every check what its declaration calls it', async () => {
    const kept = await readFile(new URL(`../../${CHECK_TITLES}`, import.meta.url), 'utf8');
    expect(kept, 'run: node scripts/publish-client.ts').toBe(checkTitles());
  });
});
