import type { AddressInfo } from 'node:net';
import { loadDemo } from '../app/server/load-demo.ts';
import { openServer } from '../app/server/open-server.ts';
import { firstLink } from '../app/server/people/links.ts';
import type { OidcSettings } from '../app/server/sign-in/create-sign-in.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
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
  readonly demo: boolean;
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
 * Opens the store and listens. Problems: those of the store, `seal.unreadable`, `server.cannot-listen`, and those of
 * the example workspace.
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
  const opened = await openServer({
    location: databaseUrl === null ? { folder: data } : { databaseUrl },
    keyAtRest: options.keyAtRest,
    keyFolder: data,
    origin,
    oidc: options.oidc,
    onProgress,
  });
  if (!opened.ok) return opened;
  const { services, context, close } = opened.value;
  const app = await createServer({ services, version: options.version, origin, logTo: options.logTo });
  const stop = async (): Promise<void> => {
    await app.close();
    await close();
  };
  try {
    if (options.demo) {
      onProgress('loading the example workspace');
      const loaded = await loadDemo(context);
      if (!loaded.ok) {
        await stop();
        return loaded;
      }
    }
    await app.listen({ host, port });
    port = (app.server.address() as AddressInfo).port;
  } catch (error) {
    await stop();
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL' && code !== 'ENOTFOUND')
      throw error;
    return fail(
      problem(
        'server.cannot-listen',
        `nothing can listen on ${shownHost}:${port} (${code})`,
        'choose another --port or --host',
      ),
    );
  }
  const link = await firstLink(context);
  if (!link.ok) {
    await stop();
    return link;
  }
  return ok({ url: origin(), setUpLink: link.value, stop });
}
