import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ID = 'msg-zz-scaffold';
let copy = '';

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'scruple-new-check-'));
  for (const name of [
    'src',
    'scripts',
    'test/harness',
    'test/checks.test.ts',
    'test/closing-line-reporter.ts',
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
    'biome.json',
  ])
    await cp(join(root, name), join(copy, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rm(copy, { recursive: true, force: true }));

const run = (args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, said: `${stdout}${stderr}` };
};

describe('npm run new:check', () => {
  it('writes a check that passes its tests, its page and the style as it stands', async () => {
    const made = run(['scripts/new-check.ts', '4-harm', ID]);
    expect(made.status, made.said).toBe(0);
    const index = await readFile(join(copy, 'src/playbook/4-harm/checks/index.ts'), 'utf8');
    expect(index).toContain(`import msgZzScaffold from './${ID}/check.ts';`);
    expect(index.match(/msgZzScaffold/g)).toHaveLength(2);

    const tested = run([
      'node_modules/vitest/vitest.mjs',
      'run',
      `src/playbook/4-harm/checks/${ID}`,
      'test/checks.test.ts',
      '-t',
      ID,
    ]);
    expect(tested.status, tested.said).toBe(0);
    // Four tables beside the check; declared, worded, not assessed, headings and two examples from its folder and page.
    expect(Number(/(\d+) passed, 0 failed/.exec(tested.said)?.[1])).toBeGreaterThanOrEqual(10);

    const styled = run([
      'node_modules/@biomejs/biome/bin/biome',
      'check',
      '--vcs-enabled=false',
      `src/playbook/4-harm/checks/${ID}`,
      'src/playbook/4-harm/checks/index.ts',
    ]);
    expect(styled.status, styled.said).toBe(0);
  });

  it.each([
    ['no id', ['4-harm'], 'which practice and which id'],
    ['a practice that is none', ['9-nothing', 'msg-a'], 'no practice `9-nothing`'],
    ['an id that is none', ['4-harm', 'Msg_A'], 'no id of a check'],
    ['an id that exists, in another practice too', ['4-harm', 'use-owner'], 'exists already in 1-boundaries'],
  ])('refuses %s', (_title, args, message) => {
    const { status, said } = run(['scripts/new-check.ts', ...args]);
    expect(status).toBe(2);
    expect(said).toContain(message);
  });
});
