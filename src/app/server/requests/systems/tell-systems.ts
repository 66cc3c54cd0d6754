import { keyedReference } from '../../../../connectors/webhooks/keyed-reference.ts';
import { postHook } from '../../../../connectors/webhooks/post-hook.ts';
import { signedHeaders } from '../../../../connectors/webhooks/standard-webhook.ts';
import type { OutboxEntry } from '../../../../kernel/ports/outbox.ts';
import type { Problem } from '../../../../kernel/problem.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { keysFrom } from '../../../../playbook/6-control/access/person-keys.ts';
import { openDestinations } from '../../../../playbook/6-control/requests/asked-request.ts';
import { findCustomerRequest } from '../../../../stores/sql/repositories/customer-requests.ts';
import { outboxOf } from '../../../../stores/sql/repositories/outbox.ts';
import type { Work } from '../../../../stores/sql/store.ts';
import type { ServerContext } from '../../context.ts';
import { deliverOwed, TIMEOUT_MS } from '../../hooks/deliver-owed.ts';
import { mayBePrivate } from '../../hooks/hook-settings.ts';
import { openSaid } from '../said-by-person.ts';
import { type Step, storedRequest } from '../stored-request.ts';
import { tellLimits } from './limits-of-use.ts';
import { openToldSystems } from './system-settings.ts';

const TOPIC = 'system.';
const DAY_MS = 86_400_000;

/**
 * Owes the systems that are asked by a webhook their message, in the transaction that asks them. Gives the steps that ask
 * all of `systems`, each with the time within which it is to answer: never later than the request is due.
 */
export async function askSystems(
  { db, at }: Pick<Work, 'db' | 'at'>,
  context: Pick<ServerContext, 'sealer'>,
  request: { readonly id: string; readonly kind: string; readonly dueAt: Date },
  systems: readonly string[],
): Promise<readonly Step[]> {
  const told = (await openToldSystems(db, context)).filter(({ system }) => systems.includes(system));
  const asked = (destinations: readonly string[], dueAt: Date): Step[] =>
    destinations.length === 0
      ? []
      : [{ type: 'destinations-asked', destinations, dueAt: dueAt.toISOString() }];
  const byHand = systems.filter((name) => !told.some(({ system }) => system === name));
  const steps = asked(byHand, request.dueAt);
  for (const [index, { system, answerWithinDays }] of told.entries()) {
    await outboxOf(db).put({
      id: `system_${request.id}_${at.getTime()}_${index}`,
      topic: `${TOPIC}${request.kind}`,
      body: { request: request.id, system },
      createdAt: at,
    });
    const within = at.getTime() + answerWithinDays * DAY_MS;
    steps.push(...asked([system], new Date(Math.min(within, request.dueAt.getTime()))));
  }
  return steps;
}

type Needed = Pick<ServerContext, 'store' | 'sealer' | 'clock' | 'origin'>;

/**
 * Asks systems to erase or correct somebody, signed as Standard Webhooks, and tells them of limits (`tellLimits`). Whom it is about they find by keyed references
 * (`keyedReference`); what is wrong and what is right goes along with a correction. What fails is tried again for three
 * days, and then kept as a dead letter; the clock of the request shows who has not confirmed. Gives how many were reached.
 * Problems: `hook.not-allowed`, `hook.not-delivered`, `seal.unreadable`, those of the store.
 */
export async function tellSystems(context: Needed): Promise<Result<number, Problem>> {
  const asked = await deliverOwed(context, TOPIC, (entry, now) => tell(context, entry, now));
  const limited = await tellLimits(context);
  if (!asked.ok) return asked;
  return limited.ok ? ok(asked.value + limited.value) : limited;
}

async function tell(context: Needed, entry: OutboxEntry, now: Date): Promise<Result<null, Problem>> {
  const { request: id, system } = entry.body;
  const read = await context.store.read(async (db) => {
    const row = await findCustomerRequest(db, String(id));
    const told = (await openToldSystems(db, context)).find((one) => one.system === system);
    if (row === undefined || told === undefined) return null;
    const { request } = await storedRequest(db, row.id);
    const waits = openDestinations(request).find(({ name }) => name === system);
    // Taken back, answered by a person meanwhile, or not asked any more: nobody is to be told.
    if (row.closedAt !== null || waits === undefined) return null;
    const { identifiers, correction } = openSaid(context, row.id, row.sealed);
    const body = JSON.stringify({
      type: `person.${request.kind}`,
      timestamp: entry.createdAt.toISOString(),
      data: {
        request: row.id,
        system,
        dueAt: waits.dueAt,
        acknowledge: `${context.origin()}/v1/requests/${row.id}/acknowledgements`,
        references: keysFrom(identifiers).map(({ kind, value }) => ({
          kind,
          reference: keyedReference(told.secret, kind, value),
        })),
        ...(request.kind === 'correct' && correction !== null
          ? { correction: { wrong: correction.wrong, right: correction.right } }
          : {}),
      },
    });
    return { ...told, body };
  });
  if (!read.ok) return read;
  if (read.value === null) return ok(null);
  const { url, secret, body } = read.value;
  return postHook(url, signedHeaders({ id: entry.id, at: now, body }, secret), body, {
    privateToo: mayBePrivate(context),
    timeoutMs: TIMEOUT_MS,
  });
}
