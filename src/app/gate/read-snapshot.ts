import { constants, createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { PEOPLE_TABLES, PeopleRows, type PeopleWords } from '../../gate/batch/people-rows.ts';
import { readFeedLine } from '../../gate/library/feed-lines.ts';
import { Knowledge } from '../../gate/library/knowledge.ts';
import { DEFAULT_POLICY, type GatePolicy } from '../../gate/policy.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { TrustRoots } from '../../playbook/5-oversight/signatures/trust-roots.ts';
import type { BatchEngine } from './batch-engine.ts';
import { readContactLine } from './contact-lines.ts';

/** What is known of uses and people at one moment; the people themselves are in the tables of the engine. */
export interface Snapshot {
  /** Knows policy and uses, and verifies clearances. */
  readonly knowledge: Knowledge;
  readonly policy: GatePolicy;
  readonly words: PeopleWords;
  readonly people: number;
  readonly asOf: Date;
  /** From when on every contact is told; `null` where none is. */
  readonly contactsFrom: Date | null;
}

/**
 * Takes a whole feed (`scruple.gate-feed/1`) in, with the lines of contacts that a snapshot has beside.
 * Problems: `gate.unreadable-feed` for what is no whole feed, `gate.unreachable` for what breaks off, and those of
 * revocations that must not be believed.
 */
export async function readSnapshot(
  engine: BatchEngine,
  lines: AsyncIterable<string>,
  trustedKeys: TrustRoots,
): Promise<Result<Snapshot, Problem>> {
  // What a stream throws is where it breaks off; the engine's own errors are none of its.
  let hasBrokenOff = false;
  const guarded = (async function* () {
    try {
      yield* lines;
    } catch {
      hasBrokenOff = true;
    }
  })();
  const read = await readToEnd(engine, guarded, trustedKeys);
  return hasBrokenOff
    ? fail(
        problem(
          'gate.unreachable',
          'what is known cannot be read to its end',
          'look whether the server runs, and what the credential may do',
        ),
      )
    : read;
}

async function readToEnd(
  engine: BatchEngine,
  lines: AsyncIterable<string>,
  trustedKeys: TrustRoots,
): Promise<Result<Snapshot, Problem>> {
  const knowledge = new Knowledge(trustedKeys);
  const rows = new PeopleRows();
  const [people, times, contacts] = await Promise.all(
    (['people', 'times', 'contacts'] as const).map((table) =>
      engine.appender(table, Object.values(PEOPLE_TABLES[table])),
    ),
  );
  let [count, contactsFrom, ended]: [number, Date | null, boolean] = [0, null, false];
  for await (const text of lines) {
    if (ended) {
      if (text === '') continue;
      return fail(broken('goes on after its end'));
    }
    const contact = readContactLine(text);
    if (contact !== null) {
      if (contact.type === 'contacts-from') contactsFrom = contact.at;
      else if (contact.type === 'contact') contacts!.add(rows.contact(contact.subject, contact.contact));
      else return fail(broken('holds a contact that cannot be read'));
      continue;
    }
    const line = readFeedLine(text);
    if (!line.ok) return line;
    if (line.value.type === 'person') {
      const { people: row, times: ends } = rows.person(line.value);
      people!.add(row);
      for (const end of ends) times!.add(end);
      count += 1;
      continue;
    }
    // There is no room to be made: people go into the engine.
    const begins = line.value.type === 'begin';
    if (begins && line.value.type === 'begin' && line.value.holds !== 'everything')
      return fail(broken('holds changes alone'));
    const taken = knowledge.take(line.value.type === 'begin' ? { ...line.value, people: 0 } : line.value);
    if (!taken.ok) return taken;
    ended = line.value.type === 'end';
  }
  for (const appender of [people, times, contacts]) appender!.close();
  const { policy, readAt } = knowledge;
  if (!ended || readAt === null || policy === null) return fail(broken('breaks off before its end'));
  await keepLastOfEachKey(engine, count);
  return ok({ knowledge, policy, words: rows.words(), people: count, asOf: readAt, contactsFrom });
}

/**
 * What a signed clearance tells by itself, when no server answers: enough to send what is essential, and for anything else
 * the rules refuse it. Nobody can be told.
 */
export function snapshotOfClearance(use: string, statement: string, trustedKeys: TrustRoots): Snapshot {
  const knowledge = new Knowledge(trustedKeys);
  knowledge.addClearance(use, statement);
  return {
    knowledge,
    policy: DEFAULT_POLICY,
    words: new PeopleRows().words(),
    people: 0,
    asOf: new Date(0),
    contactsFrom: null,
  };
}

/** What came later under the same key counts. */
async function keepLastOfEachKey(engine: BatchEngine, people: number): Promise<void> {
  const [[keys] = [0]] = await engine.rows('SELECT count(DISTINCT key) FROM people');
  if (Number(keys) < people)
    await engine.run('DELETE FROM people WHERE person NOT IN (SELECT max(person) FROM people GROUP BY key)');
}

/** Lines of a snapshot in a file. Problems: `file.missing`, `workspace.unreadable`. */
export async function linesOfFile(path: string): Promise<Result<AsyncIterable<string>, Problem>> {
  try {
    await access(path, constants.R_OK);
    return ok(linesOf(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return fail(
      code === 'ENOENT'
        ? problem('file.missing', `there is no file \`${path}\``, 'mend the path')
        : problem('workspace.unreadable', `\`${path}\` cannot be read (${code})`, 'check who may read it'),
    );
  }
}

/** Opened when the first line is asked for: lines that come before anybody listens are lost. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const input = createReadStream(path, { highWaterMark: 1 << 20 });
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

const broken = (says: string): Problem =>
  problem('gate.unreadable-feed', `the snapshot ${says}`, 'take a new one from the server');
