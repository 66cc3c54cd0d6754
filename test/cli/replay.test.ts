import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder, scruple } from './run-scruple.ts';
import { writeParquet } from './write-parquet.ts';

const event = (id: string, type: string, minute: number, more: object = {}) => ({
  id,
  type,
  use: 'news',
  at: new Date(Date.parse('2026-11-02T08:00:00Z') + 60_000 * minute).toISOString(),
  subject: 'k1',
  ...more,
});
const BROKEN = [event('1', 'send', 0), event('2', 'opt-out', 1), event('3', 'send', 2)];
const jsonLines = (events: readonly unknown[]): string =>
  events.map((one) => `${JSON.stringify(one)}\n`).join('');
const AT = ['--at', '2026-11-20T09:00:00Z', '--format', 'json'];

let cwd: string;
beforeEach(async () => {
  cwd = await emptyFolder();
});
const replay = async (...args: string[]) => {
  const ran = await scruple(['replay', ...args, ...AT], { cwd });
  return { ...ran, report: ran.stdout === '' ? null : JSON.parse(ran.stdout) };
};

describe('replay', () => {
  it('says the same of JSON lines, CSV and Parquet', async () => {
    await writeFile(
      join(cwd, 'events.jsonl'),
      jsonLines(BROKEN.map((one) => ({ ...one, groups: { band: 'a' } }))),
    );
    const rows = BROKEN.map(({ id, type, use, at, subject }) => [id, type, use, at, subject, 'a'].join(','));
    await writeFile(join(cwd, 'events.csv'), `id,type,use,at,subject,groups.band\n${rows.join('\n')}\n`);
    await writeParquet(join(cwd, 'events.csv'), join(cwd, 'events.parquet'));
    const [lines, csv, parquet] = await Promise.all([
      replay('events.jsonl'),
      replay('events.csv'),
      replay('events.parquet'),
    ]);
    expect(lines).toMatchObject({ status: 1, stderr: '', report: { events: 3, unmatched: 0, problems: [] } });
    expect(lines.report.alarms).toMatchObject([{ monitor: 'send-after-opt-out', action: 'pause' }]);
    expect(csv).toEqual(lines);
    expect(parquet).toEqual(lines);
  });

  it('takes stdin, an envelope, and leaves out what is not known yet', async () => {
    const { id, type, at, ...data } = BROKEN[2]!;
    const envelope = {
      specversion: '1.0',
      source: '/esp',
      id,
      type: `scruple.outcome.${type}`,
      time: at,
      data,
    };
    const input = jsonLines([BROKEN[0], BROKEN[1], envelope]);
    const at0 = await scruple(['replay', '-', '--format', 'json', '--at', '2026-11-02T08:01:30Z'], {
      cwd,
      input,
    });
    expect([at0.status, JSON.parse(at0.stdout)]).toMatchObject([0, { events: 2, later: 1, alarms: [] }]);
    const all = await scruple(['replay', '-', ...AT], { cwd, input });
    expect([all.status, JSON.parse(all.stdout).alarms.length]).toEqual([1, 1]);
    const never = await scruple(['replay', '-', ...AT, '--fail-on', 'never'], { cwd, input });
    expect(never.status).toBe(0);
  });

  it('names each line that cannot be read, and judges the others', async () => {
    const bad = [
      'no json',
      '[]',
      '{"id":"x"}',
      `${'x'.repeat(2_000_000)}`,
      '',
      JSON.stringify(event('9', 'open', 3)),
    ];
    await writeFile(join(cwd, 'bad.jsonl'), `${bad.join('\n')}\n${jsonLines(BROKEN)}`);
    const { status, report } = await replay('bad.jsonl');
    expect(status).toBe(2);
    expect(report.events).toBe(3);
    expect(report.alarms).toHaveLength(1);
    expect(report.problems.map((one: { at: { line: number } }) => one.at.line)).toEqual([1, 2, 3, 4, 6]);
    const many = await scruple(['replay', '-', ...AT], { cwd, input: 'x\n'.repeat(500) });
    expect(JSON.parse(many.stdout).problems).toHaveLength(101);
    expect(JSON.parse(many.stdout).problems.at(-1).message).toBe('400 more lines cannot be read');
  });

  it.each([
    [['missing.jsonl'], 'there is no `missing.jsonl`'],
    [['missing.csv'], 'missing.csv'],
    [['.'], 'is no log of events'],
    [['events.txt'], 'is no log of events'],
  ])('refuses %j with a sentence', async (args, message) => {
    const { status, stdout, stderr } = await replay(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^scruple: .+\n {2}.+\n$/);
  });

  it('says where nothing happened that nothing was seen', async () => {
    await writeFile(join(cwd, 'none.jsonl'), '');
    const ran = await scruple(['replay', 'none.jsonl'], { cwd });
    expect([ran.status, ran.stdout]).toEqual([0, '0 events; exit 0: no alarm at or above `review`\n']);
  });
});
