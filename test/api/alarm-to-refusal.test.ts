import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from '../contract/store-engines.ts';
import { type Refusal, UnderLoad } from '../harness/alarm-to-refusal.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { TestServer } from './harness.ts';

sayWithoutPostgres('alarm to refusal on PostgreSQL');

const USES = ['a', 'b', 'c', 'd', 'e', 'f'].map((one) => `use-${one}`);
/** The goal is 250 ms; bench/outcomes/alarm-to-refusal.ts measures it. Many tests share this machine. */
const SHARED_MS = 2_500;

describe.each(ENGINES)('from an alarm to the first refused decision, under load, $name', (engine) => {
  let server: TestServer;
  let load: UnderLoad;
  const seen: Refusal[] = [];
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    load = await UnderLoad.start(server, USES);
    for (const use of USES) seen.push(await load.tip(use));
  }, 240_000);
  afterAll(async () => {
    await load?.stop();
    await server?.stop();
    await engine.stop();
  });

  it('passes little time, and the last permit goes out no later', () => {
    for (const { first, lastPermit } of seen) {
      expect(first).toBeLessThan(SHARED_MS);
      expect(lastPermit).toBeLessThan(SHARED_MS);
    }
    expect(load.delivered).toBeGreaterThan(0);
  });

  it('nothing is permitted that was asked after it, alone or in a list', () => {
    expect(seen.map(({ permittedAfter }) => permittedAfter)).toEqual(seen.map(() => 0));
    expect(seen.some(({ listInFlight }) => listInFlight)).toBe(true);
  });
});
