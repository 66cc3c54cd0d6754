/** Decides as fast as it can with a strict log and tells how many permits it has given, until it is killed. */
import { createGate } from '../../src/gate/library/create-gate.ts';
import { sealedSpool } from '../../src/gate/library/sealed-spool.ts';
import { HASH, NOON, person } from '../../src/gate/testing/moments.ts';
import { problem } from '../../src/kernel/problem.ts';
import { fail } from '../../src/kernel/result.ts';
import { ServerInMemory } from './server-in-memory.ts';
import { TRUSTED, told, toldPerson } from './signed.ts';

const server = new ServerInMemory(NOON);
server.tell(await told());
server.tell(toldPerson());
// What is decided never reaches the log: only the spool has it.
server.report = async () => fail(problem('gate.unreachable', 'the server does not answer', 'ask again'));
const spool = sealedSpool({ file: process.argv[2]!, key: process.argv[3]! });
const clock = { wall: () => NOON.getTime(), steady: () => 0 };
const gate = createGate({ trustedKeys: TRUSTED, server, clock, spool });
await gate.ready();
const sending = { use: 'winback-spring', channel: 'email', dispatch: 'monday' } as const;
await gate.lease({ ...sending, people: [person().subject] });
for (let permits = 0; ; ) {
  for (let some = 0; some < 100; some += 1)
    if (gate.decide({ ...sending, subject: person().subject, contentHash: HASH }).decision === 'permit')
      permits += 1;
  process.stdout.write(`${permits}\n`);
  await new Promise((resolve) => setImmediate(resolve));
}
