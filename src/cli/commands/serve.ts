import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Command } from 'commander';
import type { WorkspaceReportJson } from '../../report/json/schema.ts';
import type { Ending } from '../program.ts';
import { UsageError } from '../usage-error.ts';
import { VERSION } from '../version.ts';
import { databaseUrl, say } from './store-location.ts';

interface ServeOptions {
  readonly demo?: boolean;
  readonly verdict?: boolean;
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly warehouse: readonly string[];
  readonly changeWarehouse: readonly string[];
}

const DATA = 'scruple-data';
/** Apart from what is real, and where git looks away. */
const DEMO_DATA = '.scruple/demo';

export function addServe(program: Command, ending: Ending): void {
  program
    .command('serve')
    .description('run the server: reviews, clearances, the evidence log, over HTTP')
    .option('--demo', 'load the example workspace into a store without uses')
    .option('--verdict', 'print the verdict of the example workspace first')
    .option('--port <port>', 'port to listen on; 0 takes a free one', parsePort, 4600)
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option(
      '--warehouse <name=place>',
      'a warehouse that may be asked about a person: name=file.duckdb or name=env:VARIABLE; as often as needed',
      (one: string, all: readonly string[]) => [...all, one],
      [] as readonly string[],
    )
    .option(
      '--change-warehouse <name=env:VARIABLE>',
      'one of them in which it may erase and correct what a person confirms: the variable holds the address of a connection that may write, or a DuckDB file; as often as needed',
      (one: string, all: readonly string[]) => [...all, one],
      [] as readonly string[],
    )
    .option(
      '--data <dir>',
      `folder of the embedded store, and of the key at rest (default: ${DATA}; with --demo ${DEMO_DATA})`,
    )
    .addHelpText(
      'after',
      `
Environment:
  DATABASE_URL                 PostgreSQL instead of the embedded store
  SCRUPLE_URL                  address by which browsers reach the server, as https://scruple.harbor.example
  SCRUPLE_KEY_AT_REST          32 bytes in base64 or hex; without it a file in --data
  SCRUPLE_OIDC_DISCOVERY_URL, SCRUPLE_OIDC_CLIENT_ID, SCRUPLE_OIDC_CLIENT_SECRET
                               the company's own sign-in
  SMTP_URL, MAIL_FROM          mail server for letters to customers, as smtps://name:password@mail.harbor.example,
                               and who writes, as Harbor <hello@harbor.example>; without them letters lie as
                               files in --data

The log goes to stderr, one JSON object a line. It ends on SIGINT and SIGTERM.
`,
    )
    .action(async (options: ServeOptions) => {
      ending.status = await serve(options);
    });
}

async function serve(options: ServeOptions): Promise<number> {
  const stopping = waitForSignal();
  const verdict = options.verdict === true ? printVerdict() : null;
  try {
    const { runServer } = await import('../../api/run-server.ts');
    // A variable that is set to nothing, as in a file of variables, is not set.
    const { DATABASE_URL, SCRUPLE_URL, SCRUPLE_KEY_AT_REST } = process.env;
    const started = await runServer({
      host: options.host,
      port: options.port,
      data: options.data ?? (options.demo === true ? DEMO_DATA : DATA),
      databaseUrl: DATABASE_URL ? databaseUrl(DATABASE_URL) : null,
      url: SCRUPLE_URL || null,
      keyAtRest: SCRUPLE_KEY_AT_REST || null,
      oidc: oidcFrom(process.env),
      mail: mailFrom(process.env),
      demo: options.demo === true ? { report: verdict?.report } : null,
      warehouses: options.warehouse,
      changeableWarehouses: options.changeWarehouse,
      version: VERSION,
      logTo: process.stderr,
      onProgress: say,
    });
    // What people are told of the server stands below the verdict, whichever of the two is done first.
    await Promise.race([verdict?.printed, stopping]);
    if (!started.ok) throw new UsageError(started.problem.message, started.problem.hint);
    const { url, setUpLink, stop } = started.value;
    if (setUpLink !== null) process.stdout.write(`Set it up, once, within a day: ${setUpLink}\n`);
    process.stdout.write(`Scruple is ready on ${url}\n`);
    say(`${await stopping}: stopping`);
    await stop();
    return 0;
  } finally {
    verdict?.stop();
  }
}

interface Verdict {
  readonly printed: Promise<unknown>;
  /** `null` where the workspace could not be checked. */
  readonly report: Promise<WorkspaceReportJson | null>;
  stop(): void;
}

/** The verdict of the example workspace on stdout, made by a process beside this one while the store opens. */
function printVerdict(): Verdict {
  const here = import.meta.url;
  const child = fork(new URL(`../example-verdict${here.slice(here.lastIndexOf('.'))}`, here), {
    execArgv: ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const printed = once(child, 'close');
  const report = new Promise<WorkspaceReportJson | null>((resolve) => {
    child.once('message', (message) => resolve(message as unknown as WorkspaceReportJson));
    child.once('close', () => resolve(null));
  });
  return { printed, report, stop: () => void child.kill() };
}

/** The first signal stops in order; a second one ends at once. */
const waitForSignal = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        resolve(signal);
        process.on(signal, () => process.exit(1));
      });
    // `npm start` hands a SIGTERM to a shell, which hands it to nobody: who stops npm means the server.
    const { ppid, env } = process;
    if (env.npm_lifecycle_event === undefined) return;
    setInterval(() => {
      if (process.ppid !== ppid) resolve('npm has ended');
    }, 250).unref();
  });

function oidcFrom(env: NodeJS.ProcessEnv) {
  const {
    SCRUPLE_OIDC_DISCOVERY_URL: discoveryUrl,
    SCRUPLE_OIDC_CLIENT_ID: clientId,
    SCRUPLE_OIDC_CLIENT_SECRET: clientSecret,
  } = env;
  const given = [discoveryUrl, clientId, clientSecret].filter((one) => one !== undefined && one !== '');
  if (given.length === 0) return null;
  if (given.length < 3)
    throw new UsageError(
      'the sign-in of the company is set in part',
      'set all three SCRUPLE_OIDC_… variables',
    );
  return { discoveryUrl: discoveryUrl!, clientId: clientId!, clientSecret: clientSecret! };
}

function mailFrom({ SMTP_URL: url, MAIL_FROM: from }: NodeJS.ProcessEnv) {
  if (!url && !from) return null;
  if (!url || !from) throw new UsageError('mail is set in part', 'set both SMTP_URL and MAIL_FROM');
  return { url, from };
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535)
    throw new UsageError(`\`${text}\` is no port`, 'give a number from 0 to 65535');
  return port;
}
