import { type ContentHash, contentHash } from '../../../kernel/canonical.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { type EntryBody, type EntryType, wrongField } from './entry-types.ts';

/** One line of the evidence log. Never changed, never removed. */
export interface EvidenceEntry {
  /** 1, 2, 3 … without a gap. */
  readonly sequence: number;
  /** Hash of the entry before; `null` for the first. */
  readonly previous: ContentHash | null;
  /** Id of the use that it is about, or the area of the product, as `sign-in` or `keys`. Never a person. */
  readonly subject: string;
  readonly at: string;
  readonly type: EntryType;
  readonly body: Readonly<Record<string, string | number | boolean | null>>;
  /** Random, so that nobody can guess what a sealed entry says by trying. */
  readonly salt: string;
  readonly hash: ContentHash;
}

/**
 * An entry of which only the place in the chain is shown: what an archive of one use shows of all others. The subject
 * stays visible, so that none of the use's own entries can be left out under a seal.
 */
export type SealedEntry = Pick<EvidenceEntry, 'sequence' | 'previous' | 'subject' | 'hash'> & {
  readonly digest: ContentHash;
};

export type ShownEntry = EvidenceEntry | SealedEntry;
export const isSealed = (entry: ShownEntry): entry is SealedEntry => 'digest' in entry;

export interface NewEntry<T extends EntryType = EntryType> {
  readonly subject: string;
  readonly at: Date;
  readonly type: T;
  readonly body: EntryBody<T>;
  /** At least 16 random bytes in base64url. */
  readonly salt: string;
}

/** The last entry of a log, as far as the next one needs it; `null` where the log is empty. */
export type LogEnd = Pick<EvidenceEntry, 'sequence' | 'hash'> | null;

const SUBJECT = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;
const SALT = /^[A-Za-z0-9_-]{22,86}$/;

/**
 * The entry that follows the end of a log. A body that holds anything but the fields of its type is refused, so that
 * no words and no address can slip in. Problems: `evidence.invalid-entry`.
 */
export function nextEntry<T extends EntryType>(
  end: LogEnd,
  { subject, at, type, body, salt }: NewEntry<T>,
): Result<EvidenceEntry, Problem> {
  const plain = body as EvidenceEntry['body'];
  const wrong = wrongField(type, plain);
  if (wrong !== null || !SUBJECT.test(subject) || !SALT.test(salt))
    return fail(
      problem(
        'evidence.invalid-entry',
        `an entry of type \`${type}\` has no \`${wrong ?? 'subject or salt'}\` of this form`,
        'log keys, codes, counts, times and hashes; keep words in the store and log their hash',
      ),
    );
  const content = {
    sequence: (end?.sequence ?? 0) + 1,
    previous: end?.hash ?? null,
    subject,
    at: at.toISOString(),
    type,
    body: plain,
    salt,
  };
  return ok({ ...content, hash: hashOf({ ...content, digest: digestOf(content) }) });
}

/** What an entry says, as one hash. */
export const digestOf = ({
  at,
  type,
  body,
  salt,
}: Pick<EvidenceEntry, 'at' | 'type' | 'body' | 'salt'>): ContentHash =>
  contentHash({ at, type, body, salt });

/** The hash of an entry over its place and its digest, so that it can be checked without what the entry says. */
export const hashOf = ({ sequence, previous, subject, digest }: Omit<SealedEntry, 'hash'>): ContentHash =>
  contentHash({ sequence, previous, subject, digest });

export const seal = (entry: EvidenceEntry): SealedEntry => ({
  sequence: entry.sequence,
  previous: entry.previous,
  subject: entry.subject,
  digest: digestOf(entry),
  hash: entry.hash,
});
