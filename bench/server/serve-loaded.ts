/** A server without limits of requests over a store that is there: `node serve-loaded.ts LOCATION`. Says where it listens. */
import { createServer } from '../../src/api/create-server.ts';
import { openServer } from '../../src/app/server/open-server.ts';
import type { StoreLocation } from '../../src/stores/sql/store.ts';
import { AT_REST } from './people.ts';

const origin = () => 'http://127.0.0.1';
const opened = await openServer({
  location: JSON.parse(process.argv[2]!) as StoreLocation,
  keyAtRest: AT_REST,
  keyFolder: '.',
  origin,
  oidc: null,
});
if (!opened.ok) throw new Error(opened.problem.message);
const app = await createServer({
  services: opened.value.services,
  version: '0.0.0',
  origin,
  // What a server writes to its log belongs to what an answer costs.
  logTo: process.stderr,
  limits: { perMinute: 1e9, wrongCredentialsPerMinute: 1e9, signInsPerMinute: 1e9 },
});
process.once('SIGTERM', async () => {
  await app.close();
  await opened.value.close();
  process.exit(0);
});
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
