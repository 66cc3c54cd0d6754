import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type GateFilesRequest, gateFiles } from '../../src/app/gate/gate-files.ts';
import type { GateSummary } from '../../src/app/gate/gate-request.ts';
import type { FeedLine } from '../../src/gate/library/feed-lines.ts';
import { personLine, policyLine } from '../../src/gate/library/lines-of.ts';
import type { Contact, PersonFacts } from '../../src/gate/person-facts.ts';
import { HASH, NOON, person, policy } from '../../src/gate/testing/moments.ts';
import type { UseState } from '../../src/gate/use-state.ts';
import type { Problem } from '../../src/kernel/problem.ts';
import type { Result } from '../../src/kernel/result.ts';
import type { ClearancePayload } from '../../src/playbook/5-oversight/clearances/statement.ts';
import {
  type Identifier,
  type SubjectKey,
  subjectKeyOf,
} from '../../src/playbook/6-control/ledger/subject-key.ts';
import { TRUSTED, told } from '../gate-library/signed.ts';

export const SECRET = 'the secret of the pseudonyms of a test';

export const keyOf = (identifier: Identifier): SubjectKey => {
  const key = subjectKeyOf(SECRET, identifier);
  if (!key.ok) throw new Error(key.problem.message);
  return key.value;
};
export const byMail = (value: string): SubjectKey => keyOf({ kind: 'email', value });

export interface Told {
  readonly use?: Partial<UseState>;
  readonly clearance?: Partial<ClearancePayload>;
  readonly policy?: Parameters<typeof policy>[0];
  /** People by key; each is somebody who may be reached by mail, but for what is said here. */
  readonly people?: Readonly<Record<string, Partial<PersonFacts>>>;
  readonly contacts?: Readonly<Record<string, readonly Contact[]>>;
  /** Whether contacts are told at all. */
  readonly tellsContacts?: boolean;
}

/** A snapshot as the text of its file, taken at noon. */
export async function snapshotText(all: Told): Promise<string> {
  const lines: unknown[] = [
    {
      type: 'begin',
      schema: 'scruple.gate-feed/1',
      holds: 'everything',
      people: 0,
    } satisfies FeedLine,
    policyLine(policy(all.policy)),
    { type: 'revocations', signed: null } satisfies FeedLine,
    await told(all.use, all.clearance),
    ...Object.entries(all.people ?? {}).map(([subject, over]) =>
      personLine(personOf(subject as SubjectKey, over)),
    ),
    ...(all.tellsContacts === false ? [] : [{ type: 'contacts-from', at: '2026-01-01T00:00:00.000Z' }]),
    ...Object.entries(all.contacts ?? {}).flatMap(([subject, contacts]) =>
      contacts.map(({ use, channel, at, dispatch }) => ({
        type: 'contact',
        subject,
        use,
        channel,
        at: at.toISOString(),
        dispatch,
      })),
    ),
    {
      type: 'end',
      position: { epoch: 'a-store', at: 1, seen: 0, tick: 0 },
      readAt: NOON.toISOString(),
      elapsedMs: 0,
    } satisfies FeedLine,
  ];
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

const personOf = (subject: SubjectKey, over: Partial<PersonFacts>): PersonFacts => {
  const { choices } = person();
  return person({ subject, choices: choices!.map(({ state }) => ({ subject, state })), ...over });
};

export interface Folder {
  readonly path: (name: string) => string;
  readonly read: (name: string) => Promise<string>;
  readonly names: () => Promise<readonly string[]>;
  /** Splits the list by what was told. */
  readonly gate: (over?: Partial<GateFilesRequest>) => Promise<Result<GateSummary, Problem>>;
}

/** A folder with a list, a snapshot and the keys to trust. */
export async function gateFolder(
  list: string | Uint8Array,
  all: Told = {},
  name = 'list.csv',
): Promise<Folder> {
  const folder = await mkdtemp(join(tmpdir(), 'scruple-gate-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = (file: string): string => join(folder, file);
  await writeFile(path(name), list);
  await writeFile(path('gate.jsonl'), await snapshotText(all));
  await writeFile(path('trust.json'), TRUSTED);
  return {
    path,
    read: (file) => readFile(path(file), 'utf8'),
    names: async () => (await readdir(folder)).sort(),
    gate: (over = {}) =>
      gateFiles(
        {
          use: 'winback-spring',
          channel: 'email',
          contentHash: HASH,
          dispatch: null,
          audience: path(name),
          columns: { key: { kind: 'email', column: 'email' }, timeZone: null, jurisdiction: null },
          decidesThere: false,
          allowed: path('allowed.csv'),
          held: path('held.csv'),
          from: { snapshot: path('gate.jsonl') },
          trust: path('trust.json'),
          imports: null,
          environment: { SCRUPLE_SUBJECTS_SECRET: SECRET },
          at: NOON,
          ...over,
        },
        { threads: 1 },
      ),
  };
}
