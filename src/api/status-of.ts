import type { ProblemCode } from '../kernel/problems.ts';

const STATUS: Partial<Record<string, number>> = {
  'request.unauthenticated': 401,
  'request.not-found': 404,
  'request.invalid': 400,
  'request.too-large': 413,
  'request.unsupported-type': 415,
  'request.too-slow': 408,
  'request.too-many': 429,
  'request.cross-site': 403,
  'request.precondition-missing': 428,
  'server.failed': 500,
  'people.not-allowed': 403,
  'agent.message-refused': 403,
  'people.last-administrator': 409,
  'sign-in.no-provider': 503,
  'gate.changes-gone': 410,
  'store.not-found': 404,
  'store.exists': 409,
  'store.changed': 412,
  'store.key-reused': 422,
  'store.invalid-cursor': 400,
  'store.busy': 503,
  'store.contended': 503,
  'store.unavailable': 503,
  'store.full': 507,
  'store.read-only': 503,
  'store.missing-reference': 409,
  'store.refused': 409,
  'store.invalid-text': 400,
};

/** The HTTP status of a problem. What is not in the table was understood and cannot be done as asked: 422. */
export const statusOf = (code: ProblemCode): number => STATUS[code] ?? 422;
