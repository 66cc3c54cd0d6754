import { DESTINATIONS } from '../../connectors/destinations/index.ts';
import { overHttp } from '../../gate/library/over-http.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { readTrustRoots } from '../../playbook/5-oversight/signatures/trust-roots.ts';
import { readKeyAtRest } from '../../stores/sql/sealing/key-at-rest.ts';
import { ledgerSecrets } from '../server/ledger/secrets.ts';
import { readDocument } from '../verify/read-document.ts';
import type { AudienceColumns } from './ask-rows.ts';
import { gateAudience } from './gate-audience.ts';
import type { GateOptions, GateRequest, GateSummary, ImportOrder } from './gate-request.ts';
import { linesOfFile } from './read-snapshot.ts';

/** The same as `GateRequest`, with whom to trust in a file, and what is known in a file or at a server. */
export interface GateFilesRequest
  extends Omit<GateRequest, 'snapshot' | 'server' | 'trustedKeys' | 'secret' | 'imports'> {
  readonly from:
    | { readonly snapshot: string }
    | { readonly clearance: string }
    | { readonly server: string; readonly token: string };
  readonly trust: string;
  /** Files for a system, by its name in `DESTINATIONS`. */
  readonly imports: (Omit<ImportOrder, 'destination'> & { readonly destination: string }) | null;
  /** Where the secret of the pseudonyms is told, if it is, and addresses of databases. */
  readonly environment: GateRequest['environment'];
}

/** A lease of two thousand people, or a report of as many decisions, takes a server some seconds. */
const PATIENCE_MS = 120_000;

/** `gateAudience` over files. Problems: those of it and `file.*`, `trust.invalid`, `seal.unreadable`. */
export async function gateFiles(
  { from, trust, environment, imports: ordered, ...request }: GateFilesRequest,
  options: GateOptions,
): Promise<Result<GateSummary, Problem>> {
  const roots = await readDocument(trust);
  if (!roots.ok) return roots;
  const trustedKeys = readTrustRoots(roots.value);
  if (!trustedKeys.ok) return trustedKeys;
  const secret = secretIn(environment);
  if (!secret.ok) return secret;
  const imports = importsOf(ordered, request.columns.key);
  if (!imports.ok) return imports;
  const all = {
    ...request,
    environment,
    trustedKeys: trustedKeys.value,
    secret: secret.value,
    imports: imports.value,
  };
  if ('clearance' in from) {
    const clearance = await readDocument(from.clearance);
    return clearance.ok
      ? gateAudience({ ...all, snapshot: { clearance: clearance.value }, server: null }, options)
      : clearance;
  }
  if ('snapshot' in from) {
    const snapshot = await linesOfFile(from.snapshot);
    return snapshot.ok ? gateAudience({ ...all, snapshot: snapshot.value, server: null }, options) : snapshot;
  }
  const server = overHttp({ server: from.server, key: from.token, timeoutMs: PATIENCE_MS });
  const stop = options.signal ?? new AbortController().signal;
  return gateAudience({ ...all, snapshot: server.feed(null, stop), server }, options);
}

/** The column that says who is meant is one in which the system may find people, too. */
function importsOf(
  ordered: GateFilesRequest['imports'],
  { kind, column }: AudienceColumns['key'],
): Result<ImportOrder | null, Problem> {
  if (ordered === null) return ok(null);
  const destination = DESTINATIONS.get(ordered.destination);
  if (destination === undefined)
    return fail(
      problem(
        'usage.invalid',
        `no system \`${ordered.destination}\` is known`,
        `name one of ${[...DESTINATIONS.keys()].join(', ')}`,
      ),
    );
  const byKey = kind === 'subject' || kind === 'device' ? {} : { [kind]: column };
  return ok({ ...ordered, destination, columns: { ...byKey, ...ordered.columns } });
}

/** The secret of the pseudonyms itself, or the key at rest that the server makes it from, where this is its machine. */
function secretIn(environment: GateFilesRequest['environment']): Result<string | null, Problem> {
  const { SCRUPLE_SUBJECTS_SECRET: secret, SCRUPLE_KEY_AT_REST: keyAtRest } = environment;
  if (secret || !keyAtRest) return ok(secret || null);
  const key = readKeyAtRest(keyAtRest);
  return key.ok ? ok(ledgerSecrets(key.value).subjects) : key;
}
