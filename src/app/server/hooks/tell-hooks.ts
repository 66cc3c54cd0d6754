import { postHook } from '../../../connectors/webhooks/post-hook.ts';
import { signedHeaders } from '../../../connectors/webhooks/standard-webhook.ts';
import type { OutboxEntry, OutboxMessage } from '../../../kernel/ports/outbox.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { outboxOf } from '../../../stores/sql/repositories/outbox.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { ServerContext } from '../context.ts';
import { deliverOwed, TIMEOUT_MS } from './deliver-owed.ts';
import { mayBePrivate, openHooks } from './hook-settings.ts';
import { oweMails } from './tell-by-mail.ts';

const TOPIC = 'hook.';

/**
 * Owes every hook, and everybody who gets a mail of alarms, a message about something that happened, in the transaction in which it did: ids, codes, counts and
 * times alone, no word about a person.
 */
export async function oweHooks(
  db: Database,
  context: Pick<ServerContext, 'sealer'>,
  happened: Pick<OutboxMessage, 'id' | 'topic' | 'body'>,
  at: Date,
): Promise<void> {
  await oweMails(db, context, happened, at);
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
export const tellHooks = (context: Needed): Promise<Result<number, Problem>> =>
  deliverOwed(context, TOPIC, (entry, now) => tell(context, entry, now));

async function tell(context: Needed, entry: OutboxEntry, now: Date): Promise<Result<null, Problem>> {
  const { store, origin } = context;
  const hooks = await store.read((db) => openHooks(db, context));
  if (!hooks.ok) return hooks;
  const hook = hooks.value.find(({ id }) => id === entry.body.hook);
  // Whoever is not told any more is owed nothing.
  if (hook === undefined) return ok(null);
  const { hook: _, ...data } = entry.body;
  const type = entry.topic.slice(TOPIC.length);
  const body =
    hook.form === 'slack'
      ? JSON.stringify({ text: sentence(type, data, origin()) })
      : JSON.stringify({ type, timestamp: entry.createdAt.toISOString(), data });
  const headers = hook.secret === null ? {} : signedHeaders({ id: entry.id, at: now, body }, hook.secret);
  return postHook(hook.url, headers, body, { privateToo: mayBePrivate(context), timeoutMs: TIMEOUT_MS });
}

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
