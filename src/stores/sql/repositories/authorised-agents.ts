import type { Changes, Database, NewRow, Row } from '../tables/index.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type AuthorisedAgent = Row<'authorisedAgents'>;
export type AgentRequest = Row<'agentRequests'>;

/** Refusals: `store.exists`. */
export const addAgent = (db: Database, agent: NewRow<'authorisedAgents'>): Promise<AuthorisedAgent> =>
  db.insertInto('authorisedAgents').values(agent).returningAll().executeTakeFirstOrThrow();

export const findAgent = (db: Database, id: string): Promise<AuthorisedAgent | undefined> =>
  db.selectFrom('authorisedAgents').selectAll().where('id', '=', id).executeTakeFirst();

/** The same, for this transaction alone until it ends. */
export const lockAgent = (db: Database, id: string): Promise<AuthorisedAgent | undefined> =>
  db.selectFrom('authorisedAgents').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** The agent that comes with a key of ours. */
export const findAgentByKey = (db: Database, apiKeyId: string): Promise<AuthorisedAgent | undefined> =>
  db.selectFrom('authorisedAgents').selectAll().where('apiKeyId', '=', apiKeyId).executeTakeFirst();

export async function changeAgent(
  db: Database,
  id: string,
  changes: Changes<'authorisedAgents'>,
): Promise<void> {
  await db.updateTable('authorisedAgents').set(changes).where('id', '=', id).execute();
}

export async function removeAgent(db: Database, id: string): Promise<void> {
  await db.deleteFrom('authorisedAgents').where('id', '=', id).execute();
}

const ID = { column: 'authorisedAgents.id', key: 'id', type: 'text' } as const;
const SORTS = {
  createdAt: [{ column: 'authorisedAgents.createdAt', key: 'createdAt', type: 'time' }, ID],
  name: [{ column: 'authorisedAgents.name', key: 'name', type: 'text' }, ID],
} satisfies Sorts<string>;
export type AgentSort = keyof typeof SORTS;

/** Latest first. */
export const pageAgents = (db: Database, request: PageRequest<AgentSort>): Promise<Page<AuthorisedAgent>> =>
  page(
    db.selectFrom('authorisedAgents').selectAll('authorisedAgents'),
    SORTS,
    { sort: 'createdAt', direction: 'desc' },
    request,
  );

/** Keeps what an agent sent; a message that came before stays as it is, and is given back. */
export async function addAgentRequest(db: Database, request: NewRow<'agentRequests'>): Promise<AgentRequest> {
  const added = await db
    .insertInto('agentRequests')
    .values(request)
    .onConflict((conflict) => conflict.columns(['agentId', 'messageHash']).doNothing())
    .returningAll()
    .executeTakeFirst();
  return added ?? (await findAgentRequestByMessage(db, request.agentId, request.messageHash))!;
}

export const findAgentRequestByMessage = (
  db: Database,
  agentId: string,
  messageHash: string,
): Promise<AgentRequest | undefined> =>
  db
    .selectFrom('agentRequests')
    .selectAll()
    .where('agentId', '=', agentId)
    .where('messageHash', '=', messageHash)
    .executeTakeFirst();

export const findAgentRequest = (db: Database, id: string): Promise<AgentRequest | undefined> =>
  db.selectFrom('agentRequests').selectAll().where('id', '=', id).executeTakeFirst();

/** Notes that the agent took it back, once. */
export async function revokeAgentRequest(db: Database, id: string, at: Date): Promise<void> {
  await db
    .updateTable('agentRequests')
    .set({ revokedAt: at })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .execute();
}

/** Whether something else of an agent, not taken back, led to the same request. */
export const isAlsoOfOthers = async (db: Database, requestId: string, id: string): Promise<boolean> =>
  (await db
    .selectFrom('agentRequests')
    .select('id')
    .where('requestId', '=', requestId)
    .where('id', '<>', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()) !== undefined;

/** What agents sent that led to a request, where they want to be told of it. */
export const listCallbacksOf = (
  db: Database,
  requestId: string,
): Promise<ReadonlyArray<Pick<AgentRequest, 'id'>>> =>
  db
    .selectFrom('agentRequests')
    .select('id')
    .where('requestId', '=', requestId)
    .where('sealedCallback', 'is not', null)
    .where('revokedAt', 'is', null)
    .orderBy('id')
    .execute();

/** Forgets what agents sent before a time. */
export async function removeOldAgentRequests(db: Database, before: Date): Promise<number> {
  const removed = await db
    .deleteFrom('agentRequests')
    .where('receivedAt', '<', before)
    .executeTakeFirstOrThrow();
  return Number(removed.numDeletedRows);
}
