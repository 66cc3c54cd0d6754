import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionFiles } from '../../src/app/server/load-demo.ts';
import type { PushedFile } from '../../src/app/server/uses/judge-pushed.ts';
import { type Somebody, TestServer } from './harness.ts';

const MAIL = `<html><body>
<p>Hello {{ first_name }}, last chance! Only 3 left.</p>
<p><a href="https://shop.harbor.example/u/token">Unsubscribe</a></p>
</body></html>`;
const ANSWERS = {
  aim: 'sell',
  channels: ['email'],
  ground: 'asked',
  benefit: 'A pair that fits, before the season',
  owner: 'olga@harbor.example',
  until: '2027-02-10',
};
const SQL = 'select c.customer_id, c.email from crm.customers c where c.newsletter_consent = true';
const message = { type: 'text', text: MAIL, subject: 'New boots', from: 'Harbor <hello@harbor.example>' };
const audience = { name: 'Readers', definition: { type: 'sql', text: SQL, dialect: 'postgres' } };

let server: TestServer;
let ada: Somebody;
let olga: Somebody & { key: string };
let otto: Somebody & { key: string };
let guest: Somebody & { key: string };
let rita: Somebody & { key: string };
let shared: readonly PushedFile[];
beforeAll(async () => {
  server = await TestServer.start();
  ada = await server.administrator();
  olga = await server.person(ada, 'Olga', ['operator']);
  otto = await server.person(ada, 'Otto', ['operator']);
  guest = await server.person(ada, 'Gus', ['guest'], { until: '2027-01-01T00:00:00Z' });
  rita = await server.person(ada, 'Rita', ['reviewer']);
  const read = await definitionFiles('examples/harbor');
  if (!read.ok) throw new Error(read.problem.message);
  shared = read.value.filter(({ path }) => !path.startsWith('uses/'));
}, 60_000);
afterAll(() => server.stop());

const make = (body: object, who: Somebody = olga, headers: Record<string, string> = {}) =>
  who.ask('/v1/uses', { method: 'POST', body: { title: 'Boots', answers: {}, ...body }, headers });
const edit = (use: string, body: object, match: string | null, who: Somebody = olga) =>
  who.ask(`/v1/uses/${use}/versions`, {
    method: 'POST',
    body: { answers: {}, ...body },
    headers: match === null ? {} : { 'if-match': `"${match}"` },
  });
const folder = async (use: string, version: string | number, who: Somebody) => {
  const answer = await server.app.inject({
    url: `/v1/uses/${use}/versions/${version}/folder`,
    headers: { cookie: who.cookie, 'sec-fetch-site': 'same-origin' },
  });
  const files =
    answer.statusCode === 200
      ? Object.fromEntries(
          Object.entries(unzipSync(answer.rawPayload)).map(([path, bytes]) => [path, strFromU8(bytes)]),
        )
      : {};
  return { status: answer.statusCode, type: answer.headers['content-type'], files };
};

describe('before a workspace is pushed', () => {
  it('there is nothing to judge by, which is said', async () => {
    const answer = await make({ message, audience, answers: ANSWERS });
    expect([answer.status, answer.body.code]).toEqual([422, 'new-use.no-workspace']);
    const pushed = await otto.ask('/v1/pushes', {
      method: 'POST',
      body: {
        workspace: 'harbor',
        files: [
          ...shared,
          { path: 'uses/seed/use.yaml', text: 'use: seed\nkind: campaign\nowner: otto@harbor.example\n' },
        ],
      },
    });
    expect([pushed.status, pushed.body.detail]).toEqual([201, undefined]);
  });
});

describe('the questions', () => {
  it('are six, with the options that are accepted', async () => {
    const { status, body } = await olga.ask('/v1/new-use/questions');
    expect(status).toBe(200);
    expect(body.workspaces).toEqual(['harbor']);
    expect(body.questions).toHaveLength(6);
    for (const { id, form, options } of body.questions)
      for (const { value } of options) {
        const answer = await make({
          dryRun: true,
          audience,
          answers: { [id]: form === 'some-of' ? [value] : value },
        });
        expect([id, value, answer.status]).toEqual([id, value, 200]);
      }
    expect((await make({ dryRun: true, audience, answers: { aim: 'world peace' } })).status).toBe(400);
    expect((await rita.ask('/v1/new-use/questions')).status).toBe(403);
  });
});

