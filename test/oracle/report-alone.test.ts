import { execFileSync, spawnSync } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, scruple } from '../cli/run-scruple.ts';

/** A stranger with the report alone: the numbers are made again in Python, without any code of ours. */
const ROOT = new URL('../../', import.meta.url).pathname;
const SCRIPT = join(ROOT, 'test/oracle/reproduce-report.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;

const MAIL = 'examples/audit/spring-mail.csv';
const AUDITS: ReadonlyArray<readonly [string, readonly string[], fewest: number]> = [
  [
    'everything at once',
    [
      MAIL,
      ...['--group', 'sex,age_band', '--marginals', '--decision', 'contacted', '--label', 'bought'],
      ...['--score', 'propensity', '--control', 'region', '--rules', 'debtors,few_visits'],
      ...['--more-is-better', 'discount'],
    ],
    1500,
  ],
  [
    'a weighted sample in a vault',
    [
      MAIL,
      ...['--vault', 'examples/audit/survey.csv', '--id', 'customer_id', '--group', 'born_abroad'],
      ...['--decision', 'contacted', '--weight', 'weight', '--purpose', 'test'],
    ],
    15,
  ],
  [
    'sampling weights in the file',
    [
      'weighted.csv',
      ...['--group', 'sex', '--decision', 'contacted', '--label', 'bought', '--control', 'region'],
      ...['--weight', 'w', '--outcome', 'discount', '--rules', 'debtors,few_visits'],
    ],
    200,
  ],
  [
    'area statistics',
    [
      'examples/audit/delivery-offers.csv',
      ...['--decision', 'offered', '--areas', 'examples/audit/district-shares.csv', '--area', 'district'],
    ],
    14,
  ],
];

/** Weights that are no whole numbers, and differ from row to row. */
const weighted = (csv: string): string => {
  const [head, ...lines] = csv.trimEnd().split('\n');
  return [`${head},w`, ...lines.map((line, index) => `${line},${0.4 + ((index * 7919) % 31) / 10}`), ''].join(
    '\n',
  );
};

describe.skipIf(!hasPython)('the report alone', () => {
  it.each(AUDITS)('lets a stranger make its numbers again: %s', async (_, args, fewest) => {
    const folder = await emptyFolder();
    await cp(join(ROOT, 'examples/audit'), join(folder, 'examples/audit'), { recursive: true });
    await writeFile(join(folder, 'weighted.csv'), weighted(await readFile(join(ROOT, MAIL), 'utf8')));
    const out = join(folder, 'audit.json');
    const ran = await scruple(['audit', ...args, '--format', 'json', '--out', out], { cwd: folder });
    expect(ran.stderr).toBe('');
    const said = execFileSync('python3', [SCRIPT, out], { encoding: 'utf8' });
    expect(said).toMatch(/ 0 differ, 0 without their counts/);
    expect(Number(/^\d+/.exec(said)?.[0])).toBeGreaterThanOrEqual(fewest);

    const report = JSON.parse(await readFile(out, 'utf8'));
    const row = report.areas?.groups[0] ?? report.comparisons[0];
    row.logAdjustedPValue *= 1.001;
    await writeFile(out, JSON.stringify(report));
    const tampered = spawnSync('python3', [SCRIPT, out], { encoding: 'utf8' });
    expect(tampered.status).toBe(1);
    expect(tampered.stdout).toMatch(/1 differ/);
  });
});
