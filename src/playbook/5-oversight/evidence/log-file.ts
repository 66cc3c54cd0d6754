import { canonicalJson } from '../../../kernel/canonical.ts';
import { keyIdOf, type PublicKey } from '../../../kernel/ports/signer.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { isPublicKey, keyId } from '../signatures/public-key.ts';
import {
  flag,
  hash,
  listOf,
  matching,
  nullable,
  object,
  oneOf,
  type Shape,
  time,
  whole,
} from '../signatures/shape.ts';
import type { TrustRoots } from '../signatures/trust-roots.ts';
import type { EvidenceEntry, ShownEntry } from './entry.ts';
import { headPayload, logId, type SignedHead } from './head.ts';

/** An evidence log as it is exported: a line each for what it is, for every entry, and for every head. */
export interface LogFile {
  readonly log: string;
  /** The use that it shows, all other entries being sealed; `null` where it shows everything. */
  readonly view: string | null;
  /** The keys that signed its heads. They show who says so, not whether to believe it: that takes trust roots. */
  readonly keys: readonly PublicKey[];
  readonly entries: readonly ShownEntry[];
  readonly heads: readonly SignedHead[];
}

const FILE_SCHEMA = 'scruple.evidence/1';

const start = object({
  schema: oneOf(FILE_SCHEMA),
  log: logId,
  view: nullable(matching<string>(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/)),
  keys: listOf(object({ id: keyId, x: isPublicKey }), 1_000),
});

const place = {
  sequence: whole,
  previous: nullable(hash),
  subject: matching<string>(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/),
  hash,
};
const scalar: Shape<string | number | boolean | null> = (value): value is string | number | boolean | null =>
  value === null ||
  (typeof value === 'string' && value.length <= 200) ||
  Number.isFinite(value) ||
  flag(value);
const openEntry = object({
  ...place,
  at: time,
  type: matching<EvidenceEntry['type']>(/^[a-z][a-z.-]{0,63}$/),
  body: (value): value is EvidenceEntry['body'] =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(scalar),
  salt: matching<string>(/^[A-Za-z0-9_-]{22,86}$/),
});
const sealedEntry = object({ ...place, digest: hash });
const head = object({
  payload: headPayload,
  signature: object({ key: keyId, value: matching<string>(/^[A-Za-z0-9_-]{86}$/) }),
});

/** The lines of a log file, one at a time, each ending in a line break. */
export function* writeLog({ log, view, keys, entries, heads }: LogFile): Generator<string> {
  yield `${canonicalJson({ schema: FILE_SCHEMA, log, view, keys })}\n`;
  for (const entry of entries) yield `${canonicalJson({ entry })}\n`;
  for (const one of heads) yield `${canonicalJson({ head: one })}\n`;
}

/**
 * A log from the lines of a file. Each line has one spelling alone, so that no byte can be changed without notice.
 * Problems: `evidence.unreadable`, with the number of the line.
 */
export function readLog(lines: Iterable<string>): Result<LogFile, Problem> {
  let number = 0;
  let found: {
    readonly log: string;
    readonly view: string | null;
    readonly keys: readonly PublicKey[];
  } | null = null;
  const entries: ShownEntry[] = [];
  const heads: SignedHead[] = [];
  for (const line of lines) {
    number += 1;
    const value = parsed(line);
    if (value === undefined) return unreadable(number, 'is no line that an export writes');
    if (found === null) {
      if (!start(value)) return unreadable(number, 'does not say that this is an evidence log');
      if (value.keys.some(({ id, x }) => keyIdOf(x) !== id))
        return unreadable(number, 'names a key by another name');
      found = value;
    } else if (isOnly(value, 'entry')) {
      const { entry } = value;
      if (openEntry(entry) || sealedEntry(entry)) entries.push(entry);
      else return unreadable(number, 'holds no entry of the form that the log has');
    } else if (isOnly(value, 'head') && head(value.head)) heads.push(value.head);
    else return unreadable(number, 'holds neither an entry nor a head');
  }
  if (found === null) return unreadable(1, 'is missing: the file is empty');
  return ok({ log: found.log, view: found.view, keys: found.keys, entries, heads });
}

/** The keys that a file brings itself, as if they were trusted: enough to see damage, never to see who speaks. */
export const ownRoots = ({ keys }: Pick<LogFile, 'keys'>): TrustRoots => ({
  schema: 'scruple.trust/1',
  organisation: 'the file itself',
  keys: keys.map((key) => ({
    ...key,
    signs: ['evidence'],
    from: '1970-01-01T00:00:00.000Z',
    until: null,
    revoked: null,
  })),
});

function parsed(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return canonicalJson(value) === line ? value : undefined;
  } catch {
    return undefined;
  }
}

const isOnly = <K extends string>(value: unknown, key: K): value is Readonly<Record<K, unknown>> =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 1 && Object.hasOwn(value, key);

const unreadable = (line: number, says: string): Result<never, Problem> =>
  fail(
    problem(
      'evidence.unreadable',
      `line ${line} ${says}`,
      'export the log again, or compare it with an earlier export',
    ),
  );
