import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HASH } from '../../src/gate/testing/moments.ts';
import { gateSummarySchema } from '../../src/report/json/gate-schema.ts';
import { byMail, SECRET, snapshotText } from '../gate/snapshot-file.ts';
import { TRUSTED } from '../gate-library/signed.ts';
import { emptyFolder, type Ran, scruple } from './run-scruple.ts';

const AT = '2026-11-24T11:00:00Z';

async function folderWith(all: Parameters<typeof snapshotText>[0]) {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'list.csv'), 'email\nada@people.example\nbob@people.example\n');
  await writeFile(join(folder, 'gate.jsonl'), await snapshotText(all));
  await writeFile(join(folder, 'trust.json'), TRUSTED);
  const gate = (...more: string[]): Promise<Ran> =>
    scruple(
      [
        'gate',
        'winback-spring',
        ...['--audience', 'list.csv', '--allowed', 'allowed.csv', '--held', 'held.csv', '--by', 'email'],
        ...['--snapshot', 'gate.jsonl', '--trust', 'trust.json', '--at', AT],
        ...['--channel', 'email', '--content-hash', HASH],
        ...more,
      ],
      { cwd: folder, env: { SCRUPLE_SUBJECTS_SECRET: SECRET } },
    );
  return { gate, read: (name: string) => readFile(join(folder, name), 'utf8') };
}

describe('scruple gate', () => {
  it('splits a list, says how many and why, and ends with 0 though some are held', async () => {
    const { gate, read } = await folderWith({ people: { [byMail('ada@people.example')]: {} } });
    const ran = await gate();
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toBe(
      [
        'winback-spring: 1 of 2 may be contacted (50.0 %), as of 2026-11-24T11:00:00.000Z',
        '  allowed.csv',
        '1 may not',
        '  held.csv',
        '           1  no-consent',
        '           1  place-unknown',
        'contacts are checked, and not set aside: others may use them up meanwhile',
        '',
      ].join('\n'),
    );
    expect(await read('allowed.csv')).toBe('email\nada@people.example\n');
  });

  it('tells machines the same', async () => {
    const { gate } = await folderWith({ people: { [byMail('ada@people.example')]: {} } });
    const { stdout } = await gate('--format', 'json');
    expect(gateSummarySchema.strict().parse(JSON.parse(stdout))).toEqual({
      schema: 'scruple.gate/1',
      use: 'winback-spring',
      clearance: 'clearance:abcdefgh',
      rows: 2,
      allowed: 1,
      held: 1,
      reasons: [
        { code: 'no-consent', rows: 1 },
        { code: 'place-unknown', rows: 1 },
      ],
      shadow: [],
      isRefused: false,
      isReserved: false,
      additions: null,
      removals: null,
      asOf: '2026-11-24T11:00:00.000Z',
    });
  });

  it('ends with 1 where the use may be sent to nobody', async () => {
    const { gate } = await folderWith({ use: { isStopped: true } });
    expect(await gate()).toMatchObject({ status: 1 });
  });

  it('ends with 2 and allows nobody where it cannot be done', async () => {
    const { gate, read } = await folderWith({});
    const ran = await gate('--by', 'email=mail');
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toBe('scruple: the list has no column `mail`\n  write email\n');
    await expect(read('allowed.csv')).rejects.toThrow('ENOENT');
    expect(await gate('--held', 'list.csv')).toMatchObject({ status: 2 });
    expect(await read('list.csv')).toContain('ada@');
  });
});
