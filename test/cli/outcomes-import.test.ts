import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askServer, type Running, setUp, startServer } from '../api/running-server.ts';
import { scruple } from './run-scruple.ts';
import { writeParquet } from './write-parquet.ts';

const event = (number: number, more: object = {}) => ({
  id: `e-${number}`,
  type: number % 50 === 0 ? 'complaint' : 'send',
  use: 'winback-spring',
  at: new Date(Date.parse('2026-03-02T08:00:00Z') + 1_000 * number).toISOString(),
  subject: `k-${number % 50 === 0 ? number + 1 : number}`,
  ...more,
});
const events = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => event(from + index));
const jsonLines = (all: readonly unknown[]): string => all.map((one) => `${JSON.stringify(one)}\n`).join('');

let cwd: string;
let server: Running;
let token: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'scruple-import-'));
  server = await startServer(['--data', join(cwd, 'data')]);
  const { administrator } = await setUp(server);
  const key = await askServer(server.url, '/v1/keys', {
    method: 'POST',
    headers: administrator,
    body: { name: 'importer', roles: ['intake'], days: 2 },
  });
  token = key!.body.secret;
}, 60_000);
afterAll(async () => {
  await server.end('SIGTERM');
  await rm(cwd, { recursive: true, force: true });
});

async function bring(...args: string[]) {
  const env = { SCRUPLE_TOKEN: token };
  const ran = await scruple(['outcomes', 'import', ...args, '--format', 'json'], { cwd, env });
  return { ...ran, said: ran.stdout === '' ? null : JSON.parse(ran.stdout) };
}

describe('outcomes import', () => {
  it('tries a file without sending anything, and names what cannot be read by file, line and field', async () => {
    const lines = [event(1), { ...event(2), at: 'yesterday' }, event(3)].map((one) => JSON.stringify(one));
    await writeFile(join(cwd, 'broken.jsonl'), [...lines, '{', '', JSON.stringify(event(4))].join('\n'));
    const { status, said } = await bring('broken.jsonl', '--dry-run');
    expect([status, said]).toMatchObject([
      2,
      { dryRun: true, read: 3, accepted: 0, unreadable: 2, uses: { 'winback-spring': 3 } },
    ]);
    expect(
      said.problems.map(({ at, message }: { at: { file: string; line: number }; message: string }) => [
        at.file,
        at.line,
        message,
      ]),
    ).toEqual([
      ['broken.jsonl', 2, expect.stringContaining('`at`')],
      ['broken.jsonl', 4, 'the line is no JSON'],
    ]);
    const text = await scruple(['outcomes', 'import', 'broken.jsonl', '--dry-run'], { cwd });
    expect(text.stdout).toContain('broken.jsonl:2: `at`');
  });

  it('goes on where it ended, from JSON lines, CSV and Parquet alike, and counts nothing twice', async () => {
    await writeFile(join(cwd, 'first.jsonl'), jsonLines(events(0, 1_500)));
    expect((await bring('first.jsonl', '--server', server.url)).said).toMatchObject({
      accepted: 1_500,
      duplicates: 0,
    });
    const rows = events(0, 4_500).map(({ id, type, use, at, subject }) =>
      [id, type, use, at, subject, '65+'].join(','),
    );
    await writeFile(join(cwd, 'all.csv'), `id,type,use,at,subject,groups.age_band\n${rows.join('\n')}\n`);
    const whole = await bring('all.csv', '--server', server.url);
    expect([whole.status, whole.said]).toMatchObject([
      0,
      { read: 4_500, accepted: 3_000, duplicates: 1_500, quarantined: 3_000, unreadable: 0 },
    ]);
    await writeParquet(join(cwd, 'all.csv'), join(cwd, 'all.parquet'));
    const again = await bring('all.parquet', '--server', server.url);
    expect(again.said).toMatchObject({ accepted: 0, duplicates: 4_500 });
  });

  it('says what was taken when the server is gone, and what is wrong with a key', async () => {
    const gone = await bring('first.jsonl', '--server', 'http://127.0.0.1:9');
    expect([gone.status, gone.stderr]).toEqual([2, expect.stringContaining('0 events were taken before')]);
    const wrong = await scruple(['outcomes', 'import', 'first.jsonl', '--server', server.url], {
      cwd,
      env: { SCRUPLE_TOKEN: 'nonsense' },
    });
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('no such credential')]);
    expect((await bring('none.jsonl', '--dry-run')).status).toBe(2);
  });
});
