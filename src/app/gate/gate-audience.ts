import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Destination } from '../../connectors/destinations/destination.ts';
import type { Answer } from '../../gate/batch/answer-classes.ts';
import type { Asking } from '../../gate/batch/class-form.ts';
import { contactCounters } from '../../gate/batch/contact-counters.ts';
import { prepare } from '../../gate/decide.ts';
import type { GateServer } from '../../gate/library/gate-server.ts';
import type { ReasonCode } from '../../gate/reason-codes.ts';
import { isEssential } from '../../gate/rule.ts';
import { ALL_RULES } from '../../gate/rules/index.ts';
import type { ContentHash } from '../../kernel/canonical.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Channel } from '../../kernel/vocabulary.ts';
import type { TrustRoots } from '../../playbook/5-oversight/signatures/trust-roots.ts';
import { answerRows } from './answer-rows.ts';
import { type AudienceColumns, askRows, missingColumn } from './ask-rows.ts';
import { type Audience, readAudience } from './audience-file.ts';
import { isTable, readTable } from './audience-table.ts';
import { BatchEngine } from './batch-engine.ts';
import { readSnapshot, type Snapshot } from './read-snapshot.ts';
import { reportRows, reserveContacts } from './reserve.ts';
import { clear, type Draft, draftOf, finish, writeAllowed, writeHeld } from './write-answers.ts';
import { placesFor, type ReachedColumns, type WrittenImport, writeImport } from './write-imports.ts';

export interface GateRequest {
  readonly use: string;
  readonly channel: Channel;
  /** `messageHash` of what is about to be sent. */
  readonly contentHash: ContentHash;
  readonly dispatch: string | null;
  /** A file, or a table of a database: see `readTable`. */
  readonly audience: string;
  /** Variables that addresses of databases stand in. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly columns: AudienceColumns;
  readonly allowed: string;
  readonly held: string;
  /** A whole feed, line by line. */
  readonly snapshot: AsyncIterable<string>;
  /** Sets contacts aside and keeps the log; `null`: contacts are told in the snapshot, checked, and not reserved. */
  readonly server: Pick<GateServer, 'lease' | 'giveBack' | 'report'> | null;
  readonly trustedKeys: TrustRoots;
  /** Of the pseudonyms; `null` where the list has a column of them. */
  readonly secret: string | null;
  /** Files for a system that addresses are uploaded to. */
  readonly imports: ImportOrder | null;
  /** `null`: when the snapshot is read. */
  readonly at: Date | null;
}

export interface ImportOrder {
  readonly destination: Destination;
  readonly columns: ReachedColumns;
  readonly additions: string | null;
  readonly removals: string | null;
}

export interface GateOptions {
  readonly signal?: AbortSignal;
  readonly onStep?: (says: string) => void;
  readonly memoryLimit?: string;
  readonly threads?: number;
}

export interface GateSummary {
  readonly use: string;
  readonly clearance: string | null;
  readonly rows: number;
  readonly allowed: number;
  readonly held: number;
  /** How many rows each reason holds back; a row may have several. */
  readonly reasons: ReadonlyArray<{ readonly code: ReasonCode; readonly rows: number }>;
  /** How many rows rules that are only tried out would have held. */
  readonly shadow: ReadonlyArray<{ readonly code: ReasonCode; readonly rows: number }>;
  /** Whether nobody at all may be reached, for a reason that lies in the use. */
  readonly isRefused: boolean;
  /** Whether the contacts of those who are allowed are set aside for this sending. */
  readonly isReserved: boolean;
  readonly additions: WrittenImport | null;
  readonly removals: WrittenImport | null;
  readonly asOf: Date;
}

type Drafts = Readonly<Record<'held' | 'removals' | 'additions' | 'allowed', Draft | null>> & {
  readonly held: Draft;
  readonly allowed: Draft;
};

/**
 * Who of a list may be contacted now, and why each other may not: every row goes to exactly one of two files, in its order.
 * The files appear whole at the end, the allowed one last; where anything goes wrong neither is there and nobody is
 * allowed. Problems: those of reading the list and the snapshot, `gate.unwritable`, `use.unknown`.
 */
