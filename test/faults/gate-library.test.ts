import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGate } from '../../src/gate/library/create-gate.ts';
import { sealedSpool } from '../../src/gate/library/sealed-spool.ts';
import { HASH, NOON, person } from '../../src/gate/testing/moments.ts';
import { ServerInMemory } from '../gate-library/server-in-memory.ts';
import { TRUSTED, told, toldPerson } from '../gate-library/signed.ts';

const CHILD = fileURLToPath(new URL('../gate-library/strict-child.ts', import.meta.url));
const KEY = 'the key of a gate';
const clock = { wall: () => NOON.getTime(), steady: () => 0 };
const SENDING = { use: 'winback-spring', channel: 'email', dispatch: 'monday' } as const;
const ASKING = { ...SENDING, subject: person().subject, contentHash: HASH };

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scruple-spool-'));
  file = join(folder, 'spool');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a sender that is killed in the middle', () => {
  it('has given no permit that the next process does not report, and left nothing that tells of whom', async () => {
    const child = spawn(process.execPath, [CHILD, file, KEY], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.length > 400) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const told_ = Number(said.trimEnd().split('\n').at(-1));
    expect(told_).toBeGreaterThan(1_000);

    expect((await readFile(file)).includes(person().subject.slice(8, 24))).toBe(false);
    const server = new ServerInMemory(NOON);
    const spool = sealedSpool({ file, key: KEY });
    const gate = createGate({ trustedKeys: TRUSTED, server, clock, spool });
    expect(await gate.flush()).toBe(true);
    const permits = server.reported.filter(({ outcome }) => outcome === 'permit');
    expect(permits.length).toBeGreaterThanOrEqual(told_);
    expect(new Set(permits.map(({ subject }) => subject))).toEqual(new Set([person().subject]));
    expect((await readFile(file)).length).toBe(0);
    await gate.close();
    spool.close();
  }, 30_000);

  it('does not fall over a spool of another key, one that is cut short, or one that is no spool', async () => {
    const whole = sealedSpool({ file, key: KEY });
    const record = { id: 'a:1', outcome: 'permit' } as Parameters<typeof whole.add>[0];
    for (let number = 0; number < 3; number += 1) whole.add({ ...record, id: `a:${number}` });
    whole.close();
    const bytes = await readFile(file);
    const idsIn = async (content: Buffer, key = KEY): Promise<readonly string[]> => {
      await writeFile(file, content);
      const spool = sealedSpool({ file, key });
      const ids = spool.left().map(({ id }) => id);
      spool.close();
      return ids;
    };
    expect(await idsIn(bytes)).toEqual(['a:0', 'a:1', 'a:2']);
    expect(await idsIn(bytes.subarray(0, bytes.length - 3))).toEqual(['a:0', 'a:1']);
    expect(await idsIn(bytes, 'another key')).toEqual([]);
    expect(await idsIn(Buffer.from('hello'))).toEqual([]);
    expect(await idsIn(Buffer.alloc(0))).toEqual([]);
  });
});

describe('a log that takes nothing any more', () => {
  async function gateWith(add: () => void) {
    const server = new ServerInMemory(NOON);
    server.tell(await told());
    server.tell(
      await told({ use: 'receipt', basis: 'contract' }, { class: 'essential', essential: 'service' }),
    );
    server.tell(toldPerson());
    const spool = { add, reported() {}, left: () => [] };
    const gate = createGate({ trustedKeys: TRUSTED, server, clock, spool });
    await gate.ready();
    await gate.lease({ ...SENDING, people: [person().subject] });
    return gate;
  }

  it('lets nothing of marketing through, and what is owed all the same', async () => {
    const gate = await gateWith(() => {
      throw new Error('ENOSPC: no space left on device');
    });
    expect(gate.decide(ASKING)).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'feed-stale' }],
      expiresAt: null,
    });
    expect(gate.decide({ ...ASKING, use: 'receipt', dispatch: null }).decision).toBe('permit');
    await gate.close();
  });
});
