import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sentenceForPerson } from '../../src/gate/explain/for-person.ts';
import type { ReasonCode } from '../../src/gate/reason-codes.ts';
import { ENGINES } from '../contract/store-engines.ts';
import { Customer } from './customer-pages.ts';
import { GateWorld } from './gate-world.ts';
import { TestServer } from './harness.ts';

describe.each(ENGINES)('why somebody did not get a message, $name', (engine) => {
  let server: TestServer;
  let world: GateWorld;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    world = await GateWorld.in(server, await server.administrator());
    await world.use('spring');
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  const page = async (name: string, language: string, isProven = true) => {
    const customer = new Customer(server, name);
    const token = isProven ? customer.token('facts', 'why spring') : customer.token('why', 'spring');
    const { status, body } = await server.ask<string>(`/why/${token}?lang=${language}`);
    expect(status).toBe(200);
    return body;
  };

  it('is told from what the gate decided last, in the language of the page', async () => {
    const lee = await world.person('lee');
    await world.choose('lee', 'withdrawn');
    const asked = (await world.ask('spring', lee)).body;
    expect(asked.reasons.length).toBeGreaterThan(0);
    for (const language of ['en', 'de', 'fr', 'es'] as const) {
      const shown = await page('lee', language);
      for (const { code } of asked.reasons as Array<{ code: ReasonCode }>)
        expect(shown).toContain(`<li>${sentenceForPerson(code, language)}</li>`);
    }
    // Whoever a mail was forwarded to learns nothing of it.
    const open = async (name: string) =>
      (await page(name, 'en', false)).replaceAll(/\/why\/[^?"]+/g, '/why/x');
    expect(await open('lee')).toBe(await open('never-asked'));
    expect(await open('lee')).toContain('This page is the same for everyone who has your link.');
    await world.choose('lee', 'given');
    server.now = new Date(server.now.getTime() + 60_000);
    await world.choose('lee', 'given');
    expect((await world.ask('spring', lee, { dispatch: 'later' })).body.decision).toBe('permit');
    expect(await page('lee', 'en')).not.toContain('You did not get this message');
  });

  it('is said nowhere where the gate decided nothing of the person', async () => {
    expect(await page('stranger', 'en')).not.toContain('You did not get this message');
  });
});
