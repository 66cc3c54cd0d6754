import { writeFile } from 'node:fs/promises';
import { CLIENT, consoleClient } from './console-client.ts';

// Writes the client of the console from the description of the API.
await writeFile(new URL(`../${CLIENT}`, import.meta.url), await consoleClient());
