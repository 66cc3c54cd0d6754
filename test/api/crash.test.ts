import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionFiles } from '../../src/app/server/load-demo.ts';
import { main } from '../../src/cli/main.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { askServer, type Running, setUp, startServer } from './running-server.ts';

sayWithoutPostgres('the crash of a server on PostgreSQL');

const PUSHED = 'winback-spring-repaired';
const STOPPED = 'trail-ad-repaired';
const REVIEWED = 'push-prompt';
type Headers = Readonly<Record<string, string>>;

describe.each(ENGINES)('a server killed while people work with it, $name', (engine) => {
  let folder: string;
  let start: () => Promise<Running>;
  let server: Running;
  let people: Awaited<ReturnType<typeof setUp>>;
  const keys: Record<string, Headers> = {};
  let files: readonly { readonly path: string; readonly text: string }[];
  let review: string;
  /** What the server said it had kept. */
  const kept = {
    people: [] as string[],
    versions: [] as string[],
    stops: [] as string[],
    comments: [] as string[],
  };

  beforeAll(async () => {
    await engine.start();
    folder = await mkdtemp(join(tmpdir(), 'scruple-crash-'));
    const place = await engine.place();
    const env: Record<string, string> = 'folder' in place ? {} : { DATABASE_URL: place.databaseUrl };
    const data = 'folder' in place ? place.folder : folder;
    start = () => startServer(['--data', data], env);
    server = await start();
    people = await setUp(server);
    keys.olga = await people.person('Olga', ['operator']);
    keys.rita = await people.person('Rita', ['reviewer']);
    keys.aud = await people.person('Aud', ['auditor']);
    files = must(await definitionFiles('examples/harbor')).filter(
      ({ path }) =>
        !path.startsWith('uses/') ||
        [PUSHED, STOPPED, REVIEWED].some((use) => path.startsWith(`uses/${use}/`)),
    );
    const all = await askServer(server.url, '/v1/pushes', {
      method: 'POST',
      headers: keys.olga,
      body: { workspace: 'harbor', files },
    });
    expect([all?.status, all?.body.detail]).toEqual([201, undefined]);
    const opened = await askServer(server.url, `/v1/uses/${REVIEWED}/reviews`, {
      method: 'POST',
      headers: keys.olga,
    });
    expect(opened?.status).toBe(201);
    review = opened!.body.id ?? opened!.body.review;
    const joined = await step({ type: 'joined', conflict: null });
    expect([joined?.status, joined?.body.detail]).toEqual([201, undefined]);
  }, 120_000);
  afterAll(async () => {
    await server.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
    await engine.stop();
  });

  const step = (body: object) =>
    askServer(server.url, `/v1/reviews/${review}/steps`, { method: 'POST', headers: keys.rita!, body });
  const get = async (who: Headers, path: string) => {
    const answer = await askServer(server.url, path, { headers: who });
    expect([path, answer?.status]).toEqual([path, 200]);
    return answer!.body;
  };
  async function pages(who: Headers, path: string) {
    const items = [];
    for (let after = ''; ; ) {
      const page = await get(who, `${path}${path.includes('?') ? '&' : '?'}limit=200${after}`);
      items.push(...page.items);
      if (page.next === null) return items;
      after = `&after=${page.next}`;
    }
  }

  /** Several clients at once, until the server is gone; each remembers what was acknowledged. */
  function work(round: number): { readonly all: Promise<unknown>; acknowledged(): number } {
    let isGone = false;
    const one = async (act: (number: number) => Promise<boolean>) => {
      for (let number = 0; !isGone; number += 1) if (!(await act(round * 10_000 + number))) isGone = true;
    };
    const administrator = { ...people.administrator, origin: server.url };
    const clients = [
      one(async (number) => {
        const email = `p${number}@harbor.example`;
        const answer = await askServer(server.url, '/v1/people', {
          method: 'POST',
          headers: administrator,
          body: { name: `P${number}`, email, roles: ['operator', 'analyst'] },
        });
        if (answer?.status === 201) kept.people.push(email);
        return answer?.status === 201;
      }),
      one(async (number) => {
        const answer = await askServer(server.url, `/v1/uses/${PUSHED}/versions`, {
          method: 'POST',
          headers: keys.olga!,
          body: {
            workspace: 'harbor',
            files: files
              .filter(({ path }) => !path.startsWith('uses/') || path.startsWith(`uses/${PUSHED}/`))
              .map((file) =>
                file.path === `uses/${PUSHED}/use.yaml`
                  ? {
                      ...file,
                      text: file.text.replace(/^benefit: .*$/m, `benefit: "A pair that fits, ${number}"`),
                    }
                  : file,
              ),
          },
        });
        if (answer?.status === 201) kept.versions.push(answer.body.uses[0].contentHash);
        return answer?.status === 201;
      }),
      one(async (number) => {
        const stopped = await askServer(server.url, `/v1/uses/${STOPPED}/stops`, {
          method: 'POST',
          headers: keys.olga!,
          body: { reason: `stopped, ${number}` },
        });
        if (stopped?.status !== 201) return false;
        kept.stops.push(stopped.body.id);
        const lifted = await askServer(server.url, `/v1/stops/${stopped.body.id}/lift`, {
          method: 'POST',
          headers: { ...keys.rita!, 'if-match': `"${stopped.body.version}"` },
          body: { reason: `lifted, ${number}` },
        });
        return lifted?.status === 200;
      }),
      one(async (number) => {
        const text = `a comment, ${number}`;
        const answer = await step({ type: 'commented', text });
        if (answer?.status === 201) kept.comments.push(text);
        return answer?.status === 201;
      }),
    ];
    return {
      all: Promise.all(clients),
      acknowledged: () => Math.min(...Object.values(kept).map(({ length }) => length)),
    };
  }

  it('loses nothing that it acknowledged, however often', async () => {
    for (let round = 1; round <= 3; round += 1) {
      const working = work(round);
      // Not at a quiet moment: all four clients have had something kept, and have something under way.
      while (working.acknowledged() < round) await setTimeout(5);
      await server.end('SIGKILL');
      await working.all;
      server = await start();
    }
    for (const [what, all] of Object.entries(kept)) expect(all.length, what).toBeGreaterThan(2);

    const emails = (await pages(keys.aud!, '/v1/people')).map(({ email }) => email);
    expect(emails).toEqual(expect.arrayContaining(kept.people));
    const stops = await pages(keys.aud!, `/v1/stops?use=${STOPPED}`);
    expect(stops.map(({ id }) => id)).toEqual(expect.arrayContaining(kept.stops));
    const log = await pages(keys.aud!, '/v1/evidence');
    const entries = (type: string, where: Readonly<Record<string, string>> = {}) =>
      log.filter(
        (entry) =>
          entry.type === type &&
          Object.entries(where).every(
            ([key, value]) => (key === 'subject' ? entry.subject : entry.body[key]) === value,
          ),
      );
    const pushes = entries('use.pushed', { subject: PUSHED });
    expect(pushes.map(({ body }) => body.contentHash)).toEqual(expect.arrayContaining(kept.versions));
    const shown = JSON.stringify(await get(keys.rita!, `/v1/reviews/${review}`));
    expect(kept.comments.filter((text) => !shown.includes(`"${text}"`))).toEqual([]);

    // Half a transaction would be a state without its entry, or an entry without its state.
    expect(entries('person.invited')).toHaveLength(emails.length);
    expect(entries('use.stopped')).toHaveLength(stops.length);
    expect(entries('use.resumed')).toHaveLength(stops.filter(({ liftedAt }) => liftedAt !== null).length);
    const { items: versions } = await get(keys.aud!, `/v1/uses/${PUSHED}/versions`);
    expect(pushes.slice(-versions.length).map(({ body }) => [body.version, body.contentHash])).toEqual(
      versions
        .map(({ number, contentHash }: { number: number; contentHash: string }) => [number, contentHash])
        .reverse(),
    );
    const use = await get(keys.aud!, `/v1/uses/${STOPPED}`);
    expect(use.stop !== null).toBe(stops.some(({ liftedAt }) => liftedAt === null));
    const comments = (shown.match(/"a comment, \d+"/g) ?? []).length;
    expect(entries('review.recorded', { review, what: 'commented' })).toHaveLength(comments);

    expect(await get(keys.aud!, '/v1/evidence/verification')).toMatchObject({ intact: true, damages: [] });
    await askServer(server.url, '/v1/evidence/heads', { method: 'POST', headers: keys.aud! });
    const [file, roots] = [join(folder, 'evidence.jsonl'), join(folder, 'trust.json')];
    await writeFile(file, await get(keys.aud!, '/v1/evidence/log'));
    await writeFile(roots, JSON.stringify(await get(keys.aud!, '/v1/trust')));
    expect(await main(['evidence', 'verify', file, '--trust', roots])).toBe(0);
  }, 240_000);
});
