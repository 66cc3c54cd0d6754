import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { GateFilesRequest } from '../../app/gate/gate-files.ts';
import type { GateSummary } from '../../app/gate/gate-request.ts';
import type { ContentHash } from '../../kernel/canonical.ts';
import { CHANNELS, type Channel } from '../../kernel/vocabulary.ts';
import { visible } from '../../report/display-width.ts';
import { deliver } from '../deliver.ts';
import { findWorkspace } from '../find-workspace.ts';
import type { Ending } from '../program.ts';
import { atOption, formatOption, outOption } from '../shared-options.ts';
import { UsageError } from '../usage-error.ts';
import { orUsage } from './login.ts';
import { serverAndToken } from './push.ts';

interface GateOptions {
  readonly audience: string;
  readonly allowed: string;
  readonly held: string;
  readonly snapshot?: string;
  readonly clearance?: string;
  readonly server?: string;
  readonly trust: string;
  readonly by: GateFilesRequest['columns']['key'];
  readonly decideThere?: boolean;
  readonly timeZone?: string;
  readonly jurisdiction?: string;
  readonly channel?: Channel;
  readonly message?: string;
  readonly contentHash?: ContentHash;
  readonly workspace?: string;
  readonly dispatch?: string;
  readonly destination?: string;
  readonly additions?: string;
  readonly removals?: string;
  readonly reachedBy?: Readonly<Record<string, string>>;
  readonly format: string;
  readonly out?: string;
  readonly at?: Date;
}

export function addGate(program: Command, ending: Ending): void {
  program
    .command('gate')
    .description('split a list of people: who may be contacted now, and why each other may not')
    .argument('<use>', 'id of the use that is about to be sent')
    .requiredOption(
      '--audience <file>',
      'the list, one person a row: .csv, .parquet, .jsonl, duckdb:FILE#table or env:NAME#table',
    )
    .requiredOption('--allowed <file>', 'where rows go that may be contacted, as they stand in the list')
    .requiredOption('--held <file>', 'CSV where all others go, with decision, reasons and explanation')
    .option('--server <url>', 'server that knows uses and people, sets contacts aside and keeps the log')
    .option(
      '--snapshot <file>',
      'what a server told, in place of the server: contacts are checked, not set aside',
    )
    .option(
      '--clearance <file>',
      'the signed clearance alone, when no server answers: sends what is essential, and nothing else',
    )
    .requiredOption('--trust <roots>', 'file with the keys that you trust')
    .addOption(
      new Option(
        '--by <kind>',
        'what says who is meant: subject, email, phone, customer or device; email=COLUMN',
      )
        .argParser(keyColumn)
        .default({ kind: 'subject', column: 'subject' }, 'subject'),
    )
    .option(
      '--decide-there',
      'ask the rules in the PostgreSQL that the list lies in; docs/gate-files.md says what goes there',
    )
    .option('--time-zone <column>', 'column with a time zone where the person may be')
    .option('--jurisdiction <column>', 'column with the place whose law may hold, as eu-de')
    .addOption(
      new Option('--channel <channel>', 'channel that it is sent on (default: that of the card)').choices(
        CHANNELS,
      ),
    )
    .option('--message <file>', 'which message of the card is sent, where it has several')
    .addOption(
      new Option(
        '--content-hash <hash>',
        'messageHash of what is sent (default: of the message in the workspace)',
      ).argParser(hash),
    )
    .option('--workspace <dir>', 'workspace that holds the use (default: the one here)')
    .option('--dispatch <name>', 'name of this sending: contacts of the same one are not counted again')
    .option('--destination <system>', 'system that addresses are uploaded to; docs/gate-files.md lists them')
    .option('--additions <file>', 'file for that system: who may be added')
    .option('--removals <file>', 'file for that system: who has to leave')
    .addOption(
      new Option(
        '--reached-by <columns>',
        'columns in which the system finds people: phone=MOBILE,customer=ID',
      ).argParser(reachedColumns),
    )
    .addOption(formatOption(['text', 'json']))
    .addOption(outOption())
    .addOption(atOption())
    .addHelpText(
      'after',
      '\nEvery row goes to exactly one of the two files. Both appear whole, or neither does.\nWith a server, contacts of those who are allowed are set aside and every decision goes into its log; the credential comes from SCRUPLE_TOKEN, or from scruple login.\nThe secret of the pseudonyms comes from SCRUPLE_SUBJECTS_SECRET; a list with a column of pseudonyms needs none.\n\nExit status: 0 the list is split, 1 the use may be sent to nobody, 2 it could not be done, and nobody is allowed.\n\nExample:\n  scruple gate winback --audience list.csv --by email --allowed send.csv --held held.csv --trust trust.json --dispatch monday --server https://scruple.harbor.example\n',
    )
    .action(async (use: string, options: GateOptions) => {
      ending.status = await gate(use, options);
    });
}

const KINDS = ['subject', 'email', 'phone', 'customer', 'device'] as const;

function keyColumn(text: string): GateFilesRequest['columns']['key'] {
  const at = text.indexOf('=');
  const kind = KINDS.find((one) => one === (at < 0 ? text : text.slice(0, at)));
  const column = at < 0 ? text : text.slice(at + 1);
  if (kind === undefined || column === '')
    throw new InvalidArgumentError(`write one of ${KINDS.join(', ')}, or email=COLUMN`);
  return { kind, column };
}

function reachedColumns(text: string): Readonly<Record<string, string>> {
  const named = text.split(',').map(keyColumn);
  const strange = named.find(({ kind }) => kind === 'subject' || kind === 'device');
  if (strange !== undefined)
    throw new InvalidArgumentError('write email=COLUMN, phone=COLUMN or customer=COLUMN');
  return Object.fromEntries(named.map(({ kind, column }) => [kind, column]));
}

