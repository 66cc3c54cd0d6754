/** Opens the store of a folder in a process of its own and says what it took: `node open-once.ts FOLDER`. */
import { openStore } from '../../src/stores/sql/open-store.ts';
import { nextEntry } from '../../test/contract/store-engines.ts';

const opened = await openStore({ folder: process.argv[2]! }, { nextEntry });
if (!opened.ok) throw new Error(opened.problem.message);
const secondsFromStart = performance.now() / 1000;
await opened.value.close();
const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ seconds: secondsFromStart, megabytes: maxRSS / 1024 }));
