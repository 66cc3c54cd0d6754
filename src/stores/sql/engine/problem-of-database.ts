import { type Problem, problem } from '../../../kernel/problem.ts';
import type { ProblemCode } from '../../../kernel/problems.ts';
import { EngineEnded } from './end-of-engine.ts';

interface DatabaseError {
  readonly code?: unknown;
  readonly message?: string;
}

/**
 * What a database or its files said, in our words; `null` where it is no expected failure but a bug of ours. Neither a
 * host nor a value of a row is told: a message of the server may hold both.
 * Problem codes: `store.unavailable`, `store.full`, `store.read-only`, `store.contended`, `store.exists`,
 * `store.missing-reference`, `store.refused`, `store.invalid-text`.
 */
export function problemOfDatabase(error: unknown): Problem | null {
  const { code, message = String(error) } = (error ?? {}) as DatabaseError;
  const known = typeof code === 'string' ? code : '';
  if (error instanceof EngineEnded) return hasNoRoom(message) ? ended(FULL) : ended(GONE);
  const says = SAYINGS.find(({ codes }) => codes.some((one) => known === one));
  if (says !== undefined) return problem(says.as, says.message, says.hint);
  // The embedded engine tells some failures of its files as an internal error only, with the system's words in it.
  if (hasNoRoom(message)) return problem(FULL.as, FULL.message, FULL.hint);
  if (/read-only file system|permission denied for (?:file|directory)/i.test(message))
    return problem(READ_ONLY.as, READ_ONLY.message, READ_ONLY.hint);
  if (known.startsWith('08') || known.startsWith('57P') || isConnectionLost(message))
    return problem(GONE.as, GONE.message, GONE.hint);
  return null;
}

/** Whether the same work may succeed when it is simply done again. */
export const isWorthRetrying = (error: unknown): boolean =>
  ['40001', '40P01'].includes(String((error as DatabaseError | null)?.code));

const hasNoRoom = (message: string): boolean =>
  /no space left on device|file too large|disk quota|could not extend file/i.test(message);

/** Nothing mends it but a new start. */
const ended = ({ as, message }: { as: ProblemCode; message: string }): Problem =>
  problem(as, message, 'mend what is wrong with its disk, then start again: what was acknowledged is kept');

const isConnectionLost = (message: string): boolean =>
  /^(?:connection terminated|client has encountered a connection error|timeout exceeded when trying to connect|query read timeout|pglite is clos|connection ended)/i.test(
    message,
  );

const FULL = {
  as: 'store.full',
  message: 'there is no room left where the store keeps its files',
  hint: 'free some space and try again: what was acknowledged is kept',
} as const;
const READ_ONLY = {
  as: 'store.read-only',
  message: 'the store may be read, not written',
  hint: 'let the process write there, or connect to the primary server',
} as const;
const GONE = {
  as: 'store.unavailable',
  message: 'the store does not answer',
  hint: 'see whether the database runs and can be reached, then try again',
} as const;

const SAYINGS = [
  { codes: ['53100', 'ENOSPC', 'EDQUOT', 'EFBIG'], ...FULL },
  { codes: ['25006', 'EROFS', 'EACCES', 'EPERM', '42501'], ...READ_ONLY },
  {
    codes: [
      'ECONNREFUSED',
      'ECONNRESET',
      'ENOTFOUND',
      'EAI_AGAIN',
      'ETIMEDOUT',
      'EPIPE',
      'EHOSTUNREACH',
      '53300',
      '53200',
    ],
    ...GONE,
  },
  {
    codes: ['28P01', '28000', '3D000'],
    as: 'store.unavailable',
    message: 'the database does not let us in',
    hint: 'check the name of the database, the role and the secret in DATABASE_URL',
  },
  {
    codes: ['40001', '40P01', '55P03', '57014', '25P03'],
    as: 'store.contended',
    message: 'the store was too busy with the same rows to finish in time',
    hint: 'try again',
  },
  {
    codes: ['23505'],
    as: 'store.exists',
    message: 'there is one already',
    hint: 'change the one that exists, or choose another name',
  },
  {
    codes: ['23503'],
    as: 'store.missing-reference',
    message: 'something that is referred to does not exist, or is still referred to',
    hint: 'check the ids',
  },
  {
    codes: ['23001'],
    as: 'store.refused',
    message: 'what was judged, signed or logged is never changed',
    hint: 'add a new one instead',
  },
  {
    codes: ['22021', '22P05', '22P02'],
    as: 'store.invalid-text',
    message: 'a text holds a character that cannot be stored',
    hint: 'take out NUL characters',
  },
] as const;
