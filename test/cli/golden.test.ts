import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scruple } from './run-scruple.ts';

// UPDATE_GOLDEN=1 npx vitest run test/cli/golden.test.ts writes what is printed now; the difference shows in review.
const isUpdating = process.env.UPDATE_GOLDEN === '1';
const here = fileURLToPath(new URL('../golden/', import.meta.url));
const cases = (await readdir(join(here, 'cli'))).sort();

interface Case {
  readonly args: readonly string[];
  readonly status: number;
  readonly output: string;
}
const caseOf = async (name: string): Promise<Case> =>
  JSON.parse(await readFile(join(here, 'cli', name, 'case.json'), 'utf8')) as Case;

let folder = '';
beforeAll(async () => {
  // Outside any repository, so that no history of this one is read.
  folder = join(await mkdtemp(join(tmpdir(), 'scruple-golden-')), 'golden-shop');
  await mkdir(folder);
  await cp(join(here, 'workspace'), folder, { recursive: true });
});
afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }));

describe('golden output', () => {
  it.each(cases)('%s', async (name) => {
    const { args, status, output } = await caseOf(name);
    const ran = await scruple(args, { cwd: folder, env: { NO_COLOR: '', FORCE_COLOR: '' } });
    expect(ran.stderr).toBe('');
    // The version changes with each release, and the output does not.
    const { version } = JSON.parse(await readFile(join(here, '../../package.json'), 'utf8')) as {
      version: string;
    };
    const printed = ran.stdout
      .replaceAll(`"${version}"`, '"VERSION"')
      .replaceAll(`scruple ${version}`, 'scruple VERSION');
    if (isUpdating) {
      await writeFile(join(here, 'cli', name, output), printed);
      await writeFile(
        join(here, 'cli', name, 'case.json'),
        `${JSON.stringify({ args, status: ran.status, output }, null, 2)}\n`,
      );
    }
    expect(printed).toBe(await readFile(join(here, 'cli', name, output), 'utf8'));
    expect(ran.status).toBe(isUpdating ? ran.status : status);
  });

  it('holds one blocked use, one to review, one waived finding, one part not assessed and one problem', async () => {
    const report = JSON.parse(await readFile(join(here, 'cli/check-json/output.json'), 'utf8')) as {
      uses: Array<{
        verdict: string;
        findings: Array<{ waivedBy: string | null }>;
        notAssessed: Array<{ required: boolean }>;
      }>;
      problems: unknown[];
    };
    expect(report.uses.map(({ verdict }) => verdict)).toEqual(expect.arrayContaining(['block', 'review']));
    expect(report.uses.some(({ findings }) => findings.some(({ waivedBy }) => waivedBy !== null))).toBe(true);
    expect(report.uses.some(({ notAssessed }) => notAssessed.some(({ required }) => required))).toBe(true);
    expect(report.problems).not.toEqual([]);
  });

  it('carries no value that identifies a person, in any format', async () => {
    for (const name of cases) {
      const { output } = await caseOf(name);
      expect(await readFile(join(here, 'cli', name, output), 'utf8'), name).not.toMatch(
        /(?:ada|bob|cyd|dan)@people|7654321/,
      );
    }
  });

  it.each([
    ['check-json', 'report'],
    ['message-json', 'messages'],
    ['segment-json', 'segments'],
    ['segment-unreadable', 'segments'],
    ['audit-json', 'audit'],
  ])('%s fits its published schema', async (name, schema) => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(
      JSON.parse(await readFile(join(here, `../../docs/schemas/${schema}.schema.json`), 'utf8')),
    );
    expect(
      validate(JSON.parse(await readFile(join(here, 'cli', name, 'output.json'), 'utf8'))),
      JSON.stringify(validate.errors),
    ).toBe(true);
  });
});
