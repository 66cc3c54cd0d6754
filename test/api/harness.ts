import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from '../../src/api/create-server.ts';
import type { Api } from '../../src/api/fastify-types.ts';
import type { ServerLimits } from '../../src/api/limits.ts';
import type { AskableWarehouses } from '../../src/app/server/access/askable-warehouses.ts';
import { type OpenServer, openServer } from '../../src/app/server/open-server.ts';
import { firstLink } from '../../src/app/server/people/links.ts';
import type { OidcSettings } from '../../src/app/server/sign-in/create-sign-in.ts';
import type { Story } from '../../src/report/story/schema.ts';
import type { StoreLocation } from '../../src/stores/sql/store.ts';

export const ORIGIN = 'http://127.0.0.1:4600';
export const PASSWORD = 'correct horse battery';

/** What an answer holds is for a test to say. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every form
type Body = any;

export interface Answer<T = Body> {
  readonly status: number;
  readonly body: T;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody with a session in a browser, or a program with a key. */
export interface Somebody {
  ask<T = Body>(path: string, asking?: Asking): Promise<Answer<T>>;
  readonly cookie: string;
}

/** A whole server over a store of its own, with people. */
export class TestServer {
  readonly log: string[] = [];
  now = new Date('2026-11-20T09:00:00Z');
  readonly #folder: string;
  #open!: OpenServer;
  app!: Api;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async start(
    options: {
      readonly limits?: Partial<ServerLimits>;
      readonly location?: StoreLocation;
      readonly oidc?: OidcSettings;
      readonly origin?: string;
      readonly warehouses?: AskableWarehouses;
      readonly story?: Story;
    } = {},
  ): Promise<TestServer> {
    const folder = await mkdtemp(join(tmpdir(), 'scruple-server-'));
    const server = new TestServer(folder);
    const origin = () => options.origin ?? ORIGIN;
    const opened = await openServer({
      location: options.location ?? { folder },
      keyAtRest: 'a'.repeat(64),
      keyFolder: folder,
      origin,
      oidc: options.oidc ?? null,
      ...(options.warehouses === undefined ? {} : { warehouses: options.warehouses }),
      clock: { now: () => server.now },
      schedule: () => () => {},
    });
    if (!opened.ok) throw new Error(`${opened.problem.code}: ${opened.problem.message}`);
    server.#open = opened.value;
    server.app = await createServer({
      services: opened.value.services,
      version: '0.0.0',
      origin,
      logTo: { write: (line) => void server.log.push(line) },
      ...(options.story === undefined ? {} : { story: options.story }),
      limits: { perMinute: 1e9, signInsPerMinute: 1e9, wrongCredentialsPerMinute: 1e9, ...options.limits },
    });
    return server;
  }

  /** Where the server keeps what is not in its store. */
  get folder(): string {
    return this.#folder;
  }

  get context() {
    return this.#open.context;
  }

  /** The secret of the link that sets the server up. */
  async firstSecret(): Promise<string | null> {
    const link = await firstLink(this.context);
    if (!link.ok) throw new Error(link.problem.message);
    return link.value?.split('/').at(-1) ?? null;
  }

  /** The first administrator, from the link of the first start. */
  async administrator(): Promise<Somebody> {
    const secret = await this.firstSecret();
    const made = await this.ask(`/auth/set-up/${secret}`, {
      method: 'POST',
      body: { name: 'Ada', email: 'ada@harbor.example', password: PASSWORD },
    });
    if (made.status !== 200) throw new Error(JSON.stringify(made.body));
    return this.by(cookieOf(made));
  }

  /** Invites somebody and takes the account in their name. */
  async person(
    administrator: Somebody,
    name: string,
    roles: readonly string[],
    more: object = {},
  ): Promise<Somebody & { key: string }> {
    const invited = await administrator.ask('/v1/people', {
      method: 'POST',
      body: {
        name,
        email: `${name.toLowerCase()}@harbor.example`,
        roles,
        trainedAt: '2026-10-01T00:00:00Z',
        ...more,
      },
    });
    if (invited.status !== 201) throw new Error(JSON.stringify(invited.body));
    const made = await this.ask(`/auth/invitation/${invited.body.link.split('/').at(-1)}`, {
      method: 'POST',
      body: { name, password: PASSWORD },
    });
    if (made.status !== 200) throw new Error(JSON.stringify(made.body));
    return { ...this.by(cookieOf(made)), key: invited.body.person.key };
  }

  by(cookie: string): Somebody {
    return {
      cookie,
      ask: (path, asking = {}) =>
        this.ask(path, {
          ...asking,
          headers: { cookie, origin: ORIGIN, 'sec-fetch-site': 'same-origin', ...asking.headers },
        }),
    };
  }

  withKey(secret: string): Somebody {
    return {
      cookie: '',
      ask: (path, asking = {}) =>
        this.ask(path, { ...asking, headers: { authorization: `Bearer ${secret}`, ...asking.headers } }),
    };
  }

  async ask<T = Body>(path: string, { method = 'GET', body, headers = {} }: Asking = {}): Promise<Answer<T>> {
    const answer = await this.app.inject({
      method,
      url: path,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const isJson = /^application\/(?:problem\+)?json\b/.test(String(answer.headers['content-type']));
    return {
      status: answer.statusCode,
      body: (isJson ? JSON.parse(answer.body) : answer.body) as T,
      headers: answer.headers as Answer['headers'],
    };
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.#open.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** The cookies that an answer sets, as a browser sends them back. */
export const cookieOf = ({ headers }: Pick<Answer, 'headers'>): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((one) => one.split(';')[0])
    .join('; ');