export async function gateAudience(
  request: GateRequest,
  options: GateOptions = {},
): Promise<Result<GateSummary, Problem>> {
  const { additions = null, removals = null } = request.imports ?? {};
  const drafts = {
    held: draftOf(request.held),
    removals: removals === null ? null : draftOf(removals),
    additions: additions === null ? null : draftOf(additions),
    allowed: draftOf(request.allowed),
  };
  const files = Object.values(drafts).flatMap((draft) => (draft === null ? [] : [draft]));
  await clear(files);
  const folder = await mkdtemp(join(tmpdir(), 'scruple-gate-'));
  const engine = await BatchEngine.open({ ...options, temporaryFolder: folder });
  const stop = (): void => engine.connection.interrupt();
  options.signal?.addEventListener('abort', stop, { once: true });
  const leases: string[] = [];
  let summary: Result<GateSummary, Problem> = fail(calledOff());
  try {
    summary = await answered(engine, request, options, drafts, leases);
    if (options.signal?.aborted) summary = fail(calledOff());
    if (summary.ok) {
      const finished = await finish(files);
      if (!finished.ok) summary = finished;
    }
  } catch (error) {
    if (!options.signal?.aborted) {
      if (!/out of memory|no space|could not write/i.test(String((error as Error).message))) throw error;
      summary = fail(noRoom());
    }
  } finally {
    options.signal?.removeEventListener('abort', stop);
    if (!summary.ok) {
      await clear(files);
      for (const lease of leases) await request.server?.giveBack(lease);
    }
    engine.close();
    await rm(folder, { recursive: true, force: true });
  }
  return summary;
}

const calledOff = (): Problem =>
  problem('gate.unwritable', 'the run was called off, and nobody is allowed', 'run it again');

const noRoom = (): Problem =>
  problem(
    'gate.unwritable',
    'the machine has no room for a list of this size, and nobody is allowed',
    'make room in the folder for temporary files, or split the list',
  );

