import { postHook } from '../../../connectors/webhooks/post-hook.ts';
import { signedHeaders } from '../../../connectors/webhooks/standard-webhook.ts';
import { nextAttempt, type OutboxEntry, type OutboxMessage } from '../../../kernel/ports/outbox.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { outboxOf } from '../../../stores/sql/repositories/outbox.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { ServerContext } from '../context.ts';
import { mayBePrivate, openHooks } from './hook-settings.ts';

const TOPIC = 'hook.';
const AT_ONCE = 10;
const TIMEOUT_MS = 10_000;
/** Longer than a delivery may take: who claims one and ends leaves it to others after this. */
const CLAIMED_MS = 30_000;

/**
 * Owes every hook a message about something that happened, in the transaction in which it did: ids, codes, counts and
 * times alone, no word about a person.
 */
export async function oweHooks(
  db: Database,
  context: Pick<ServerContext, 'sealer'>,
  happened: Pick<OutboxMessage, 'id' | 'topic' | 'body'>,
  at: Date,
): Promise<void> {
  for (const { id } of await openHooks(db, context))
    await outboxOf(db).put({
      id: `${happened.id}.${id}`,
      topic: `${TOPIC}${happened.topic}`,
      body: { ...happened.body, hook: id },
      createdAt: at,
    });
}

type Needed = Pick<ServerContext, 'store' | 'sealer' | 'clock' | 'origin'>;

/**
 * Tells the hooks what they are owed; what fails is tried again for three days, and then kept as a dead letter. Gives how
 * many were told; the problem is that of the last that was not.
 */
export async function tellHooks(context: Needed): Promise<Result<number, Problem>> {
  const now = context.clock.now();
  const claimed = await context.store.write(({ db }) =>
    outboxOf(db).claimDue(now, new Date(now.getTime() + CLAIMED_MS), AT_ONCE, TOPIC),
  );
  if (!claimed.ok) return claimed;
  const done = await Promise.all(claimed.value.map((entry) => tell(context, entry)));
  const wrong = done.find((one) => !one.ok);
  return wrong === undefined || wrong.ok ? ok(done.length) : fail(wrong.problem);
}

async function tell(context: Needed, entry: OutboxEntry): Promise<Result<null, Problem>> {
  const { store, clock, origin } = context;
  const hooks = await store.read((db) => openHooks(db, context));
  if (!hooks.ok) return hooks;
  const hook = hooks.value.find(({ id }) => id === entry.body.hook);
  const now = clock.now();
  // Whoever is not told any more is owed nothing.
  if (hook === undefined) return settled(context, (outbox) => outbox.delivered(entry.id, now));
  const { hook: _, ...data } = entry.body;
  const type = entry.topic.slice(TOPIC.length);
  const body =
    hook.form === 'slack'
      ? JSON.stringify({ text: sentence(type, data, origin()) })
      : JSON.stringify({ type, timestamp: entry.createdAt.toISOString(), data });
  const headers = hook.secret === null ? {} : signedHeaders({ id: entry.id, at: now, body }, hook.secret);
  const sent = await postHook(hook.url, headers, body, {
    privateToo: mayBePrivate(context),
    timeoutMs: TIMEOUT_MS,
  });
  if (sent.ok) return settled(context, (outbox) => outbox.delivered(entry.id, now));
  const again = nextAttempt(entry.attempts + 1, now, Math.random());
  const kept = await settled(context, (outbox) => outbox.failed(entry.id, sent.problem.code, again));
  return kept.ok ? sent : kept;
}

const settled = (
  { store }: Pick<Needed, 'store'>,
  how: (outbox: ReturnType<typeof outboxOf>) => Promise<void>,
): Promise<Result<null, Problem>> =>
  store.write(async ({ db }) => {
    await how(outboxOf(db));
    return null;
  });

const DID: Readonly<Record<string, string>> = {
  warn: 'warns of',
  review: 'asks for a review of',
  pause: 'paused',
};

function sentence(type: string, data: OutboxMessage['body'], origin: string): string {
  const { use, monitor, action, afterSends } = data;
  if (type !== 'alarm.raised') return `Scruple: ${type} ${use ?? ''}`.trim();
  const did = DID[String(action)] ?? String(action);
  return `Scruple ${did} ${use}: ${monitor}, after ${afterSends} sends. ${origin}/uses/${use}`;
}
