import { execFile } from 'node:child_process';
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLog } from '../src/playbook/5-oversight/evidence/log-file.ts';
import { testSigner } from '../src/playbook/5-oversight/testing/keys.ts';
import { LOG, testLog } from '../src/playbook/5-oversight/testing/log.ts';
import { type Running, setUp, startServer } from './api/running-server.ts';
import { filesUnder } from './harness/files-under.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WORDS = 90;
/** Read as text: the pages themselves are for a browser. */
const PAGES = await pagesOfConsole();

async function pagesOfConsole(): Promise<ReadonlyArray<readonly [label: string, path: string]>> {
  const files = (await filesUnder(join(ROOT, 'src/console/pages'))).filter((file) =>
    file.endsWith('/page.ts'),
  );
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts.map((text) => [
    /label: '([^']+)'/.exec(text)?.[1] ?? '',
    /path: '([^']+)'/.exec(text)?.[1] ?? '',
  ]);
}

interface Answer {
  readonly question: string;
  readonly words: number;
  readonly command: string | null;
  /** What the command has to print. */
  readonly prints: string;
  /** The page of the console, as its label and address. */
  readonly page: readonly [label: string, address: string] | null;
}

const answersIn = (text: string): readonly Answer[] =>
  text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [question, ...lines] = part.split('\n');
      const body = lines.join('\n');
      const ends = /```sh\n(.+)\n```\n<!-- prints:(.*)-->\s*$/.exec(body);
      const page = /^Console: \*\*(.+)\*\*, `(.+)`\s*$/m.exec(body);
      const prose = body.replace(/```[\s\S]*$/, '').replace(/^Console:.*$/m, '');
      return {
        question: question!,
        words: prose.split(/\s+/).filter((word) => word !== '').length,
        command: ends?.[1] ?? null,
        prints: ends?.[2]?.trim() ?? '',
        page: page === null ? null : [page[1]!, page[2]!],
      };
    });

const documents = await Promise.all(
  ['leaders', 'marketers', 'operations'].map(
    async (name) =>
      [name, answersIn(await readFile(join(ROOT, 'docs/answers', `${name}.md`), 'utf8'))] as const,
  ),
);
const answers = documents.flatMap(([, all]) => all);
/** An embedded store belongs to one process, so what opens the folder runs once the server has ended. */
const opensStore = ({ command }: Answer) => command?.includes(' --data ') ?? false;
const commands = [
  ...new Map(
    answers.filter(({ command }) => command !== null).map((one) => [`${one.command} ${one.prints}`, one]),
  ).values(),
];

let folder: string;
let server: Running | undefined;
let environment: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scruple-answers-'));
  await cp(join(ROOT, 'examples/harbor'), folder, { recursive: true });
  await writeFile(
    join(folder, 'scruple'),
    `#!/bin/sh\nexec "${process.execPath}" "${ROOT}bin/scruple.js" "$@"\n`,
  );
  await chmod(join(folder, 'scruple'), 0o755);
  await writeFile(join(folder, 'events.jsonl'), eventLog());
  const { entries, heads } = await testLog(12, 4);
  const log = { log: LOG, view: null, keys: [testSigner().publicKey], entries, heads };
  await writeFile(join(folder, 'evidence.jsonl'), [...writeLog(log)].join(''));
  server = await startServer(['--data', join(folder, 'scruple-data')]);
  const { authorization } = await (await setUp(server)).person('Aud', ['auditor']);
  environment = { SCRUPLE_SERVER: server.url, SCRUPLE_TOKEN: authorization.replace('Bearer ', '') };
}, 240_000);
afterAll(async () => {
  await server?.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

describe.each(documents)('docs/answers/%s.md', (_, own) => {
  it('answers a dozen questions or more, and none twice', () => {
    expect(own.length).toBeGreaterThanOrEqual(12);
    expect(own.length).toBeLessThanOrEqual(18);
    expect(new Set(own.map(({ question }) => question)).size).toBe(own.length);
  });

  it.each(own.map((one) => [one.question, one] as const))('%s', (_question, { words, command, page }) => {
    expect(words).toBeLessThanOrEqual(WORDS);
    expect([command, page].filter((end) => end !== null)).toHaveLength(1);
    if (page !== null) expect(PAGES).toContainEqual([...page]);
  });
});

describe('commands of the answers', () => {
  it.each(commands.filter((one) => !opensStore(one)).map((one) => [one.command!, one.prints]))(
    '%s',
    async (command, prints) => {
      expect(await run(command)).toContain(prints);
    },
    60_000,
  );

  it('that open the store, after the server has ended', async () => {
    const after = commands.filter(opensStore);
    expect(after.length).toBeGreaterThan(0);
    await server?.end('SIGTERM');
    for (const { command, prints } of after) expect(await run(command!)).toContain(prints);
  }, 60_000);
});

/** What a command prints; fails where it could not do its work, which findings are not. */
async function run(command: string): Promise<string> {
  const again = /^scruple init (\S+)$/.exec(command)?.[1];
  if (again !== undefined) await rm(join(folder, again), { recursive: true, force: true });
  const { DATABASE_URL: _, ...kept } = process.env;
  const env = {
    ...kept,
    ...environment,
    NO_COLOR: '1',
    COLUMNS: '80',
    PATH: `${folder}${delimiter}${kept.PATH}`,
  };
  try {
    return (await promisify(execFile)('sh', ['-c', command], { cwd: folder, env })).stdout;
  } catch (failed) {
    const { code, stdout, stderr } = failed as { code: number; stdout: string; stderr: string };
    expect(code, `${command}: ${stderr}`).toBe(1);
    return stdout;
  }
}

/** Sends of a use of the example, and one after a no. */
function eventLog(): string {
  const events = ['send', 'opt-out', 'send'].map((type, hour) => ({
    id: String(hour),
    type,
    use: 'winback-spring',
    at: new Date(Date.UTC(2026, 10, 2, 8 + hour)).toISOString(),
    subject: 'k1',
  }));
  return events.map((one) => `${JSON.stringify(one)}\n`).join('');
}
