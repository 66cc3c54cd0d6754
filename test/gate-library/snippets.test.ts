import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Context, Liquid, Tag, type TagToken, type TopLevelToken } from 'liquidjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type LiquidSnippet,
  liquidSnippet,
  type SnippetOrder,
} from '../../src/gate/snippets/liquid-snippet.ts';
import { GateWorld, TEXT_HASH } from '../api/gate-world.ts';
import { type Somebody, TestServer } from '../api/harness.ts';
import { must } from '../contract/store-engines.ts';

const HOST = 'https://scruple.example';
const ORDER: SnippetOrder = {
  system: 'braze',
  server: HOST,
  use: 'spring',
  channel: 'email',
  contentHash: TEXT_HASH,
  by: 'email',
  dispatch: null,
};
const made = (over: Partial<SnippetOrder> = {}): LiquidSnippet => must(liquidSnippet({ ...ORDER, ...over }));

class Aborted extends Error {}

/** As Braze documents its Connected Content: two seconds, no redirects, JSON into a variable, nothing where it fails. */
function braze(origin: string, headers: Record<string, string>): Liquid {
  const engine = new Liquid();
  engine.registerFilter('json_escape', (value: unknown) => JSON.stringify(String(value ?? '')).slice(1, -1));
  engine.registerTag('abort_message', {
    parse() {},
    render() {
      throw new Aborted();
    },
  });
  engine.registerTag(
    'connected_content',
    class extends Tag {
      readonly #args: string;

      constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
        super(token, rest, liquid);
        this.#args = token.args;
      }

      async render(context: Context): Promise<void> {
        const args: string = await engine.parseAndRender(this.#args, context.getAll());
        const [url, ...options] = args.trim().split(/ (?=:)/);
        const option = (name: string): string | undefined =>
          options
            .find((one) => one.startsWith(`:${name} `))
            ?.slice(name.length + 2)
            .trim();
        try {
          const answer = await fetch(url!.replace(HOST, origin), {
            method: option('method')!.toUpperCase(),
            headers: { 'content-type': option('content_type')!, ...headers },
            body: option('body')!,
            redirect: 'error',
            signal: AbortSignal.timeout(2_000),
          });
          const value: unknown = JSON.parse(await answer.text());
          const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
          (context.bottom() as Record<string, unknown>)[option('save')!] = isObject
            ? { ...value, __http_status_code__: answer.status }
            : value;
        } catch {
          // The variable stays empty.
        }
      }
    },
  );
  return engine;
}

/** What is of the person or the campaign is marked with a dollar sign in Braze; the engine here knows no such marks. */
const withoutMarks = (text: string): string => text.replace(/\$\{(\w+)\}/g, '$1');
const PERSON = { email_address: 'lee@customer.example', campaign: { dispatch_id: 'd-1' } };

async function renders(engine: Liquid, text: string, scope: object): Promise<string> {
  try {
    return `sent: ${(await engine.parseAndRender(`${text}Hello`, scope)).trim()}`;
  } catch (error) {
    return error instanceof Aborted || (error as { originalError?: unknown }).originalError instanceof Aborted
      ? 'aborted'
      : `failed: ${(error as Error).message.split(',')[0]}`;
  }
}

describe('the snippet for Braze, against a server that', () => {
  let server: Server;
  let origin: string;
  let answer: (reply: { status: number; body: string; afterMs: number }) => void = () => {};
  let hangs = false;
  const asked: Array<Record<string, unknown>> = [];
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      asked.push(JSON.parse(body));
      const reply = { status: 200, body: '{}', afterMs: 0 };
      answer(reply);
      if (hangs) return;
      setTimeout(() => response.writeHead(reply.status).end(reply.body), reply.afterMs);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const permit = { decision: 'permit', contentHash: TEXT_HASH, dispatch: 'd-1' };
  const send = () => renders(braze(origin, {}), withoutMarks(made().snippet), PERSON);

  it('permits this text: sent, and asked in full', async () => {
    asked.length = 0;
    answer = (reply) => {
      reply.body = JSON.stringify(permit);
    };
    expect(await send()).toBe('sent: Hello');
    expect(asked).toEqual([
      {
        use: 'spring',
        subject: 'email:lee@customer.example',
        channel: 'email',
        contentHash: TEXT_HASH,
        dispatch: 'd-1',
      },
    ]);
  });

  it.each<[string, unknown, number?]>([
    ['denies', { ...permit, decision: 'deny' }],
    ['holds', { ...permit, decision: 'hold' }],
    ['permits another text', { ...permit, contentHash: `sha256:${'0'.repeat(64)}` }],
    ['permits another sending', { ...permit, dispatch: 'd-0' }],
    ['shouts', { ...permit, decision: 'PERMIT' }],
    ['lists', { ...permit, decision: ['permit'] }],
    ['says true', { ...permit, decision: true }],
    ['says nothing of the text', { decision: 'permit' }],
    ['answers a list', [permit]],
    ['answers a text', 'permit'],
    ['answers nothing', ''],
    ['answers null', null],
    ['answers a page', '<html>permit</html>'],
    ['answers half', '{"decision":"permit",'],
    ['fails', permit, 500],
    ['does not know us', permit, 401],
    ['is not there', permit, 404],
  ])('%s: aborted', async (_, body, status = 200) => {
    answer = (reply) => {
      reply.status = status;
      reply.body = typeof body === 'string' ? body : JSON.stringify(body);
    };
    expect(await send()).toBe('aborted');
  });

  it('is too slow, hangs, or is gone: aborted', async () => {
    answer = (reply) => Object.assign(reply, { body: JSON.stringify(permit), afterMs: 2_500 });
    expect(await send()).toBe('aborted');
    hangs = true;
    expect(await send()).toBe('aborted');
    hangs = false;
    expect(await renders(braze('http://127.0.0.1:1', {}), withoutMarks(made().snippet), PERSON)).toBe(
      'aborted',
    );
  }, 20_000);

  it('is asked about somebody whose address would end the question: nothing else is asked', async () => {
    asked.length = 0;
    answer = (reply) => {
      reply.body = '{}';
    };
    const hostile = { ...PERSON, email_address: '","use":"other","x":"' };
    expect(await renders(braze(origin, {}), withoutMarks(made().snippet), hostile)).toBe('aborted');
    expect(asked).toMatchObject([{ use: 'spring', subject: 'email:","use":"other","x":"' }]);
  });
});

