import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { CLIENT, consoleClient } from '../../scripts/console-client.ts';

describe('the client of the console', () => {
  it('is current', async () => {
    const kept = await readFile(new URL(`../../${CLIENT}`, import.meta.url), 'utf8');
    expect(kept, 'run: node scripts/publish-client.ts').toBe(await consoleClient());
  });
});
