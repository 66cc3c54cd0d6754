import { writeFile } from 'node:fs/promises';
import { CHECK_TITLES, checkTitles } from './console-check-titles.ts';
import { CLIENT, consoleClient } from './console-client.ts';

// Writes what the console knows of the server: its client, from the description of the API, and the names of the checks.
await writeFile(new URL(`../${CLIENT}`, import.meta.url), await consoleClient());
await writeFile(new URL(`../${CHECK_TITLES}`, import.meta.url), checkTitles());
