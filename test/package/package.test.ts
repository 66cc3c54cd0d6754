import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const MINUTES = 60_000;

let folder = '';
let tarball = '';
let installed = { status: 1, said: '' };

const run = (command: string, args: readonly string[], cwd: string, minutes = 5) => {
  const env = {
    ...process.env,
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    npm_config_update_notifier: 'false',
  };
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    timeout: minutes * MINUTES,
  });
  return { status: status ?? 1, stdout: stdout ?? '', said: `${stdout}${stderr}` };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scruple-package-'));
  const packed = run('npm', ['pack', '--silent', '--pack-destination', folder], root);
  if (packed.status !== 0) throw new Error(`npm pack failed: ${packed.said}`);
  tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'))!;
  installed = run(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', '--prefix', folder, `./${tarball}`],
    folder,
  );
}, 12 * MINUTES);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** An install that failed for want of a network is skipped aloud; any other failure is one. */
const hasNoRegistry = (): boolean =>
  installed.status !== 0 &&
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(installed.said);

describe('the package', () => {
  it('holds the program, the pages and the schemas, and neither sources nor tests', () => {
    const { stdout } = run('tar', ['-tzf', join(folder, tarball)], folder);
    const files = stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.replace(/^package\//, ''));
    for (const file of [
      'package.json',
      'LICENSE',
      'NOTICE',
      'bin/scruple.js',
      'dist/cli/main.js',
      'dist/console/index.html',
      'dist/console/addresses.json',
      'docs/checks/use-owner.md',
      'docs/schemas/report.schema.json',
    ])
      expect(files).toContain(file);
    expect(
      files.filter((file) =>
        /(?:\.test\.|(?<!\.d)\.ts$|^src\/|^test\/|^bench\/|\/testing\/|samples\.jsonl)/.test(file),
      ),
    ).toEqual([]);
  });

  it(
    'starts a workspace and checks it where nothing else is installed',
    ({ skip }) => {
      if (hasNoRegistry()) {
        console.warn('the registry does not answer: the installed package was not run');
        skip();
      }
      expect(installed.status, installed.said).toBe(0);
      const started = run('npx', ['--no-install', 'scruple', 'init', 'shop', '--yes'], folder);
      expect(started.status, started.said).toBe(0);
      const checked = run('npx', ['--no-install', 'scruple', 'check', 'shop', '--format', 'json'], folder);
      expect(checked.status, checked.said).toBe(0);
      expect(JSON.parse(checked.stdout)).toMatchObject({
        schema: 'scruple.report/1',
        problems: [],
        uses: [{ use: 'season-letter' }],
      });
      const page = run('npx', ['--no-install', 'scruple', 'explain', 'use-owner'], folder);
      expect(page.status, page.said).toBe(0);
      expect(page.stdout).toContain('Why it harms');
      const line = spawnSync('npx', ['--no-install', 'scruple', 'message', '--lines', '-'], {
        cwd: folder,
        encoding: 'utf8',
        input: 'Hurry, only 2 left!\n',
      });
      expect(JSON.parse(line.stdout)).toMatchObject({ line: 1, assessed: true });
    },
    5 * MINUTES,
  );
});
