import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const run = (script: string, args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
};

describe('the source', () => {
  it('is formatted and linted as biome.json says', () => {
    const { status, said } = run(require.resolve('@biomejs/biome/bin/biome'), ['check', '.']);
    expect(status, said).toBe(0);
  });

  it.each(['.', 'src/console'])('compiles: %s', (project) => {
    const compiler = require.resolve('typescript/package.json').replace('package.json', 'bin/tsc');
    const { status, said } = run(compiler, ['-p', project]);
    expect(status, said).toBe(0);
  });
});
