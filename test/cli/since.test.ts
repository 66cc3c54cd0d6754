import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../src/app/check-workspace.ts';
import { NOW } from '../../src/check/testing/builders.ts';
import { DATA_MAP, type Files, makeWorkspace, useFiles } from '../harness/workspace.ts';

const MESSAGE =
  'New boots are here.\nUnsubscribe: https://x.example/u\nHarbor (fictional), Quay 1, 12345 Harbor\n';
const use = (id: string, message = MESSAGE): Files =>
  useFiles(
    { 'segment.sql': "select email from crm.customers where city = 'Harbor'\n", 'message.txt': message },
    id,
  );

/** A workspace with two uses in a repository of its own, one of them with a finding from the start. */
async function repository(): Promise<string> {
  const folder = await makeWorkspace({
    ...use('calm'),
    ...use('pressing', `Hurry, only 3 left!\n${MESSAGE}`),
  });
  const git = (...parameters: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@t.example', ...parameters]);
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'start');
  return folder;
}
const since = async (folder: string, revision = 'HEAD') =>
  checkWorkspace(folder, {
    at: NOW,
    only: [],
    since: revision,
    noFacts: true,
    allowHosts: [],
    allowPaths: [],
  });
const seen = async (folder: string) => {
  const report = await since(folder);
  if (!report.ok) throw new Error(report.problem.message);
  return report.value.uses.map((one) => [
    one.use,
    one.verdict,
    [...new Set(one.findings.map(({ check }) => check))],
  ]);
};

describe('--since', () => {
  it('reports nothing where nothing changed', async () => expect(await seen(await repository())).toEqual([]));

  it('reports what a change introduced, and not what was there before', async () => {
    const folder = await repository();
    await writeFile(
      join(folder, 'uses/pressing/message.txt'),
      `Only 3 left, hurry!\nWas 89 EUR.\n${MESSAGE}`,
    );
    const [[id, , checks] = []] = await seen(folder);
    expect(id).toBe('pressing');
    expect(checks).toContain('msg-prior-price');
  });

  it('is not moved by lines that only shift', async () => {
    const folder = await repository();
    await writeFile(join(folder, 'uses/pressing/message.txt'), `\n\nHurry, only 3 left!\n${MESSAGE}`);
    expect((await seen(folder)).map(([id, verdict, checks]) => [id, verdict, checks])).toEqual([
      ['pressing', 'allow', []],
    ]);
  });

  it('reports a new use whole', async () => {
    const folder = await repository();
    for (const [path, text] of Object.entries(use('new'))) {
      const { mkdir } = await import('node:fs/promises');
      await mkdir(join(folder, path, '..'), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    expect((await seen(folder)).map(([id]) => id)).toEqual(['new']);
  });

  it('reports every use that a changed data map touches', async () => {
    const folder = await repository();
    await writeFile(
      join(folder, 'datamap/shop.yaml'),
      DATA_MAP.replace(
        'category: user.contact.address.city }',
        'category: user.contact.address.city, origin: third-party }',
      ),
    );
    expect((await seen(folder)).map(([id]) => id)).toEqual(['calm', 'pressing']);
  });

  it('reports every use when a boundary changes', async () => {
    const folder = await repository();
    const { mkdir } = await import('node:fs/promises');
    await mkdir(join(folder, 'boundaries'));
    await writeFile(
      join(folder, 'boundaries/a.cedar'),
      '@id("a") @because("b") @instead("c")\nforbid (principal, action, resource) when { resource.sells };\n',
    );
    expect((await seen(folder)).map(([id, verdict]) => [id, verdict])).toEqual([
      ['calm', 'block'],
      ['pressing', 'block'],
    ]);
  });

  it.each([
    ['an unknown revision', 'nowhere'],
    ['an option', '--output=/tmp/x'],
  ])('refuses %s', async (_, revision) => {
    expect(await since(await repository(), revision)).toMatchObject({
      ok: false,
      problem: { code: 'git.unavailable' },
    });
  });

  it('says so outside a repository', async () => {
    expect(await since(await makeWorkspace(use('calm')))).toMatchObject({
      ok: false,
      problem: { code: 'git.unavailable' },
    });
  });
});
