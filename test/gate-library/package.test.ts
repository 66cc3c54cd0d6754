import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyLine } from '../../src/gate/library/lines-of.ts';
import { DEFAULT_POLICY } from '../../src/gate/policy.ts';
import { HASH, person } from '../../src/gate/testing/moments.ts';
import { TRUSTED, told, toldPerson } from './signed.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
let installed = '';

const run = (command: string, args: readonly string[], cwd: string) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { status, stdout, said: `${stdout}${stderr}` };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scruple-gate-package-'));
  const built = run(
    process.execPath,
    [join(root, 'scripts/build-gate-package.ts'), join(folder, 'built')],
    root,
  );
  expect(built.status, built.said).toBe(0);
  const packed = run('npm', ['pack', '--json', '--pack-destination', folder, join(folder, 'built')], folder);
  expect(packed.status, packed.said).toBe(0);
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'))!;
  installed = join(folder, 'sender');
  await mkdir(installed);
  await writeFile(join(installed, 'package.json'), '{ "name": "sender", "type": "module", "private": true }');
  const added = run(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', join(folder, tarball)],
    installed,
  );
  expect(added.status, added.said).toBe(0);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A sender with the package and nothing else: a server that it makes up, and one decision. */
const SENDER = `
import { createGate } from 'scruple-gate';
import { readFileSync } from 'node:fs';

const { trustedKeys, lines, now, question } = JSON.parse(readFileSync('world.json', 'utf8'));
const gate = createGate({
  trustedKeys,
  clock: { wall: () => now, steady: () => 0 },
  server: {
    async *feed(after, stop) {
      if (after !== null) await new Promise((resolve) => stop.addEventListener('abort', resolve));
      yield* lines;
    },
    lease: async ({ people }) => ({
      ok: true,
      value: { lease: 'l', endsAt: new Date(now + 60_000), people: people.map((subject) => ({ subject, refused: null })) },
    }),
    giveBack: async () => ({ ok: true, value: null }),
    report: async () => ({ ok: true, value: null }),
    notSent: async () => ({ ok: true, value: null }),
  },
});
await gate.ready();
await gate.lease({ ...question, people: [question.subject] });
console.log(JSON.stringify([gate.decide(question), gate.decide({ ...question, contentHash: 'sha256:' + '0'.repeat(64) })]));
await gate.close();
`;

describe('the package for senders', () => {
  it('is installed alone and decides', async () => {
    const now = person().asOf;
    const lines = [
      { type: 'begin', schema: 'scruple.gate-feed/1', holds: 'everything', people: 1 },
      policyLine(DEFAULT_POLICY),
      await told(),
      toldPerson(),
      {
        type: 'end',
        position: { epoch: 'e', at: 1, seen: 0, tick: 0 },
        readAt: now.toISOString(),
        elapsedMs: 0,
      },
    ].map((line) => JSON.stringify(line));
    const question = {
      use: 'winback-spring',
      subject: person().subject,
      channel: 'email',
      dispatch: 'monday',
      contentHash: HASH,
    };
    const world = { trustedKeys: TRUSTED, lines, now: now.getTime(), question };
    await writeFile(join(installed, 'world.json'), JSON.stringify(world));
    await writeFile(join(installed, 'sender.js'), SENDER);
    const sent = run(process.execPath, ['sender.js'], installed);
    expect(sent.status, sent.said).toBe(0);
    expect(JSON.parse(sent.stdout)).toMatchObject([
      { decision: 'permit', clearance: 'clearance:abcdefgh' },
      { decision: 'deny', reasons: [{ code: 'content-not-cleared' }] },
    ]);
    expect((await readdir(join(installed, 'node_modules'))).filter((name) => !name.startsWith('.'))).toEqual([
      'scruple-gate',
    ]);
  });

  it('needs nothing but Node, and says what it is under', async () => {
    const at = join(installed, 'node_modules/scruple-gate');
    const text = await readFile(join(at, 'index.js'), 'utf8');
    const needed = [...text.matchAll(/^import [^;]*?from ['"]([^'"]+)['"]/gm)].map(([, name]) => name!);
    expect(needed.filter((name) => !isBuiltin(name))).toEqual([]);
    expect(needed.length).toBeGreaterThan(0);
    const about = JSON.parse(await readFile(join(at, 'package.json'), 'utf8'));
    expect(about).not.toHaveProperty('dependencies');
    expect((await readdir(at)).sort()).toEqual([
      'LICENSE',
      'NOTICE',
      'README.md',
      'index.js',
      'package.json',
      'types',
    ]);
  });

  it('has types that a strict compiler takes without anything beside', async () => {
    await writeFile(
      join(installed, 'typed.ts'),
      `import { createGate, type Decision, overHttp } from 'scruple-gate';
const gate = createGate({ trustedKeys: '{}', server: overHttp({ server: 'https://scruple.example', key: 'k' }) });
export const decided: Decision = gate.decide({ use: 'a', subject: 's', channel: 'email', contentHash: 'sha256:' });
// @ts-expect-error: a channel that there is none
gate.decide({ use: 'a', subject: 's', channel: 'pigeon', contentHash: 'sha256:' });
`,
    );
    const compiler = createRequire(import.meta.url)
      .resolve('typescript/package.json')
      .replace('package.json', 'bin/tsc');
    const compiled = run(
      process.execPath,
      [
        compiler,
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'es2024',
        '--types',
        '',
        'typed.ts',
      ],
      installed,
    );
    expect(compiled.said).toBe('');
    expect(compiled.status).toBe(0);
  });
});
