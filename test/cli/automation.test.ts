import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BIN, emptyFolder, scruple } from './run-scruple.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = async <T>(file: string): Promise<T> => parse(await readFile(join(root, file), 'utf8')) as T;

interface Action {
  inputs: Record<string, { default: string }>;
  runs: {
    using: string;
    steps: Array<{
      name?: string;
      run?: string;
      shell?: string;
      uses?: string;
      env?: Record<string, string>;
      with?: Record<string, string>;
    }>;
  };
}

/** A workspace with one use that is blocked, whatever the checks: its boundary forbids everything. */
async function workspace(isBlocked: boolean): Promise<string> {
  const folder = await emptyFolder();
  expect((await scruple(['init', 'shop', '--yes'], { cwd: folder })).status).toBe(0);
  if (isBlocked)
    await writeFile(
      join(folder, 'shop/boundaries/nothing.cedar'),
      '@id("nothing")\n@because("a test")\n@instead("leave it")\nforbid (principal, action, resource);\n',
    );
  return folder;
}

/** Runs the steps of the action that are scripts, as a runner does: inputs filled in, one after another. */
async function runAction(
  folder: string,
  given: Record<string, string>,
): Promise<{ status: number; said: string }> {
  const { inputs, runs } = await read<Action>('action.yml');
  const values = {
    ...Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default])),
    ...given,
  };
  const filled = (text: string): string =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => values[name]!);
  let said = '';
  for (const step of runs.steps) {
    if (step.run === undefined) continue;
    expect(step.shell).toBe('bash');
    // A script that holds an input would run whatever stands in it.
    expect(step.run).not.toContain('${{');
    const env = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value)]),
    );
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
      {
        cwd: folder,
        encoding: 'utf8',
        env: {
          ...process.env,
          PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
          GITHUB_ACTION_PATH: root,
          ...env,
        },
      },
    );
    said += stdout + stderr;
    if (status !== 0) return { status: status ?? 1, said };
  }
  return { status: 0, said };
}

describe('action.yml', () => {
  it('fails on a use that is blocked, shows why, and leaves SARIF to upload', async () => {
    const folder = await workspace(true);
    const { status, said } = await runAction(folder, {
      directory: 'shop',
      sarif: 'out.sarif',
      'fail-on': 'block',
    });
    expect(status, said).toBe(1);
    expect(said).toContain('season-letter');
    const log = JSON.parse(await readFile(join(folder, 'out.sarif'), 'utf8')) as {
      runs: Array<{ results: Array<{ level: string; locations: unknown }> }>;
    };
    expect(log.runs[0]!.results.some(({ level }) => level === 'error')).toBe(true);
    expect(JSON.stringify(log.runs[0]!.results)).toContain('"uri":"shop/');
  });

  it('passes on the workspace that init writes', async () => {
    const { status, said } = await runAction(await workspace(false), { directory: 'shop' });
    expect(status, said).toBe(0);
  });

  it('runs nothing that stands in an input', async () => {
    const folder = await workspace(false);
    const { status } = await runAction(folder, {
      directory: 'shop"; touch owned; echo "',
      sarif: '$(touch owned).sarif',
    });
    expect(status).toBe(2);
    await expect(readFile(join(folder, 'owned'))).rejects.toThrow();
  });

  it('uploads what it wrote, also after a failure', async () => {
    const { runs } = await read<Action & { runs: { steps: Array<{ if?: string }> } }>('action.yml');
    expect(runs.using).toBe('composite');
    expect(runs.steps.at(-1)).toMatchObject({
      uses: expect.stringContaining('upload-sarif'),
      if: expect.stringContaining('always()'),
      with: { sarif_file: expect.stringContaining('inputs.sarif') },
    });
  });
});

describe('.pre-commit-hooks.yaml', () => {
  interface Hook {
    id: string;
    entry: string;
    language: string;
    pass_filenames: boolean;
    files: string;
  }

  it('names the files of a workspace, and no others', async () => {
    const [hook] = await read<Hook[]>('.pre-commit-hooks.yaml');
    const files = new RegExp(hook!.files);
    for (const path of [
      'scruple.yaml',
      'shop/uses/a/use.yaml',
      'datamap/crm.yaml',
      'a/boundaries/b.cedar',
      'waivers.yaml',
      'facts.yaml',
    ])
      expect(files.test(path), path).toBe(true);
    for (const path of ['README.md', 'src/index.ts', 'reuses/a.txt'])
      expect(files.test(path), path).toBe(false);
  });

  it.each([
    ['stops a commit that brings a blocked use', true, 1],
    ['lets pass what init writes', false, 0],
  ])('%s', async (_title, isBlocked, expected) => {
    const [hook] = await read<Hook[]>('.pre-commit-hooks.yaml');
    const folder = join(await workspace(isBlocked), 'shop');
    await mkdir(join(folder, '.hook'));
    await writeFile(join(folder, '.hook/scruple'), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`);
    await chmod(join(folder, '.hook/scruple'), 0o755);
    const { status, stdout, stderr } = spawnSync('sh', ['-c', hook!.entry], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(folder, '.hook')}:${process.env.PATH}` },
    });
    expect(status, stdout + stderr).toBe(expected);
  });
});
