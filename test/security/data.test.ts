import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionFiles } from '../../src/app/server/load-demo.ts';
import { isDefinitionPath, type PushedFile } from '../../src/app/server/uses/judge-pushed.ts';
import { type Somebody, TestServer } from '../api/harness.ts';
import { ENGINES } from '../contract/store-engines.ts';

type Named = Somebody & { key: string };
const USE = 'winback-spring';
const XSS = `<img src=x onerror=alert(1)>"'</script><script>alert(2)</script>`;

describe.each(ENGINES)('attacks on $name', (engine) => {
  let server: TestServer;
  let ada: Somebody;
  let olga: Named;
  let otto: Named;
  let gus: Named;
  let rita: Named;
  let files: readonly PushedFile[];
  let reviewId = '';
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({
      location: await engine.place(),
      limits: { bodyBytes: 64 * 1024, pushBytes: 512 * 1024 },
    });
    ada = await server.administrator();
    olga = await server.person(ada, 'Olga', ['operator'], { reportsTo: null });
    otto = await server.person(ada, 'Otto', ['operator'], { reportsTo: null });
    gus = await server.person(ada, 'Gus', ['guest'], { until: '2027-01-01T00:00:00Z' });
    rita = await server.person(ada, 'Rita', ['reviewer'], { reportsTo: null });
    const read = await definitionFiles('examples/harbor');
    if (!read.ok) throw new Error(read.problem.message);
    files = read.value.filter(({ path }) => !path.startsWith('uses/') || path.startsWith(`uses/${USE}/`));
    const pushed = await push(olga, files);
    expect([pushed.status, pushed.body.detail]).toEqual([201, undefined]);
    reviewId = (await olga.ask(`/v1/uses/${USE}/reviews`, { method: 'POST' })).body.id;
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });
  const push = (who: Somebody, pushed: readonly PushedFile[], use = USE) =>
    who.ask(`/v1/uses/${use}/versions`, { method: 'POST', body: { workspace: 'harbor', files: pushed } });

  describe('somebody else’s things (IDOR)', () => {
    it('a guest sees none of them: not there, for every path', async () => {
      const { latestVersion } = (await olga.ask(`/v1/uses/${USE}`)).body;
      for (const path of [
        `/v1/uses/${USE}`,
        `/v1/uses/${USE}/versions`,
        `/v1/uses/${USE}/versions/${latestVersion}`,
        `/v1/uses/${USE}/findings`,
        `/v1/uses/${USE}/records`,
        `/v1/reviews/${reviewId}`,
        `/v1/reviews?use=${USE}`,
        `/v1/stops?use=${USE}`,
        `/v1/clearances?use=${USE}`,
        `/v1/waivers?use=${USE}`,
      ])
        expect([path, (await gus.ask(path)).status]).toEqual([path, 404]);
      for (const path of ['/v1/uses', '/v1/reviews']) expect((await gus.ask(path)).body.items).toEqual([]);
      for (const path of ['/v1/people', '/v1/evidence', '/v1/keys', '/v1/stops', '/v1/clearances'])
        expect([path, (await gus.ask(path)).status]).toEqual([path, 403]);
    });

    it('another operator reads and changes nothing that is the owner’s', async () => {
      expect((await push(otto, files)).status).toBe(403);
      expect((await otto.ask(`/v1/uses/${USE}/reviews`, { method: 'POST' })).status).toBe(403);
      expect((await otto.ask(`/v1/reviews/${reviewId}`)).status).toBe(404);
      const waiver = { check: 'seg-min-size', reason: 'x', until: '2027-01-31T00:00:00Z' };
      expect((await otto.ask(`/v1/uses/${USE}/waivers`, { method: 'POST', body: waiver })).status).toBe(403);
      expect(
        (await otto.ask(`/v1/uses/${USE}/records`, { method: 'POST', body: { kind: 'lia' } })).status,
      ).toBe(403);
      for (const type of ['commented', 'withdrawn'])
        expect(
          (
            await otto.ask(`/v1/reviews/${reviewId}/steps`, {
              method: 'POST',
              body: type === 'commented' ? { type, text: 'x' } : { type, reason: 'x' },
            })
          ).status,
        ).toBe(404);
    });

    it('a version is not read through another use, nor a use taken over by its card', async () => {
      const mine = files.map(({ path, text }) => ({
        path: path.replace(`uses/${USE}/`, 'uses/ottos-own/'),
        text: text
          .replace(`use: ${USE}`, 'use: ottos-own')
          .replace(/^owner: .*$/m, 'owner: rita@harbor.example'),
      }));
      expect((await push(otto, mine, 'ottos-own')).status).toBe(201);
      const { latestVersion } = (await olga.ask(`/v1/uses/${USE}`)).body;
      expect((await otto.ask(`/v1/uses/ottos-own/versions/${latestVersion}`)).status).toBe(404);
      // Whoever is named as owner, who brought a use does not judge it; and who is named does not either.
      const asked = await otto.ask('/v1/uses/ottos-own/reviews', { method: 'POST' });
      expect(asked.status).toBe(201);
      const joined = await rita.ask(`/v1/reviews/${asked.body.id}/steps`, {
        method: 'POST',
        body: { type: 'joined', conflict: null },
      });
      expect(joined.status).toBe(403);
    });

    it('nobody says in a step who they are, or when', async () => {
      for (const more of [
        { by: olga.key },
        { at: '2020-01-01T00:00:00Z' },
        { role: 'reviewer' },
        { standing: 'outside' },
      ])
        expect(
          (
            await rita.ask(`/v1/reviews/${reviewId}/steps`, {
              method: 'POST',
              body: { type: 'joined', conflict: null, ...more },
            })
          ).body.code,
        ).toBe('request.invalid');
    });
  });

  describe('paths (traversal)', () => {
    const BAD = [
      '../scruple.yaml',
      '/etc/passwd',
      `uses/${USE}/../../../etc/passwd.txt`,
      `uses/../uses/${USE}/a.txt`,
      'boundaries/../../x.cedar',
      'boundaries\\..\\x.cedar',
      'uses/./a.txt',
      'uses/a/.git/config.txt',
      'uses/a/b\u0000.txt',
      'uses/a/b.txt/..',
      'data/harbor.duckdb',
      'uses/a/decisions.parquet',
      'uses/a/decisions.csv',
      'uses/a/run.js',
      'C:/x/a.txt',
      'uses/%2e%2e/a.txt',
      '',
    ];
    it.each(BAD)('%j is no file of a workspace', async (path) => {
      expect(isDefinitionPath(path)).toBe(false);
      // Of a list of people the names of its columns may come, and no row.
      const answer = await push(olga, [...files, { path, text: 'customer_id\nc-1\n' }]);
      expect([answer.status, answer.body.code]).toEqual([422, 'use.invalid-push']);
    });

    it('a path twice, or a file as a folder, is refused', async () => {
      const file = { path: `uses/${USE}/a.txt`, text: 'x' };
      for (const more of [
        [file, file],
        [file, { path: `uses/${USE}/A.txt`, text: 'y' }],
        [file, { path: `uses/${USE}/a.txt/b.txt`, text: 'y' }],
      ])
        expect((await push(olga, [...files, ...more])).body.code).toBe('use.invalid-push');
    });

    it('a card that points out of its folder reads nothing there', async () => {
      const out = files.map((file) =>
        file.path.endsWith('/use.yaml')
          ? { ...file, text: file.text.replace(/segment: \S+/, 'segment: ../../../../../../etc/passwd') }
          : file,
      );
      const answer = await push(olga, out);
      expect(answer.status).toBe(422);
      expect(JSON.stringify(answer.body)).not.toContain('root:');
    });

    it('facts, hosts and warehouses of a pushed workspace are never asked (SSRF)', async () => {
      const { createServer } = await import('node:http');
      let asked = 0;
      const target = createServer((_request, response) => {
        asked += 1;
        response.end('{"average": 5}');
      });
      await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
      const { port } = target.address() as { port: number };
      const facts = `rating: { type: http, url: "http://127.0.0.1:${port}/x", pointer: /average, fresh: P1D, owner: shop@harbor.example }\n`;
      const hostile = files.map((file) =>
        file.path === 'facts.yaml'
          ? { ...file, text: `${file.text}\n${facts}` }
          : file.path === 'scruple.yaml'
            ? { ...file, text: file.text.replace(/hosts: \[[^\]]*\]/, 'hosts: ["127.0.0.1"]') }
            : file.path.endsWith('/use.yaml')
              ? {
                  ...file,
                  text: `${file.text}\nclaims:\n  - { says: "five stars", fact: rating }\n`.replace(
                    /^claims:[\s\S]*?(?=^\w)/m,
                    '',
                  ),
                }
              : file,
      );
      await push(olga, hostile);
      expect(asked).toBe(0);
      await new Promise((resolve) => target.close(resolve));
    });
  });

  describe('texts (stored XSS)', () => {
    it('come back as JSON that no browser takes for a page', async () => {
      const comment = await olga.ask(`/v1/reviews/${reviewId}/steps`, {
        method: 'POST',
        body: { type: 'commented', text: XSS },
      });
      expect(comment.status).toBe(201);
      const hostile = files.map((file) =>
        /\.(?:html|md|txt|liquid|mjml)$/.test(file.path) ? { ...file, text: `${file.text}\n${XSS}` } : file,
      );
      await push(olga, hostile);
      await olga.ask(`/v1/uses/${USE}/stops`, { method: 'POST', body: { reason: XSS } });
      await ada.ask('/v1/people', {
        method: 'POST',
        body: { name: XSS.slice(0, 60), email: 'x@harbor.example', roles: ['analyst'] },
      });
      const { latestVersion } = (await olga.ask(`/v1/uses/${USE}`)).body;
      for (const path of [
        `/v1/uses/${USE}/versions/${latestVersion}`,
        `/v1/uses/${USE}/findings`,
        `/v1/reviews/${reviewId}`,
        '/v1/stops',
        `/v1/uses/${encodeURIComponent(XSS)}`,
        `/v1/uses?query=${encodeURIComponent(XSS)}`,
        `/${encodeURIComponent(XSS)}`,
      ]) {
        const { headers } = await olga.ask(path);
        expect([path, headers['content-type']]).toEqual([
          path,
          expect.stringMatching(/^application\/(?:problem\+)?json/),
        ]);
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers['content-security-policy']).toContain("default-src 'none'");
      }
      const people = await ada.ask('/v1/people');
      expect(people.headers['content-type']).toMatch(/^application\/json/);
    });

    it('hold no characters that hide or turn others', async () => {
      for (const name of ['a\u202eb', 'a\u0000b', 'a\u001b[31mb', 'a\nb'])
        expect(
          (
            await ada.ask('/v1/people', {
              method: 'POST',
              body: { name, email: 'y@harbor.example', roles: ['analyst'] },
            })
          ).body.code,
        ).toBe('request.invalid');
      const reason = { reason: 'a\u202eb' };
      expect((await olga.ask(`/v1/uses/${USE}/stops`, { method: 'POST', body: reason })).body.code).toBe(
        'request.invalid',
      );
    });
  });

  describe('filters (SQL injection)', () => {
    const PAYLOADS = [
      "' or 1=1 --",
      "'; drop table people; --",
      '" or ""="',
      '\\',
      '%',
      '_',
      "x') union select hash from api_keys --",
      '1;select pg_sleep(5)',
      '$1',
      '\u0000',
    ];
    const LISTS: ReadonlyArray<readonly [string, readonly string[]]> = [
      [
        '/v1/uses',
        ['workspace', 'kind', 'state', 'verdict', 'query', 'sort', 'direction', 'after', 'limit', 'mine'],
      ],
      ['/v1/people', ['role', 'active', 'query', 'sort', 'direction', 'after', 'limit']],
      ['/v1/reviews', ['kind', 'use', 'open', 'untouched', 'sort', 'after', 'limit']],
      ['/v1/clearances', ['use', 'inForce', 'after', 'limit']],
      ['/v1/stops', ['use', 'inForce', 'after']],
      ['/v1/waivers', ['use', 'state', 'after']],
      ['/v1/evidence', ['subject', 'type', 'after', 'limit']],
      [`/v1/uses/${USE}/findings`, ['version', 'check', 'gravity', 'waived', 'sort', 'after']],
      [`/v1/uses/${USE}/records`, ['after', 'limit', 'direction']],
    ];
    it('find nothing that they did not before, and break nothing', async () => {
      const aud = await server.person(ada, `Aud${engine.name}`, ['auditor']);
      const before = (await ada.ask('/v1/people')).body.items.length;
      const wrong: string[] = [];
      for (const [path, names] of LISTS)
        for (const name of names)
          for (const payload of PAYLOADS) {
            const url = `${path}?${name}=${encodeURIComponent(payload)}`;
            const started = performance.now();
            const { status, body } = await aud.ask(url);
            if (status >= 500 || performance.now() - started > 4_000) wrong.push(`${status} ${url}`);
            // Only a free text may be taken at all, and then it is looked for as it stands.
            const isText = ['query', 'workspace', 'kind', 'state', 'check', 'version'].includes(name);
            if (status === 200 && !(isText && body.items.length === 0))
              wrong.push(`${body.items.length} rows: ${url}`);
          }
      expect(wrong).toEqual([]);
      expect((await ada.ask('/v1/people')).body.items).toHaveLength(before);
    }, 60_000);

    it('nor do paths, keys and cursors that were made up', async () => {
      for (const payload of PAYLOADS.filter((one) => one !== '\u0000')) {
        const part = encodeURIComponent(payload);
        for (const path of [
          `/v1/uses/${part}`,
          `/v1/people/${part}`,
          `/v1/reviews/${part}`,
          `/v1/clearances/${part}`,
        ])
          expect([path, [400, 404]]).toEqual([path, expect.arrayContaining([(await rita.ask(path)).status])]);
        expect((await server.withKey(`scruple_key_${payload}`).ask('/v1/me')).status).toBe(401);
      }
      for (const cursor of [
        ['changedAt', 'desc', "2026' or 1=1 --", 'a'],
        ['changedAt', 'desc', '2026-11-20T00:00:00Z', { a: 1 }],
        ['id; drop table uses', 'asc', 'a'],
        ['changedAt', 'desc'],
        'x',
      ]) {
        const after = Buffer.from(JSON.stringify(cursor)).toString('base64url');
        expect((await olga.ask(`/v1/uses?after=${after}`)).body.code).toBe('store.invalid-cursor');
      }
    });
  });

  describe('bodies', () => {
    it('that are too large are not taken: 413 for each kind of route', async () => {
      const large = { reason: 'x'.repeat(70_000) };
      expect((await olga.ask(`/v1/uses/${USE}/stops`, { method: 'POST', body: large })).status).toBe(413);
      const huge = [...files, { path: `uses/${USE}/a.txt`, text: 'x'.repeat(600_000) }];
      expect((await push(olga, huge)).status).toBe(413);
    });

    it('that are many files, deep or recursive YAML end in an answer', async () => {
      const many = Array.from({ length: 3000 }, (_, index) => ({
        path: `uses/${USE}/f${index}.txt`,
        text: 'x',
      }));
      expect((await push(olga, [...files, ...many])).status).toBeLessThan(500);
      const bombs = [
        `a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d]\n`,
        '['.repeat(20_000),
        `${'- '.repeat(5_000)}x`,
      ];
      for (const text of bombs) {
        const hostile = files.map((file) => (file.path === 'facts.yaml' ? { ...file, text } : file));
        const started = performance.now();
        expect((await push(olga, hostile)).status).toBeLessThan(500);
        expect(performance.now() - started).toBeLessThan(10_000);
      }
    }, 60_000);
  });
});
