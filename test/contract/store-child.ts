/** A process of its own that opens a store: `node store-child.ts hold|write|open|fill LOCATION`. Says what it did, a line each. */
import { randomBytes } from 'node:crypto';
import { openStore } from '../../src/stores/sql/open-store.ts';
import type { StoreLocation } from '../../src/stores/sql/store.ts';
import { nextEntry } from './store-engines.ts';
import { entry, sampleUse } from './store-samples.ts';

const [mode = '', location = ''] = process.argv.slice(2);
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const opened = await openStore(JSON.parse(location) as StoreLocation, { nextEntry });
if (!opened.ok) {
  say(`problem ${opened.problem.code} ${opened.problem.message}`);
  process.exit(0);
}
const store = opened.value;
say('open');

if (mode === 'open') await store.close();
if (mode === 'hold') {
  process.once('SIGTERM', () => void store.close().then(() => process.exit(0)));
  setInterval(() => {}, 1000);
}
// Several at a time, so that a kill meets transactions in every state.
if (mode === 'write')
  await Promise.all(
    Array.from({ length: 4 }, async (_, writer) => {
      for (let number = 0; ; number += 1) {
        const id = `use-${process.pid}-${writer}-${number}`;
        const written = await store.write(async (work) => {
          await sampleUse(work, { id });
          work.record(entry(id));
        });
        if (written.ok) say(`kept ${id}`);
      }
    }),
  );
// Until the disk has no room.
if (mode === 'fill')
  for (let number = 0; ; number += 1) {
    const id = `use-${number}`;
    const written = await store.write(async (work) => {
      await sampleUse(work, { id, owner: randomBytes(150_000).toString('base64') });
      work.record(entry(id));
    });
    if (written.ok) say(`kept ${id}`);
    else {
      say(`problem ${written.problem.code} ${written.problem.message}`);
      break;
    }
  }
if (mode === 'fill') {
  const ping = await store.ping();
  say(`ping ${ping.ok}`);
  await store.close().catch(() => {});
  process.exit(0);
}
