/**
 * Decisions of a gate in the process of the sender, with the choices of a million people loaded: a second of one core, the
 * time of a single decision, and memory. Run: node --expose-gc bench/gate/in-process.ts [PEOPLE]. Writes
 * results/in-process.json.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGate, type Gate, type GateOptions } from '../../src/gate/library/create-gate.ts';
import type { GateServer } from '../../src/gate/library/gate-server.ts';
import { policyLine } from '../../src/gate/library/lines-of.ts';
import type { GateQuestion } from '../../src/gate/library/read-question.ts';
import { sealedSpool } from '../../src/gate/library/sealed-spool.ts';
import { DEFAULT_POLICY } from '../../src/gate/policy.ts';
import { HASH } from '../../src/gate/testing/moments.ts';
import { ok } from '../../src/kernel/result.ts';
import { TRUSTED, told } from '../../test/gate-library/signed.ts';
import { numbers, personNumbered, subjectOf } from './people.ts';
import { round, writeResults } from './results.ts';

const PEOPLE = Number(process.argv[2] ?? 1_000_000);
const DECISIONS = 300_000;
/** As many as are decided before other work of the process gets its turn. */
const AT_ONCE = 1_000;
/** A Tuesday at noon in Berlin, and early morning in New York, where quiet hours hold. */
const NOW = Date.parse('2026-11-24T11:00:00.000Z');
const DISPATCH = { use: 'winback-spring', channel: 'email', dispatch: 'monday' } as const;

/** A server that tells of everybody, sets everything aside and takes every report at once. */
const server = (): GateServer => ({
  async *feed(after, stop) {
    const use = await told();
    const end = {
      type: 'end',
      position: { epoch: 'bench', at: 1, seen: 0, tick: 0 },
      readAt: new Date(NOW).toISOString(),
      elapsedMs: 0,
    };
    if (after !== null) {
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, 1_000);
        stop.addEventListener('abort', resolve, { once: true });
        timer.unref();
      });
      yield JSON.stringify({ type: 'begin', schema: 'scruple.gate-feed/1', holds: 'changes', people: 0 });
      yield JSON.stringify(end);
      return;
    }
    yield JSON.stringify({
      type: 'begin',
      schema: 'scruple.gate-feed/1',
      holds: 'everything',
      people: PEOPLE,
    });
    yield JSON.stringify(policyLine(DEFAULT_POLICY));
    yield JSON.stringify(use);
    for (let index = 0; index < PEOPLE; index += 1)
      yield JSON.stringify({ type: 'person', ...personNumbered(index, NOW) });
    yield JSON.stringify(end);
  },
  lease: async ({ people }) =>
    ok({
      lease: 'lease:all',
      endsAt: new Date(NOW + 3_600_000),
      people: people.map((subject) => ({ subject, refused: null })),
    }),
  giveBack: async () => ok(null),
  report: async () => ok(null),
  notSent: async () => ok(null),
});

const used = (): number => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers: _ } = process.memoryUsage();
  return heapUsed + external;
};

interface Figures {
  readonly decisionsPerSecond: number;
  readonly p50Microseconds: number;
  readonly p99Microseconds: number;
  readonly p999Microseconds: number;
  readonly longestMicroseconds: number;
  readonly permitted: number;
}

/** Questions one after the other; the log goes out in between, and its time counts. */
async function measure(gate: Gate, questions: readonly GateQuestion[]): Promise<Figures> {
  for (const question of questions.slice(0, 50_000)) gate.decide(question);
  await gate.flush();
  const times = new Float64Array(questions.length);
  let permitted = 0;
  const cpu = process.cpuUsage();
  for (let at = 0; at < questions.length; at += 1) {
    const begin = process.hrtime.bigint();
    const { decision } = gate.decide(questions[at]!);
    times[at] = Number(process.hrtime.bigint() - begin) / 1_000;
    if (decision === 'permit') permitted += 1;
    if (at % AT_ONCE === 0) await gate.flush();
  }
  await gate.flush();
  const { user, system } = process.cpuUsage(cpu);
  times.sort();
  const at = (share: number): number =>
    round(times[Math.min(times.length - 1, Math.floor(share * times.length))]!);
  return {
    decisionsPerSecond: Math.round(questions.length / ((user + system) / 1e6)),
    p50Microseconds: at(0.5),
    p99Microseconds: at(0.99),
    p999Microseconds: at(0.999),
    longestMicroseconds: at(1),
    permitted: round(permitted / questions.length),
  };
}

async function withGate<T>(options: Partial<GateOptions>, work: (gate: Gate) => Promise<T>): Promise<T> {
  const clock = { wall: () => NOW, steady: () => 0 };
  const gate = createGate({ trustedKeys: TRUSTED, server: server(), clock, ...options });
  try {
    await gate.ready();
    return await work(gate);
  } finally {
    await gate.close();
  }
}

/** A contact set aside for everybody. */
async function takeForAll(gate: Gate): Promise<void> {
  await gate.lease({ ...DISPATCH, people: Array.from({ length: PEOPLE }, (_, index) => subjectOf(index)) });
}

const next = numbers(7);
const questions = Array.from(
  { length: DECISIONS },
  (): GateQuestion => ({
    ...DISPATCH,
    subject: subjectOf(Math.floor(next() * PEOPLE)),
    contentHash: HASH,
  }),
);
const refusedBeforeAnyDraw = questions.map((one): GateQuestion => ({ ...one, channel: 'push' }));

const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'scruple-gate-'));
const sealed = sealedSpool({ file: join(folder, 'spool'), key: 'a key of the gate' });
let isStrict = false;
const spool = {
  add: (record: Parameters<typeof sealed.add>[0]) => (isStrict ? sealed.add(record) : undefined),
  reported: () => sealed.reported(),
  left: () => [],
};
const before = used();
const begin = performance.now();
const measured = await withGate({ spool }, async (gate) => {
  const loadSeconds = (performance.now() - begin) / 1_000;
  const bytes = used() - before;
  const noReservation = await measure(gate, refusedBeforeAnyDraw);
  const beforeLease = used();
  await takeForAll(gate);
  const leaseBytes = used() - beforeLease;
  const drawing = await measure(gate, questions);
  isStrict = true;
  const strict = await measure(gate, questions);
  return {
    loadSeconds,
    bytes,
    leaseBytes,
    likenesses: gate.state().likenesses,
    noReservation,
    drawing,
    strict,
  };
});
sealed.close();
rmSync(folder, { recursive: true });

const results = {
  people: PEOPLE,
  decisions: DECISIONS,
  bytesAPerson: round(measured.bytes / PEOPLE),
  megabytesAMillion: round(((measured.bytes / PEOPLE) * 1e6) / 2 ** 20),
  leaseBytesAPerson: round(measured.leaseBytes / PEOPLE),
  likenesses: measured.likenesses,
  loadSeconds: round(measured.loadSeconds),
  'no reservation, log batched': measured.noReservation,
  'draws on a lease, log batched': measured.drawing,
  'draws on a lease, log strict': measured.strict,
};
await writeResults('in-process', results);
