import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, scruple } from './run-scruple.ts';

const EXAMPLE = new URL('../../examples/harbor', import.meta.url).pathname;

describe('maturity', () => {
  it('shows what somebody believes beside what can be seen, and mixes nothing', async () => {
    const cwd = await emptyFolder();
    await writeFile(
      join(cwd, 'answers.json'),
      JSON.stringify({ '5a': 'yes', '5b': 'yes', '5c': 'yes', '7a': 'partly' }),
    );
    const ran = await scruple(['maturity', EXAMPLE, '--answers', 'answers.json', '--format', 'json'], {
      cwd,
    });
    const report = JSON.parse(ran.stdout);
    expect(ran.status).toBe(0);
    expect(report.believed).toEqual([0, 0, 0, 0, 3, 0, 0]);
    expect(report.practices.map(({ level }: { level: number }) => level)).toEqual([1, 2, 1, 1, 0, 0, 0]);
    const text = await scruple(['maturity', EXAMPLE, '--answers', 'answers.json'], { cwd });
    expect(text.stdout).toMatch(/human oversight\s+3\s+0\n/);
  });

  it.each([
    ['{ "9z": "yes" }', '`9z`, which is no question'],
    ['{ "1a": "maybe" }', '`maybe` is no answer'],
    ['yes', 'it is no JSON'],
  ])('says of the answers %s what is wrong', async (content, says) => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'answers.json'), content);
    const ran = await scruple(['maturity', EXAMPLE, '--answers', 'answers.json'], { cwd });
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain(says);
  });

  it('asks nothing where nobody can answer', async () => {
    const ran = await scruple(['maturity', EXAMPLE, '--baseline'], { cwd: await emptyFolder() });
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('--answers FILE');
  });
});
