import { postHook } from '../../../../connectors/webhooks/post-hook.ts';
import { signedHeaders } from '../../../../connectors/webhooks/standard-webhook.ts';
import type { OutboxEntry } from '../../../../kernel/ports/outbox.ts';
import type { Problem } from '../../../../kernel/problem.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { findAgent, findAgentRequest } from '../../../../stores/sql/repositories/authorised-agents.ts';
import { need } from '../../change.ts';
import type { ServerContext } from '../../context.ts';
import { deliverOwed, TIMEOUT_MS } from '../../hooks/deliver-owed.ts';
import { mayBePrivate } from '../../hooks/hook-settings.ts';
import { openCallback, openCallbackSecret } from './callback.ts';
import { CALLBACKS } from './owe-callbacks.ts';
import { statusOf } from './status.ts';

type Needed = Pick<ServerContext, 'store' | 'sealer' | 'clock' | 'origin'>;

/**
 * Tells agents how far what they asked is: the status of §3.03 as JSON, signed as Standard Webhooks by the secret that
 * they got when they were paired. It is the status at that moment, so that one that comes late tells nothing old. What
 * fails is tried again for three days, and then kept as a dead letter. Gives how many were told.
 * Problems: `hook.not-allowed`, `hook.not-delivered`, `seal.unreadable`, those of the store.
 */
export const tellAgents = (context: Needed): Promise<Result<number, Problem>> =>
  deliverOwed(context, CALLBACKS, (entry, now) => tell(context, entry, now));

async function tell(context: Needed, entry: OutboxEntry, now: Date): Promise<Result<null, Problem>> {
  const read = await context.store.read(async (db) => {
    const row = await findAgentRequest(db, String(entry.body.agentRequest));
    const agent = row === undefined ? undefined : await findAgent(db, row.agentId);
    // Forgotten, taken off, taken back, or not paired since: nobody is to be told.
    if (row === undefined || row.sealedCallback === null || row.revokedAt !== null) return null;
    if (agent === undefined || agent.sealedCallbackSecret === null) return null;
    return {
      address: need(openCallback(context, row.id, row.sealedCallback)),
      secret: need(openCallbackSecret(context, agent.id, agent.sealedCallbackSecret)),
      status: await statusOf({ db, context }, row),
    };
  });
  if (!read.ok) return read;
  if (read.value === null) return ok(null);
  const { address, secret, status } = read.value;
  const body = JSON.stringify(status);
  return postHook(address, signedHeaders({ id: entry.id, at: now, body }, secret), body, {
    privateToo: mayBePrivate(context),
    timeoutMs: TIMEOUT_MS,
  });
}
