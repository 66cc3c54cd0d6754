import { type AddressInfo, createServer as createListener } from 'node:net';
import { askableWarehouses } from '../app/server/access/askable-warehouses.ts';
import { withExamplePeople } from '../app/server/access/example-people.ts';
import type { MailSettings } from '../app/server/letters/open-mailer.ts';
import { loadDemo } from '../app/server/load-demo.ts';
import { openServer } from '../app/server/open-server.ts';
import { firstLink } from '../app/server/people/links.ts';
import type { OidcSettings } from '../app/server/sign-in/create-sign-in.ts';
import { readStory } from '../app/server/story/read-story.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { WorkspaceReportJson } from '../report/json/schema.ts';
import { createServer } from './create-server.ts';

export interface RunOptions {
  readonly host: string;
  readonly port: number;
  /** Folder of the embedded store and of the key at rest. */
  readonly data: string;
  readonly databaseUrl: string | null;
  /** How browsers reach the server; `null` where it is where it listens. */
  readonly url: string | null;
  readonly keyAtRest: string | null;
  readonly oidc: OidcSettings | null;
  /** Warehouses that it may ask about a person, each as `NAME=FILE` or `NAME=env:VARIABLE`. */
  readonly warehouses?: readonly string[];
  /** Those of them that it may change, each as `NAME=env:VARIABLE`. */
  readonly changeableWarehouses?: readonly string[];
  /** Where mail is handed over; `null` puts it into a folder. */
  readonly mail: MailSettings | null;
  /** Loads the example workspace, with the report of a check of it, where one is made anyway. */
  readonly demo: { readonly report: Promise<WorkspaceReportJson | null> | undefined } | null;
  readonly version: string;
  readonly logTo: { write(line: string): void };
  readonly onProgress: (says: string) => void;
}

export interface RunningServer {
  readonly url: string;
  /** For the first administrator; `null` once there is one. */
  readonly setUpLink: string | null;
  /** Takes no new requests, ends those that run, and closes the store. */
  stop(): Promise<void>;
}

/**
 * Opens the store and listens. Problems: those of the store, `seal.unreadable`, `mail.invalid-settings`,
 * `server.cannot-listen`, and those of the example workspace.
 */
export async function runServer(options: RunOptions): Promise<Result<RunningServer, Problem>> {
  const { host, data, databaseUrl, onProgress } = options;
  let port = options.port;
  const shownHost = host.includes(':') ? `[${host}]` : host;
  const origin = (): string =>
    options.url === null ? `http://${shownHost}:${port}` : new URL(options.url).origin;
  if (options.url !== null && !/^https?:\/\/[^/]/.test(options.url))
    return fail(
      problem(
        'server.cannot-listen',
        'SCRUPLE_URL is no address',
        'write it as https://scruple.harbor.example',
      ),
    );
  // Before anything is made in a folder that another process may be using on that very port.
  const taken = await whyCannotListen(host, port);
  if (taken !== null) return fail(taken);
  const warehouses = askableWarehouses(options.warehouses ?? [], options.changeableWarehouses ?? []);
  if (!warehouses.ok) return warehouses;
  const opened = await openServer({
    warehouses: options.demo === null ? warehouses.value : withExamplePeople(warehouses.value, data),
    location: databaseUrl === null ? { folder: data } : { databaseUrl },
    keyAtRest: options.keyAtRest,
    keyFolder: data,
    origin,
    oidc: options.oidc,
    mail: options.mail,
    onProgress,
    onJob: (run) =>
      options.logTo.write(`${JSON.stringify({ level: 30, time: Date.now(), ...run, msg: 'job' })}\n`),
  });
  if (!opened.ok) return opened;
  const { services, context, close } = opened.value;
  const story = options.demo === null ? null : await readStory();
  const app = await createServer({ services, version: options.version, origin, logTo: options.logTo, story });
  const stop = async (): Promise<void> => {
    await app.close();
    await close();
  };
  try {
    if (options.demo !== null) {
      const onStart = () => onProgress('loading the example workspace');
      const loaded = await loadDemo(context, { ...options.demo, onStart, version: options.version });
      if (!loaded.ok) {
        await stop();
        return loaded;
      }
    }
    await app.listen({ host, port });
    port = (app.server.address() as AddressInfo).port;
  } catch (error) {
    await stop();
    const known = problemOfListening(error, host, port);
    if (known === null) throw error;
    return fail(known);
  }
  const link = await firstLink(context);
  if (!link.ok) {
    await stop();
    return link;
  }
  return ok({ url: origin(), setUpLink: link.value, stop });
}

/** Tries the port for a moment; `null` where it is free. */
function whyCannotListen(host: string, port: number): Promise<Problem | null> {
  return new Promise((resolve, reject) => {
    const listener = createListener();
    listener.once('error', (error) => {
      const known = problemOfListening(error, host, port);
      if (known === null) reject(error);
      else resolve(known);
    });
    listener.listen({ host, port }, () => listener.close(() => resolve(null)));
  });
}

function problemOfListening(error: unknown, host: string, port: number): Problem | null {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EADDRINUSE':
      return problem(
        'server.cannot-listen',
        `another process listens on port ${port} of \`${host}\``,
        'stop it, or choose another --port',
      );
    case 'EACCES':
      return problem(
        'server.cannot-listen',
        `this account may not listen on port ${port}`,
        'choose a --port from 1024 on',
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return problem(
        'server.cannot-listen',
        `\`${host}\` is no address of this machine`,
        'choose another --host, as 127.0.0.1 or 0.0.0.0',
      );
    default:
      return null;
  }
}
