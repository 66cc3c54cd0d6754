import { type Problem, problem } from '../../kernel/problem.ts';

interface ServerError {
  readonly code?: string;
  readonly message?: string;
}

/**
 * The server's error in the words of the port, by its SQLSTATE. Of a connection that fails only the kind is told: the
 * message may name the host, the role or what stood in the address.
 */
export function problemOfPostgres(error: unknown, limitMs?: number): Problem {
  const { code = '', message = String(error) } = (error ?? {}) as ServerError;
  if (code === '57014')
    return problem(
      'warehouse.unavailable',
      limitMs === undefined ? 'the query was ended' : `the query was ended after ${limitMs} ms`,
      'make the query faster, or raise limits.query',
    );
  if (code === '42501')
    return problem(
      'fact.not-allowed',
      'the role may not read what the query asks for',
      'grant it SELECT on the table',
    );
  if (code === '25006')
    return problem(
      'fact.not-allowed',
      'the query writes, and may only read',
      'ask with one SELECT statement',
    );
  if (code === '53200' || code === '53400' || code === '54001')
    return problem(
      'warehouse.unavailable',
      'the query needs more than the server gives it',
      'aggregate or filter earlier',
    );
  const known = CONNECTING[code] ?? CONNECTING[code.slice(0, 2)];
  if (known !== undefined || !/^[0-9A-Z]{5}$/.test(code))
    return problem(
      'warehouse.unavailable',
      `the database cannot be reached: ${known ?? 'the connection failed'}`,
      'check the address, the secret in the environment, and whether the server answers',
    );
  return problem(
    'fact.invalid',
    `the query cannot run: ${message.split('\n', 1)[0]!.slice(0, 300)}`,
    'run the query by hand and correct it',
  );
}

/** By code of the system, SQLSTATE, or class of SQLSTATE. */
const CONNECTING: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ENOTFOUND: 'the host is not known',
  EAI_AGAIN: 'the host is not known',
  ETIMEDOUT: 'the host did not answer in time',
  ECONNRESET: 'the connection was closed',
  EPIPE: 'the connection was closed',
  '28P01': 'the password is wrong',
  '28000': 'the role may not connect',
  '3D000': 'there is no such database',
  '53300': 'the server takes no more connections',
  '57P03': 'the server is starting or stopping',
  '57P01': 'the server is going down',
  '08': 'the connection failed',
};

/** Whether the connection itself is of no more use. */
export const isBroken = (error: unknown): boolean =>
  !/^[0-9A-Z]{5}$/.test((error as ServerError | null)?.code ?? '');

export const calledOff = (): Problem =>
  problem('warehouse.unavailable', 'the query was called off', 'run it again');
