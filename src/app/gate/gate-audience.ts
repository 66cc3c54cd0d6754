import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Asking } from '../../gate/batch/class-form.ts';
import { contactCounters } from '../../gate/batch/contact-counters.ts';
import { isEssential } from '../../gate/rule.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { answerRows } from './answer-rows.ts';
import { askRows, missingColumn } from './ask-rows.ts';
import { readAudience } from './audience-file.ts';
import { isTable, readTable, unreadableTable } from './audience-table.ts';
import { BatchEngine } from './batch-engine.ts';
import type { Drafts, GateOptions, GateRequest, GateSummary } from './gate-request.ts';
import { ListThere } from './list-there.ts';
import { DatabaseFailure } from './postgres-engine.ts';
import { readSnapshot, type Snapshot, snapshotOfClearance } from './read-snapshot.ts';
import { reportRows, reserveContacts } from './reserve.ts';
import { byCode, isRefused } from './summary.ts';
import { clear, draftOf, finish, writeAllowed, writeHeld } from './write-answers.ts';
import { writeImports } from './write-imports.ts';

/**
 * Who of a list may be contacted now, and why each other may not: every row goes to exactly one of two files, in its order.
 * The files appear whole at the end, the allowed one last; where anything goes wrong neither is there and nobody is
 * allowed. Problems: those of reading the list and the snapshot, `gate.unwritable`, `usage.invalid` for a use that is not known.
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
  let there: Result<ListThere, Problem> | null = null;
  const stop = (): void => {
    engine.connection.interrupt();
    if (there?.ok) void there.value.close();
  };
  options.signal?.addEventListener('abort', stop, { once: true });
  const leases: string[] = [];
  let summary: Result<GateSummary, Problem> = fail(calledOff());
  try {
    there = request.decidesThere
      ? await ListThere.open(request.audience, request.columns, request.environment)
      : null;
    summary =
      there === null || there.ok
        ? await answered(engine, request, options, drafts, leases, there?.value ?? null)
        : there;
    if (options.signal?.aborted) summary = fail(calledOff());
    if (summary.ok) {
      const finished = await finish(files);
      if (!finished.ok) summary = finished;
    }
  } catch (error) {
    if (!options.signal?.aborted) {
      const isThere = error instanceof DatabaseFailure;
      if (!isThere && !/out of memory|no space|could not write/i.test(String((error as Error).message)))
        throw error;
      summary = fail(isThere ? unreadableTable('the table', 'cannot be decided about to its end') : noRoom());
    }
  } finally {
    options.signal?.removeEventListener('abort', stop);
    if (!summary.ok) {
      await clear(files);
      for (const lease of leases) await request.server?.giveBack(lease);
    }
    if (there?.ok) await there.value.close();
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
  there: ListThere | null,
): Promise<Result<GateSummary, Problem>> {
  const onStep = (says: string): void => {
    signal?.throwIfAborted();
    tell(says);
  };
  onStep('reading the list');
  const audience =
    there !== null
      ? ok(there.audience)
      : isTable(request.audience)
        ? await readTable(engine, request.audience, request.environment)
        : await readAudience(engine, request.audience);
  if (!audience.ok) return audience;
  const missing = missingColumn(audience.value, Object.values(request.imports?.columns ?? {}));
  if (missing !== null) return fail(missing);
  onStep('reading what is known');
  const snapshot =
    'clearance' in request.snapshot
      ? ok(snapshotOfClearance(request.use, request.snapshot.clearance, request.trustedKeys))
      : await readSnapshot(engine, request.snapshot, request.trustedKeys);
  if (!snapshot.ok) return snapshot;
  const now = request.at ?? new Date();
  const use = snapshot.value.knowledge.useState(request.use, now);
  if (use === null)
    return fail(
      problem(
        'usage.invalid',
        `no use \`${request.use}\` is known`,
        'name a use that was pushed to the server, or the clearance that is its own',
      ),
    );
  const knowsPeople = !('clearance' in request.snapshot);
  const told =
    there !== null
      ? await there.ask(request.columns)
      : await askRows(engine, audience.value, request.columns, knowsPeople ? request.secret : 'nobody');
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
  const said = there === null ? await answerRows(engine, asking) : await there.answer(engine, asking);
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
      leases,
    );
    if (!reserved.ok) return reserved;
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

/** Whether every contact that a window may hold is told. */
const coversWindows = (
  { contactsFrom }: Snapshot,
  { use, policy, sending, now }: Pick<Asking, 'use' | 'policy' | 'sending' | 'now'>,
): boolean =>
  contactsFrom !== null && contactsFrom.getTime() <= contactCounters(use, policy, sending, [], now).after;
