import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerSecrets } from '../../src/app/server/ledger/secrets.ts';
import { choiceOf } from '../../src/app/server/ledger/stored-choice.ts';
import { subjectOf } from '../../src/app/server/ledger/subject-of.ts';
import type { ChoiceState } from '../../src/playbook/6-control/ledger/choice-state.ts';
import { foldChoices } from '../../src/playbook/6-control/ledger/choice-state.ts';
import { EVERYTHING, type Scope } from '../../src/playbook/6-control/ledger/scope.ts';
import { makeToken } from '../../src/playbook/6-control/tokens/token.ts';
import { askServer, type Running, startServer } from '../api/running-server.ts';
import { ENGINES, must, open } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';

sayWithoutPostgres('choices of customers while a server on PostgreSQL is killed');

const KEY_AT_REST = 'c'.repeat(64);
const SECRETS = ledgerSecrets(Buffer.from(KEY_AT_REST, 'hex'));
const SHOES: Scope = { purpose: 'marketing.communications.email', channel: 'email', topic: null };
const CLIENTS = 6;

/** Somebody new who leaves, ends all or stops a use, and what must be in the ledger once they were told that it counts. */
function somebody(number: number) {
  const subject = subjectOf(SECRETS, { kind: 'customer', value: randomUUID() });
  const token = (purpose: 'one-click' | 'preferences' | 'why', scope: Scope): string =>
    makeToken(SECRETS.tokens, purpose, { subject, scope, about: 'winback' }, new Date());
  const acts = [
    { path: `/u/${token('one-click', SHOES)}`, body: {}, kind: 'withdrawn' },
    { path: `/preferences/${token('preferences', EVERYTHING)}`, body: { do: 'all-off' }, kind: 'objected' },
    { path: `/why/${token('why', SHOES)}/ask`, body: { do: 'stop' }, kind: 'objected' },
  ];
  return { subject, ...acts[number % acts.length]! };
}

describe.each(ENGINES)('choices of customers while the server is killed, $name', (engine) => {
  let folder: string;
  let place: Awaited<ReturnType<typeof engine.place>>;
  let start: () => Promise<Running>;
  beforeAll(async () => {
    await engine.start();
    folder = await mkdtemp(join(tmpdir(), 'scruple-public-crash-'));
    place = await engine.place();
    const env = { SCRUPLE_KEY_AT_REST: KEY_AT_REST };
    const data = 'folder' in place ? place.folder : folder;
    const database: Record<string, string> = 'folder' in place ? {} : { DATABASE_URL: place.databaseUrl };
    start = () => startServer(['--data', data], { ...env, ...database });
  }, 60_000);
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await engine.stop();
  });

  it('are there, every one that was acknowledged, and whole', async () => {
    const acknowledged: Array<{
      readonly subject: string;
      readonly kind: string;
      readonly path: string;
      readonly body: object;
    }> = [];
    let server = await start();
    for (let round = 1; round <= 3; round += 1) {
      let isGone = false;
      const client = async (first: number): Promise<void> => {
        for (let number = first; !isGone; number += 1) {
          const one = somebody(number);
          const answer = await askServer(server.url, one.path, { method: 'POST', body: one.body });
          if (answer === null) return;
          expect([one.path.slice(0, 4), answer.status]).toEqual([
            one.path.slice(0, 4),
            expect.toBeOneOf([200, 303]),
          ]);
          acknowledged.push(one);
        }
      };
      const clients = Promise.all(Array.from({ length: CLIENTS }, (_, first) => client(first)));
      // Never at a quiet moment: every client has something under way.
      while (acknowledged.length < round * 40) await setTimeout(2);
      await server.end('SIGKILL');
      isGone = true;
      await clients;
      server = await start();
    }
    // Whoever was not told whether it counts tries again: twice does no harm.
    const [again] = acknowledged;
    const repeated = await askServer(server.url, again!.path, { method: 'POST', body: again!.body });
    expect([200, 303]).toContain(repeated?.status);
    await server.end('SIGTERM');

    const store = await open(place);
    const events = must(await store.read((db) => db.selectFrom('choices').selectAll().execute())).map(
      choiceOf,
    );
    const states = must(await store.read((db) => db.selectFrom('choiceStates').selectAll().execute()));
    await store.close();
    const kept = new Set(events.map(({ subject, kind }) => `${subject} ${kind}`));
    expect(acknowledged.length).toBeGreaterThanOrEqual(120);
    expect(acknowledged.filter(({ subject, kind }) => !kept.has(`${subject} ${kind}`))).toEqual([]);
    // Half a transaction would be a choice that the gate does not see, or a state of nothing.
    const bySubject = Map.groupBy(events, ({ subject }) => subject as string);
    for (const { subject, state } of states)
      expect(state as ChoiceState).toEqual(foldChoices(bySubject.get(subject) ?? []));
    expect(new Set(states.map(({ subject }) => subject)).size).toBe(bySubject.size);
  }, 180_000);
});
