import { isDeepStrictEqual } from 'node:util';
import type { AskedRequest } from '../../../../playbook/6-control/requests/asked-request.ts';
import { listCallbacksOf } from '../../../../stores/sql/repositories/authorised-agents.ts';
import { outboxOf } from '../../../../stores/sql/repositories/outbox.ts';
import type { Work } from '../../../../stores/sql/store.ts';
import { progressOf } from './progress.ts';

/** Of what agents are told in the outbox. */
export const CALLBACKS = 'agent.status-changed';

/**
 * Owes the agents behind a request a word of how far it is now, where that is another than before for them (§2.03, §3.08).
 * The message names what they sent and nothing else; what it says is read when it goes out. `event` is the number of the
 * last step, so that one step is told of once.
 */
export async function oweCallbacks(
  { db, at }: Pick<Work, 'db' | 'at'>,
  request: string,
  event: number,
  before: AskedRequest,
  after: AskedRequest,
): Promise<void> {
  if (isDeepStrictEqual(progressOf(before, ''), progressOf(after, ''))) return;
  for (const { id } of await listCallbacksOf(db, request))
    await outboxOf(db).put({
      id: `callback_${id}_${event}`,
      topic: CALLBACKS,
      body: { agentRequest: id },
      createdAt: at,
    });
}