describe('a draft', () => {
  it('gets its verdict in a second or two, and nothing of it is kept', async () => {
    const start = performance.now();
    const { status, body } = await make({ dryRun: true, message, audience, answers: ANSWERS });
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(status).toBe(200);
    expect(body).toMatchObject({ use: 'boots', isKept: false, versionId: null, version: null });
    expect(body.findings.map(({ check }: { check: string }) => check)).toContain('msg-scarcity-true');
    expect(body.verdict).not.toBe('allow');
    expect((await olga.ask('/v1/uses/boots')).status).toBe(404);
    expect((await olga.ask('/v1/uses?mine=true')).body.items).toEqual([]);
  });

  it('says what nobody said, why it matters and which question closes it, and guesses nothing', async () => {
    const { body } = await make({ dryRun: true, message, answers: { channels: ['email'] } });
    const open = new Map(
      body.unknowns.map(({ key, question, why }: { key: string; question: string; why: string }) => {
        expect(why).not.toBe('');
        return [key, question];
      }),
    );
    expect(Object.fromEntries(open)).toMatchObject({
      owner: 'owner',
      approver: null,
      purpose: 'aim',
      basis: 'ground',
      intent: 'aim',
      benefit: 'benefit',
      expires: 'until',
      audience: null,
      'messages[0].headers': null,
    });
    for (const key of ['owner', 'approver', 'purpose', 'basis', 'intent', 'benefit', 'expires', 'audience']) {
      expect(body.card).toMatch(new RegExp(`^# ${key}: unknown\\.`, 'm'));
      expect(body.card).not.toMatch(new RegExp(`^${key}:`, 'm'));
    }
    const whole = await make({ dryRun: true, message, audience, answers: ANSWERS });
    const keys = whole.body.unknowns.map(({ key }: { key: string }) => key);
    expect(keys).toEqual(['approver', 'without_it', 'explanation', 'messages[0].headers']);
  });

  it('of a picture is not assessed, which is said, and never allowed', async () => {
    for (const picture of [
      { type: 'picture', name: 'Screenshot.png' },
      { type: 'text', text: `data:image/png;base64,${'iVBORw0KGgo'.repeat(20)}` },
      { type: 'text', text: '%PDF-1.7 stream' },
    ]) {
      const { status, body } = await make({ dryRun: true, message: picture, audience, answers: ANSWERS });
      expect(status).toBe(200);
      expect(body.verdict).not.toBe('allow');
      const messages = body.unknowns.find(({ key }: { key: string }) => key === 'messages');
      expect(messages.says).toContain('not assessed');
      expect(body.card).toMatch(/^# messages: unknown\. .*pictures are not assessed/m);
      expect(body.files.map(({ path }: PushedFile) => path)).not.toContain('uses/boots/message.txt');
    }
  });

  it.each([
    ['html', MAIL, 'message.html'],
    ['mjml', '<mjml><mj-body><mj-text>Hello</mj-text></mj-body></mjml>', 'message.mjml'],
    ['text', 'Hello, the shop is open < 8 pm.', 'message.txt'],
  ])('takes a message as %s', async (_format, text, file) => {
    const { body } = await make({ dryRun: true, message: { type: 'text', text }, answers: ANSWERS });
    expect(body.files.map(({ path }: PushedFile) => path)).toContain(`uses/boots/${file}`);
    expect(body.notAssessed.some(({ check }: { check: string }) => check === 'msg-plain-wording')).toBe(
      false,
    );
  });

  it.each([
    ['words', { name: 'Pregnant runners' }, '.txt', 'audience.segment'],
    ['sql', { definition: { type: 'sql', text: SQL } }, '.sql', 'audience.dialect'],
    ['list', { definition: { type: 'list', header: 'customer_id,email' } }, '.csv', 'audience.origin'],
  ])('takes an audience as %s and says what it leaves open', async (_type, given, ending, open) => {
    const { status, body } = await make({ dryRun: true, audience: given, answers: ANSWERS });
    expect(status).toBe(200);
    expect(body.files.some(({ path }: PushedFile) => path.endsWith(ending))).toBe(true);
    expect(body.unknowns.map(({ key }: { key: string }) => key)).toContain(open);
  });

  it('of an audience that a vendor exported is read', async () => {
    const definition = {
      type: 'Everyone',
      entryNode: { id: '1', type: 'Trait', path: 'religion', operator: { type: 'Equals', value: 'x' } },
      nodes: [],
    };
    const { status, body } = await make({
      dryRun: true,
      audience: { definition: { type: 'json', text: JSON.stringify(definition) } },
    });
    expect(status).toBe(200);
    expect(body.files.map(({ path }: PushedFile) => path)).toContain('uses/boots/audience.json');
    expect(body.verdict).not.toBe('allow');
  });
});

describe('a use that is made here', () => {
  it('is kept as a version, is one’s own, and its folder is what `scruple check` reads', async () => {
    const made = await make({ title: 'Boots', message, audience, answers: ANSWERS });
    expect([made.status, made.body.detail]).toEqual([201, undefined]);
    expect(made.body).toMatchObject({ use: 'boots', isKept: true, number: 1 });
    expect(made.headers.etag).toBe(`"${made.body.version}"`);
    const use = await olga.ask('/v1/uses/boots');
    expect(use.body).toMatchObject({ ownerKey: olga.key, state: 'checked', verdict: made.body.verdict });
    expect(use.headers.etag).toBe(made.headers.etag);

    const { status, type, files } = await folder('boots', 1, olga);
    expect([status, type]).toEqual([200, 'application/zip']);
    expect(files['uses/boots/use.yaml']).toBe(made.body.card);
    const root = await mkdtemp(join(tmpdir(), 'scruple-folder-'));
    try {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), text);
      }
      const { stdout } = await promisify(execFile)(process.execPath, [
        'bin/scruple.js',
        'check',
        join(root, 'uses/boots'),
        ...['--format', 'json', '--no-facts', '--fail-on', 'never', '--at', server.now.toISOString()],
      ]);
      const [report] = JSON.parse(stdout).uses;
      expect(report.hash).toBe(made.body.contentHash);
      expect(report.verdict).toBe(made.body.verdict);
      const checks = (findings: ReadonlyArray<{ check: string }>) =>
        findings.map(({ check }) => check).sort();
      expect(checks(report.findings)).toEqual(checks(made.body.findings));
    } finally {
      await rm(root, { recursive: true, force: true });
    }
    expect(files['datamap/crm.yaml']).toBeDefined();
  }, 30_000);

  it('has an id that no other has, and a repeated key makes one use', async () => {
    const again = await make({ title: 'Boots', message, answers: ANSWERS }, otto);
    expect([again.status, again.body.use]).toEqual([201, 'boots-2']);
    const headers = { 'idempotency-key': 'make-boots-3' };
    const [one, two] = [
      await make({ title: 'Tents', message, answers: ANSWERS }, olga, headers),
      await make({ title: 'Tents', message, answers: ANSWERS }, olga, headers),
    ];
    expect([one.body.use, two.body.use, two.status]).toEqual(['tents', 'tents', 201]);
    expect((await olga.ask('/v1/uses?query=tents')).body.items).toHaveLength(1);
  });

  it('is edited by what one brings; the rest stays', async () => {
    const { body: before } = await olga.ask('/v1/uses/boots');
    expect((await edit('boots', { answers: { benefit: 'Dry feet' } }, null)).status).toBe(428);
    expect((await edit('boots', { answers: { benefit: 'Dry feet' } }, '999')).body.code).toBe(
      'store.changed',
    );
    expect((await edit('boots', {}, String(before.version), otto)).status).toBe(403);
    const dry = await edit('boots', { dryRun: true, answers: { channels: ['sms'] } }, String(before.version));
    expect([dry.status, dry.body.isKept]).toEqual([200, false]);
    expect(dry.body.card).toContain('purpose: marketing.communications.sms');

    const edited = await edit('boots', { answers: { benefit: 'Dry feet' } }, String(before.version));
    expect([edited.status, edited.body.number]).toEqual([201, 2]);
    expect(edited.body.card).toContain('benefit: "Dry feet"');
    expect(edited.body.card).toContain('owner: "olga@harbor.example"');
    expect(edited.body.files.map(({ path }: PushedFile) => path).sort()).toEqual(
      ['audience-readers.sql', 'message.html', 'use.yaml'].map((name) => `uses/boots/${name}`),
    );
    const calmer = await edit(
      'boots',
      { message: { type: 'text', text: 'New boots are in the shop.', subject: 'New boots' } },
      String(edited.body.version),
    );
    expect(calmer.body.number).toBe(3);
    const checks = calmer.body.findings.map(({ check }: { check: string }) => check);
    expect(checks).not.toContain('msg-scarcity-true');
    const paths = calmer.body.files.map(({ path }: PushedFile) => path);
    expect(paths).toContain('uses/boots/message.txt');
    expect(paths).not.toContain('uses/boots/message.html');
    // Who edits at the same time as somebody else is told so.
    const at = String(calmer.body.version);
    const both = await Promise.all([
      edit('boots', { answers: { benefit: 'One' } }, at),
      edit('boots', { answers: { benefit: 'Two' } }, at),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 412]);
  });

  it('is edited by files, too, with the version that was read or without', async () => {
    const { body: use } = await olga.ask('/v1/uses/tents');
    const { files } = await folder('tents', use.latestVersion, olga);
    const changed = Object.entries(files).map(([path, text]) => ({
      path,
      text: path.endsWith('use.yaml') ? `${text}approver: trust@harbor.example\n` : text,
    }));
    const send = (headers: Record<string, string>) =>
      olga.ask('/v1/uses/tents/versions', {
        method: 'POST',
        body: { workspace: 'harbor', files: changed },
        headers,
      });
    expect((await send({ 'if-match': '"999"' })).status).toBe(412);
    const kept = await send({ 'if-match': `"${use.version}"` });
    expect([kept.status, kept.body.uses]).toMatchObject([201, [{ version: 2, isNew: true }]]);
    expect((await send({})).body.uses).toMatchObject([{ version: 2, isNew: false }]);
  });

  it('keeps the boundaries and the data map as they were pushed', async () => {
    const before = Object.keys((await folder('boots', 1, olga)).files).filter(
      (path) => !path.startsWith('uses/'),
    );
    expect(before.sort()).toEqual(
      shared.flatMap(({ path }) => (path === 'waivers.yaml' ? [] : [path])).sort(),
    );
  });

  it('shows a guest the files of their own use alone', async () => {
    const made = await make({ title: 'Agency', message, answers: ANSWERS }, guest);
    expect(made.status).toBe(201);
    const { files } = await folder('agency', 1, guest);
    expect(Object.keys(files).every((path) => path.startsWith('uses/agency/'))).toBe(true);
    expect((await folder('boots', 1, guest)).status).toBe(404);
    expect((await folder('boots', 99, olga)).status).toBe(404);
    expect((await folder('agency', 'version_of-another', olga)).status).toBe(404);
  });
});