describe('the snippet for Braze, against the real gate', () => {
  let server: TestServer;
  let world: GateWorld;
  let ada: Somebody;
  let engine: Liquid;
  let origin: string;
  beforeAll(async () => {
    server = await TestServer.start();
    ada = await server.administrator();
    world = await GateWorld.in(server, ada);
    const { version, ...policy } = (await ada.ask('/v1/settings/gate')).body;
    await ada.ask('/v1/settings/gate', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, restShare: 0 },
    });
    await world.use('spring');
    await world.person('lee');
    const key = await ada.ask('/v1/keys', {
      method: 'POST',
      body: { name: 'braze', roles: ['gate'], days: 9 },
    });
    origin = await server.app.listen({ host: '127.0.0.1', port: 0 });
    engine = braze(origin, { authorization: `Bearer ${key.body.secret}` });
  }, 60_000);
  afterAll(() => server.stop());

  const send = (over: Partial<SnippetOrder> = {}) =>
    renders(engine, withoutMarks(made(over).snippet), PERSON);
  const contacts = async (): Promise<number> =>
    must(
      await server.context.store.read((db) =>
        db
          .selectFrom('gateContacts')
          .select((contact) => contact.fn.countAll<string>().as('n'))
          .execute(),
      ),
    ).map(({ n }) => Number(n))[0]!;

  it('sends what is permitted, sets one contact aside however often it renders, and stops at the withdrawal', async () => {
    const began = performance.now();
    expect(await send()).toBe('sent: Hello');
    expect(await Promise.all([send(), send(), send()])).toEqual(Array(3).fill('sent: Hello'));
    expect((performance.now() - began) / 2).toBeLessThan(2_000);
    expect(await contacts()).toBe(1);
    await world.choose('lee', 'withdrawn');
    expect(await send()).toBe('aborted');
  });

  it('aborts what was not cleared, what is not known, and for a key that may not decide', async () => {
    expect(await send({ contentHash: `sha256:${'0'.repeat(64)}` })).toBe('aborted');
    expect(await send({ use: 'winter' })).toBe('aborted');
    const stranger = braze(origin, {});
    expect(await renders(stranger, withoutMarks(made().snippet), PERSON)).toBe('aborted');
  });
});

describe.each(['customerio', 'dittofeed'] as const)('the snippet for %s', (system) => {
  // Dittofeed renders with this very engine and these options; of Customer.io it is documented that a message with a
  // missing attribute is not sent.
  const engine = new Liquid({ strictVariables: true, lenientIf: true });
  const scope = system === 'customerio' ? 'customer' : 'user';
  const kept = {
    scruple_decision: 'permit',
    scruple_content_hash: TEXT_HASH,
    scruple_dispatch: 'monday',
    scruple_until: new Date(Date.now() + 60_000).toISOString(),
  };
  const send = (attributes: object) =>
    renders(engine, made({ system, dispatch: 'monday' }).snippet, { [scope]: attributes });

  it('sends where the step before kept a permit for this text that is not over', async () => {
    expect(await send(kept)).toBe('sent: Hello');
  });

  it.each<[string, object]>([
    ['nothing was kept', {}],
    ['a refusal was kept', { ...kept, scruple_decision: 'hold' }],
    ['a permit for another text was kept', { ...kept, scruple_content_hash: 'sha256:0' }],
    ['a permit for another sending was kept', { ...kept, scruple_dispatch: 'sunday' }],
    ['the permit is over', { ...kept, scruple_until: '2026-01-01T00:00:00Z' }],
    ['its end is no time', { ...kept, scruple_until: 'soon' }],
    ['its end is missing', { ...kept, scruple_until: null }],
  ])('fails where %s', async (_, attributes) => {
    expect(await send(attributes)).toMatch(/^failed/);
  });

  it('asks with a request that is a question of the gate', () => {
    const { request } = made({ system, dispatch: 'monday' });
    const body = JSON.parse(request!);
    expect(system === 'dittofeed' ? body.config.data : body).toMatchObject({
      use: 'spring',
      contentHash: TEXT_HASH,
      dispatch: 'monday',
    });
  });
});

describe('an order for a snippet', () => {
  it.each<[string, Partial<SnippetOrder>]>([
    ['a server in the clear', { server: 'http://scruple.example' }],
    ['a server with a path', { server: 'https://scruple.example/x' }],
    ['a use that ends the tag', { use: "a' %}" }],
    ['a hash that is none', { contentHash: 'sha256:1' }],
    ['a sending that ends the tag', { dispatch: "x' or 1" }],
    ['no sending where the system has none', { system: 'dittofeed' }],
  ])('is refused for %s', (_, over) => {
    expect(liquidSnippet({ ...ORDER, ...over })).toMatchObject({
      ok: false,
      problem: { code: 'usage.invalid' },
    });
  });
});
