/**
 * A gate in a process of its own: `node follow-gate.ts ADDRESS KEY TRUST`. Reads keys of people, one a line, and writes each
 * with the time, in milliseconds since 1970, at which it first says that the person said no.
 */
import { createInterface } from 'node:readline';
import { createGate } from '../../src/gate/library/create-gate.ts';
import { overHttp } from '../../src/gate/library/over-http.ts';
import { HASH } from '../../src/gate/testing/moments.ts';

const [, , server, key, trustedKeys] = process.argv as [string, string, string, string, string];
const gate = createGate({ trustedKeys, server: overHttp({ server, key }) });
await gate.ready();
process.stdout.write('ready\n');
for await (const subject of createInterface({ input: process.stdin })) {
  const question = {
    use: 'spring',
    channel: 'email',
    dispatch: 'monday',
    contentHash: HASH,
    subject,
  } as const;
  while (!gate.decide(question).reasons.some(({ code }) => code === 'said-no'))
    await new Promise((resolve) => setTimeout(resolve, 1));
  process.stdout.write(`${subject} ${performance.timeOrigin + performance.now()}\n`);
}
await gate.close();