describe('hostile input', () => {
  it.each([
    ['no message and no audience', { answers: ANSWERS }, 400],
    ['an empty message', { message: { type: 'text', text: ' \n ' } }, 400],
    ['a message with NUL', { message: { type: 'text', text: 'a\u0000b' } }, 400],
    ['half a character', { message: { type: 'text', text: '\ud800' } }, 400],
    ['a key nobody knows', { message, owner: 'me' }, 400],
    ['an audience that says nothing', { message, audience: {} }, 400],
    ['rows of a list', { audience: { definition: { type: 'list', header: 'id\n7,ann@x.example' } } }, 400],
    ['a day that does not exist', { message, answers: { until: '2027-02-30' } }, 400],
    ['a line break in an answer', { message, answers: { benefit: 'a\nkind: score' } }, 400],
    ['an owner that is no address', { message, answers: { owner: 'me' } }, 400],
    ['a workspace that is not there', { message, workspace: 'other' }, 422],
    ['5 MB', { message: { type: 'text', text: 'word '.repeat(1024 * 1024) } }, 400],
    [
      '4 MB of letters with more bytes',
      { message: { type: 'text', text: 'ä'.repeat(3 * 1024 * 1024) } },
      422,
    ],
  ])('%s is refused with a word on it', async (_what, body, status) => {
    const answer = await make({ dryRun: true, ...body });
    expect([answer.status, typeof answer.body.detail]).toEqual([status, 'string']);
    expect(answer.body.hint).not.toBe('');
  });

  it.each([
    ['../../../etc/cron.d/x', '..\\..\\x', 'use'],
    ['uses/seed', 'CON', 'a/b\u2044c'],
  ])('names are never paths: %s', async (title, name, origin) => {
    const { status, body } = await make({
      title,
      dryRun: true,
      message,
      audience: { name, definition: { type: 'list', header: 'customer_id', origin } },
    });
    expect(status).toBe(200);
    for (const { path } of body.files) expect(path).toMatch(/^uses\/[a-z0-9-]+\/[a-z0-9-]+\.[a-z]+$/);
  });

  it('an answer is words of the card, whatever it looks like', async () => {
    const benefit = '"}, kind: score, x: [ # &a *a !!js {{ y }}';
    const made = await make({ title: 'Injection', message, answers: { ...ANSWERS, benefit } });
    const [version] = (await olga.ask('/v1/uses/injection/versions')).body.items;
    const { card } = (await olga.ask(`/v1/uses/injection/versions/${version.id}`)).body;
    expect(card).toMatchObject({ kind: 'campaign', benefit });
    expect(made.body.card.match(/^kind:/gm)).toHaveLength(1);
  });

  it('a large message is judged, and one with scripts is kept as text', async () => {
    const text = `<p>New boots are in.</p><script>alert(1)</script><img src="https://t.example/p.gif">\n`;
    const start = performance.now();
    const { status, body } = await make({
      dryRun: true,
      message: { type: 'text', text: text.repeat(Math.floor(3_900_000 / text.length)) },
      answers: ANSWERS,
    });
    expect(status).toBe(200);
    expect(body.files.find(({ path }: PushedFile) => path.endsWith('.html')).text).toContain('alert(1)');
    expect(performance.now() - start).toBeLessThan(10_000);
  }, 20_000);

  it('logs none of the words', () => {
    expect(server.log.join('')).not.toMatch(/last chance|harbor\.example|Dry feet/);
  });
});