async function answered(
  engine: BatchEngine,
  request: GateRequest,
  { onStep: tell = () => {}, signal }: GateOptions,
  drafts: Drafts,
  leases: string[],
): Promise<Result<GateSummary, Problem>> {
  const onStep = (says: string): void => {
    signal?.throwIfAborted();
    tell(says);
  };
  onStep('reading the list');
  const audience = isTable(request.audience)
    ? await readTable(engine, request.audience, request.environment)
    : await readAudience(engine, request.audience);
  if (!audience.ok) return audience;
  const missing = missingColumn(audience.value, Object.values(request.imports?.columns ?? {}));
  if (missing !== null) return fail(missing);
  onStep('reading what is known');
  const snapshot = await readSnapshot(engine, request.snapshot, request.trustedKeys);
  if (!snapshot.ok) return snapshot;
  const now = request.at ?? new Date();
  const use = snapshot.value.knowledge.useState(request.use, now);
  if (use === null)
    return fail(
      problem(
        'usage.invalid',
        `no use \`${request.use}\` is known`,
        'name a use that was pushed to the server',
      ),
    );
  const told = await askRows(engine, audience.value, request.columns, request.secret);
  if (!told.ok) return told;
  onStep('asking the rules');
  const { channel, contentHash, dispatch } = request;
  const { policy, words, asOf } = snapshot.value;
  const sending = { use: request.use, channel, contentHash, dispatch, told: {} };
  const asking = {
    use,
    policy,
    sending,
    now,
    asOf,
    words,
    told: told.value,
    // A server counts them itself, when it sets them aside.
    knowsContacts: request.server !== null || coversWindows(snapshot.value, { use, policy, sending, now }),
  };
  const said = await answerRows(engine, asking);
  const rows = { engine, audience: audience.value, key: request.columns.key };
  const reserves = request.server !== null && !isEssential(use);
  if (request.server !== null && reserves) {
    if (dispatch === null)
      return fail(
        problem(
          'usage.invalid',
          'contacts are set aside for a sending, and none is named',
          'name it with --dispatch',
        ),
      );
    onStep('setting contacts aside');
    const reserved = await reserveContacts(
      rows,
      request.server,
      { use: request.use, channel, dispatch },
      said,
    );
    leases.push(...reserved.leases);
    if (reserved.problem !== null) return fail(reserved.problem);
  }
  const { answers, shadow } = said;
  onStep('writing');
  const held = await writeHeld(engine, audience.value, answers, drafts.held);
  if (!held.ok) return held;
  const allowed = await writeAllowed(engine, audience.value, drafts.allowed);
  if (!allowed.ok) return allowed;
  if (held.value + allowed.value !== audience.value.rows)
    throw new Error('rows were lost between the list and the answers');
  const imports = await writeImports(engine, audience.value, request.imports, answers, drafts);
  if (!imports.ok) return imports;
  if (request.server !== null) {
    onStep('telling the log');
    const about = { at: now.toISOString(), use: request.use, channel, dispatch, contentHash };
    const reported = await reportRows(
      rows,
      request.server,
      {
        ...about,
        clearance: use.clearance?.id ?? null,
        run: `file-${randomUUID()}`,
        knownUpTo: snapshot.value.knowledge.position,
      },
      said,
    );
    if (!reported.ok) return reported;
  }
  const counted = await engine.rows('SELECT answer, count(*) FROM outcome GROUP BY answer ORDER BY answer');
  return ok({
    use: request.use,
    clearance: use.clearance?.id ?? null,
    rows: audience.value.rows,
    allowed: allowed.value,
    held: held.value,
    reasons: byCode(
      answers,
      counted.map(([answer, rows]) => [Number(answer), Number(rows)]),
    ),
    shadow: [...shadow].map(([code, rows]) => ({ code, rows })),
    isRefused: isRefused(asking),
    isReserved: reserves,
    ...imports.value,
    asOf,
  });
}

async function writeImports(
  engine: BatchEngine,
  audience: Audience,
  order: ImportOrder | null,
  answers: readonly Answer[],
  drafts: Drafts,
): Promise<Result<Pick<GateSummary, 'additions' | 'removals'>, Problem>> {
  const written: { additions: WrittenImport | null; removals: WrittenImport | null } = {
    additions: null,
    removals: null,
  };
  if (order === null) return ok(written);
  const { destination, columns } = order;
  for (const [what, how] of [
    ['removals', 'removing'],
    ['additions', 'adding'],
  ] as const) {
    const draft = drafts[what];
    if (draft === null) continue;
    const places = placesFor(answers, how, destination);
    const file = await writeImport(engine, audience, columns, destination[how], places, draft);
    if (!file.ok) return file;
    written[what] = file.value;
  }
  return ok(written);
}

/** Whether every contact that a window may hold is told. */
const coversWindows = (
  { contactsFrom }: Snapshot,
  { use, policy, sending, now }: Pick<Asking, 'use' | 'policy' | 'sending' | 'now'>,
): boolean =>
  contactsFrom !== null && contactsFrom.getTime() <= contactCounters(use, policy, sending, [], now).after;

/** Whether what the rules have against the use alone keeps everybody back. */
const isRefused = ({ use, policy, sending, now }: Asking): boolean =>
  prepare(
    use,
    policy,
    ALL_RULES.filter(({ about }) => about === 'use'),
  )({ person: null, sending, now }).decision !== 'permit';

function byCode(
  answers: readonly Answer[],
  counted: ReadonlyArray<readonly [answer: number, rows: number]>,
): GateSummary['reasons'] {
  const rowsOf = new Map<ReasonCode, number>();
  for (const [answer, rows] of counted)
    for (const code of answers[answer]!.codes) rowsOf.set(code, (rowsOf.get(code) ?? 0) + rows);
  return [...rowsOf].map(([code, rows]) => ({ code, rows })).sort((a, b) => b.rows - a.rows);
}
