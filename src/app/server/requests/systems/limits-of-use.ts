import { keyedReference } from '../../../../connectors/webhooks/keyed-reference.ts';
import { postHook } from '../../../../connectors/webhooks/post-hook.ts';
import { signedHeaders } from '../../../../connectors/webhooks/standard-webhook.ts';
import { nextAttempt, type OutboxEntry } from '../../../../kernel/ports/outbox.ts';
import type { Problem } from '../../../../kernel/problem.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { keysFrom } from '../../../../playbook/6-control/access/person-keys.ts';
import type { Identifier } from '../../../../playbook/6-control/ledger/subject-key.ts';
import {
  type AskedRequest,
  isClosed,
  isProven,
} from '../../../../playbook/6-control/requests/asked-request.ts';
import { OBJECTIONS } from '../../../../playbook/6-control/requests/request-kind.ts';
import {
  dropAddress,
  findAddress,
  keepAddress,
} from '../../../../stores/sql/repositories/customer-addresses.ts';
import { outboxOf } from '../../../../stores/sql/repositories/outbox.ts';
import type { Work } from '../../../../stores/sql/store.ts';
import type { ServerContext } from '../../context.ts';
import { deliverOwed, TIMEOUT_MS } from '../../hooks/deliver-owed.ts';
import { mayBePrivate } from '../../hooks/hook-settings.ts';
import { purposesOf } from '../object.ts';
import { openToldSystems } from './system-settings.ts';

const TOPIC = 'system-limit.';

/** A request before and after steps were taken in it; `before` is `null` where it was opened just now. */
interface Change {
  readonly id: string;
  readonly subject: string | null;
  readonly purpose: string | null;
  readonly identifiers: readonly Identifier[];
  readonly before: AskedRequest | null;
  readonly after: AskedRequest;
  /** Whether an objection was kept in the ledger by these steps. */
  readonly hasObjected: boolean;
}

/**
 * Owes every system that is told by a webhook word of what it may do no more with somebody’s data, or may again, in the
 * transaction of the request. Nobody is told of a person of whom no identifier is known, as of an open page. The references
 * are sealed beside the outbox, since a request that ends at once keeps nobody’s address; an erasure takes them.
 */
export async function oweLimits(
  { db, at }: Pick<Work, 'db' | 'at'>,
  { sealer }: Pick<ServerContext, 'sealer'>,
  { id, subject, purpose, identifiers, before, after, hasObjected }: Change,
): Promise<void> {
  const type = wordOf(before, after, hasObjected);
  if (type === null || identifiers.length === 0) return;
  const purposes = OBJECTIONS.includes(after.kind) ? { purposes: purposesOf(after.kind, purpose) } : {};
  for (const [index, { system, secret }] of (await openToldSystems(db, { sealer })).entries()) {
    const entry = `system_${id}_${type}_${at.getTime()}_${index}`;
    const isNew = await outboxOf(db).put({
      id: entry,
      topic: `${TOPIC}${type}`,
      body: { request: id, system },
      createdAt: at,
    });
    if (!isNew) continue;
    const body = JSON.stringify({
      type: `person.${type}`,
      timestamp: at.toISOString(),
      data: {
        request: id,
        system,
        ...purposes,
        references: keysFrom(identifiers).map(({ kind, value }) => ({
          kind,
          reference: keyedReference(secret, kind, value),
        })),
      },
    });
    await keepAddress(db, {
      letter: entry,
      subject: subject ?? '',
      sealed: sealer.seal(body, placeOf(entry)),
      keptAt: at,
    });
  }
}

const placeOf = (entry: string): string => `customer_addresses ${entry}`;

/** What systems are to be told by a change; `null` for nothing. */
function wordOf(before: AskedRequest | null, after: AskedRequest, hasObjected: boolean): string | null {
  if (hasObjected) return after.kind;
  const [was, is] = [before !== null && isRestricted(before), isRestricted(after)];
  return was === is ? null : is ? 'restrict' : 'restrict-ended';
}

/** As the gate has it: from the proof on, until it is refused or taken back. */
const isRestricted = (request: AskedRequest): boolean =>
  request.kind === 'restrict' &&
  isProven(request) &&
  (!isClosed(request) || request.outcome === 'done' || request.outcome === 'partly');

type Needed = Pick<ServerContext, 'store' | 'sealer' | 'clock' | 'origin'>;

/**
 * Tells systems what is owed, signed as Standard Webhooks. What fails is tried again for three days; then it is a dead
 * letter, without its references. Gives how many were told. Problems: `hook.not-allowed`, `hook.not-delivered`,
 * `seal.unreadable`, those of the store.
 */
export const tellLimits = (context: Needed): Promise<Result<number, Problem>> =>
  deliverOwed(context, TOPIC, (entry, now) => tell(context, entry, now));

async function tell(context: Needed, entry: OutboxEntry, now: Date): Promise<Result<null, Problem>> {
  const read = await context.store.read(async (db) => ({
    told: (await openToldSystems(db, context)).find(({ system }) => system === entry.body.system),
    kept: await findAddress(db, entry.id),
  }));
  if (!read.ok) return read;
  const { told, kept } = read.value;
  // Not told any more, or the person was erased.
  if (kept === undefined) return ok(null);
  const body = context.sealer.open(kept.sealed, placeOf(entry.id));
  if (!body.ok) return body;
  const sent =
    told === undefined
      ? ok(null)
      : await postHook(
          told.url,
          signedHeaders({ id: entry.id, at: now, body: body.value }, told.secret),
          body.value,
          {
            privateToo: mayBePrivate(context),
            timeoutMs: TIMEOUT_MS,
          },
        );
  if (!sent.ok && nextAttempt(entry.attempts + 1, now, 0) !== null) return sent;
  const dropped = await context.store.write(async ({ db }) => {
    await dropAddress(db, entry.id);
    return null;
  });
  return dropped.ok ? sent : dropped;
}
