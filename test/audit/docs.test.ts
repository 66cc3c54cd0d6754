import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../src/kernel/source-text.ts';
import { readVaultRecord } from '../../src/playbook/4-harm/vault/vault-record.ts';
import { emptyFolder, scruple } from '../cli/run-scruple.ts';

// UPDATE_GOLDEN=1 npx vitest run test/audit/docs.test.ts writes what the commands of the page print now.
const ROOT = new URL('../../', import.meta.url).pathname;
const PAGE = `${ROOT}docs/audit.md`;
const EXAMPLE = /```console\n\$ scruple (audit [^\n]+)\n([\s\S]*?)```/g;

/** The words of a command line, with those in double quotes kept together. */
const wordsOf = (command: string): string[] =>
  (command.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));

describe('docs/audit.md', async () => {
  const page = await readFile(PAGE, 'utf8');

  it('shows what its commands print', async () => {
    const { version } = JSON.parse(await readFile(`${ROOT}package.json`, 'utf8')) as { version: string };
    const examples = [...page.matchAll(EXAMPLE)].filter(([, command]) => !command!.includes('--out'));
    expect(examples.length).toBeGreaterThan(0);
    let current = page;
    // An audit over a vault writes its log beside it: not into the examples that people read.
    const folder = await emptyFolder();
    await cp(join(ROOT, 'examples/audit'), join(folder, 'examples/audit'), { recursive: true });
    for (const [whole, command, output] of examples) {
      const ran = await scruple(wordsOf(command!), { cwd: folder });
      expect(ran).toMatchObject({ status: 1, stderr: '' });
      const printed = ran.stdout.replaceAll(`scruple ${version}`, 'scruple VERSION');
      if (process.env.UPDATE_GOLDEN === '1')
        current = current.replace(whole, () => `\`\`\`console\n$ scruple ${command}\n${printed}\`\`\``);
      else expect(output).toBe(printed);
    }
    if (process.env.UPDATE_GOLDEN === '1') await writeFile(PAGE, current);
  });

  it('names every option of the command, and no other', async () => {
    const help = (await scruple(['audit', '--help'])).stdout;
    const options = new Set([...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, name]) => name!));
    const named = new Set([...page.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([name]) => name));
    expect([...named].filter((name) => !options.has(name))).toEqual([]);
    const plain = new Set(['--help', '--debug', '--out', '--at', '--timeout']);
    expect([...options].filter((name) => !named.has(name) && !plain.has(name))).toEqual([]);
  });

  it('shows a record of a vault that opens it', () => {
    const [, text] = /```yaml vault\.yaml\n([\s\S]*?)```/.exec(page)!;
    expect(
      readVaultRecord(new SourceText('vault.yaml', text!), new Date('2026-11-24T00:00:00Z')),
    ).toMatchObject({
      ok: true,
      value: { key: 'customer_id', minimumCell: 10 },
    });
  });
});