function hash(text: string): ContentHash {
  if (!/^sha256:[0-9a-f]{64}$/.test(text))
    throw new InvalidArgumentError('a hash is sha256: and 64 hex digits');
  return text as ContentHash;
}

async function gate(use: string, options: GateOptions): Promise<number> {
  refuseSameFiles(options);
  const sent = await sentOf(use, options);
  const { gateFiles } = await import('../../app/gate/gate-files.ts');
  const stop = new AbortController();
  const onStop = (): void => stop.abort();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, onStop);
  const summary = orUsage(
    await gateFiles(
      {
        use,
        ...sent,
        dispatch: options.dispatch ?? null,
        audience: options.audience,
        columns: {
          key: options.by,
          timeZone: options.timeZone ?? null,
          jurisdiction: options.jurisdiction ?? null,
        },
        decidesThere: options.decideThere ?? false,
        allowed: options.allowed,
        held: options.held,
        imports: importsOf(options),
        from: await source(options),
        trust: options.trust,
        environment: process.env,
        at: options.at ?? null,
      },
      {
        signal: stop.signal,
        onStep: (says) => {
          if (process.stderr.isTTY) process.stderr.write(`${says} …\n`);
        },
      },
    ),
  );
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.removeListener(name, onStop);
  await deliver(options.format === 'json' ? asJson(summary) : asText(summary, options), options);
  return summary.isRefused ? 1 : 0;
}

function importsOf({
  destination,
  additions,
  removals,
  reachedBy,
}: GateOptions): GateFilesRequest['imports'] {
  if (destination === undefined) {
    if (additions === undefined && removals === undefined) return null;
    throw new UsageError('which system the file is for is not said', 'name it with --destination');
  }
  if (additions === undefined && removals === undefined)
    throw new UsageError(`no file for ${destination} is named`, 'give --additions, --removals, or both');
  return { destination, additions: additions ?? null, removals: removals ?? null, columns: reachedBy ?? {} };
}

async function source({ snapshot, clearance, server }: GateOptions): Promise<GateFilesRequest['from']> {
  if (clearance !== undefined) {
    if (snapshot === undefined && server === undefined) return { clearance };
    throw new UsageError('a clearance alone is for when nothing else is at hand', 'leave one of the two out');
  }
  if (snapshot !== undefined) {
    if (server !== undefined)
      throw new UsageError('both --server and --snapshot are given', 'leave one of the two out');
    return { snapshot };
  }
  return serverAndToken(server);
}

/** The answers must not take the place of what they are made from. */
function refuseSameFiles(options: GateOptions): void {
  const { audience, allowed, held, snapshot, trust, additions, removals } = options;
  const named = new Set(
    [audience, snapshot, trust].flatMap((file) => (file === undefined ? [] : [resolve(file)])),
  );
  for (const file of [allowed, held, additions, removals]) {
    if (file === undefined) continue;
    if (named.has(resolve(file)))
      throw new UsageError(`\`${file}\` is named twice`, 'give each file a name of its own');
    named.add(resolve(file));
  }
}

async function sentOf(
  use: string,
  options: GateOptions,
): Promise<Pick<GateFilesRequest, 'channel' | 'contentHash'>> {
  const { channel, contentHash } = options;
  if (channel !== undefined && contentHash !== undefined) return { channel, contentHash };
  const { folder } = findWorkspace(options.workspace === undefined ? [] : [options.workspace], process.cwd());
  const { sentContent } = await import('../../app/gate/sent-content.ts');
  const sent = orUsage(
    await sentContent(folder, use, { channel: channel ?? null, message: options.message ?? null }),
  );
  return contentHash === undefined ? sent : { ...sent, contentHash };
}

const asJson = ({ asOf, ...summary }: GateSummary): string =>
  `${JSON.stringify({ schema: 'scruple.gate/1', ...summary, asOf: asOf.toISOString() }, null, 2)}\n`;

function asText(summary: GateSummary, options: GateOptions): string {
  const { use, rows, allowed, held, reasons, shadow, asOf } = summary;
  const share = rows === 0 ? '' : ` (${((100 * allowed) / rows).toFixed(1)} %)`;
  const lines = [
    `${use}: ${allowed} of ${rows} may be contacted${share}, as of ${asOf.toISOString()}`,
    `  ${options.allowed}`,
    `${held} may not`,
    `  ${options.held}`,
    ...reasons.map((one) => `  ${String(one.rows).padStart(10)}  ${one.code}`),
    ...imported(summary.additions, 'to add', options.additions),
    ...imported(summary.removals, 'to remove', options.removals),
    ...(shadow.length === 0 ? [] : ['rules that are only tried out would have held']),
    ...shadow.map((one) => `  ${String(one.rows).padStart(10)}  ${one.code}`),
    summary.isReserved
      ? `contacts are set aside for ${options.dispatch}`
      : options.clearance !== undefined
        ? 'decided from the clearance alone, and in no log: say so to whoever keeps it'
        : 'contacts are checked, and not set aside: others may use them up meanwhile',
  ];
  return `${lines.map(visible).join('\n')}\n`;
}

const imported = (
  written: GateSummary['additions'],
  what: string,
  file: string | undefined,
): readonly string[] =>
  written === null || file === undefined
    ? []
    : [
        `${written.people} ${what}${written.left === 0 ? '' : `; ${written.left} cannot be told there`}`,
        `  ${file}`,
      ];
