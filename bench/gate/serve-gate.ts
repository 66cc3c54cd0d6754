/**
 * A server with the gate over a store of its own: `node serve-gate.ts LOCATION PEOPLE`. Writes where it listens and a key of
 * the role gate, as one line of JSON.
 */
import { GateWorld } from '../../test/api/gate-world.ts';
import { TestServer } from '../../test/api/harness.ts';

const location = JSON.parse(process.argv[2]!);
const server = await TestServer.start(location === null ? {} : { location });
const ada = await server.administrator();
const world = await GateWorld.in(server, ada);
await world.use('spring');
for (let person = 0; person < Number(process.argv[3]); person += 1) await world.person(`p${person}`);
const { body } = await ada.ask('/v1/keys', { method: 'POST', body: { name: 'g', roles: ['gate'], days: 9 } });
const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${JSON.stringify({ address, key: body.secret })}\n`);
process.once('SIGTERM', () => void server.stop().finally(() => process.exit(0)));
