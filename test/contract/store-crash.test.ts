import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../src/playbook/5-oversight/evidence/verify-chain.ts';
import { readEvidence } from '../../src/stores/sql/repositories/evidence.ts';
import { findUse, listUses } from '../../src/stores/sql/repositories/uses.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { ENGINES, must, open } from './store-engines.ts';
import { startStoreProcess } from './store-processes.ts';

sayWithoutPostgres('the crash of a process that writes to PostgreSQL');

describe.each(ENGINES)('a process killed while it writes, $name', (engine) => {
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  it('loses nothing that it acknowledged, and leaves a log without a gap', async () => {
    const place = await engine.place();
    const acknowledged: string[] = [];
    // Twice on the same store: recovery itself must leave what recovery can start from.
    for (let round = 1; round <= 2; round += 1) {
      const writer = startStoreProcess('write', place);
      await writer.untilLines(60 * round);
      await writer.kill('SIGKILL');
      acknowledged.push(...writer.lines.flatMap((line) => /^kept (.+)/.exec(line)?.[1] ?? []));
      expect(writer.lines[0]).toBe('open');
    }
    expect(acknowledged.length).toBeGreaterThan(100);

    const store = await open(place);
    try {
      const missing = [];
      for (const id of acknowledged)
        if (must(await store.read((db) => findUse(db, id))) === undefined) missing.push(id);
      expect(missing).toEqual([]);
      const entries = must(
        await store.read(async (db) => {
          const all = [];
          for await (const one of readEvidence(db)) all.push(one);
          return all;
        }),
      );
      expect(verifyChain(entries as never, [], null, 'log:of-a-test').damages).toEqual([]);
      // A use without its entry, or an entry without its use, would be half a transaction.
      const uses = [];
      for (let after: string | undefined; ; ) {
        const page = must(await store.read((db) => listUses(db, {}, { sort: 'id', limit: 500, after })));
        uses.push(...page.items.map(({ id }) => id));
        if (page.next === null) break;
        after = page.next;
      }
      expect(entries.map(({ subject }) => subject).sort()).toEqual(uses.sort());
    } finally {
      await store.close();
    }
  });
});
