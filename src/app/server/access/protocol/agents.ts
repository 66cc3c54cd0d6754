import {
  checkClaims,
  openMessage,
  readVerifyKey,
} from '../../../../connectors/data-rights-protocol/signed-message.ts';
import { newHookSecret } from '../../../../connectors/webhooks/standard-webhook.ts';
import { problem } from '../../../../kernel/problem.ts';
import { Refusal } from '../../../../stores/sql/refusal.ts';
import { addApiKey, revokeApiKey } from '../../../../stores/sql/repositories/api-keys.ts';
import {
  type AgentSort,
  type AuthorisedAgent,
  addAgent,
  changeAgent,
  findAgentByKey,
  lockAgent,
  pageAgents,
  removeAgent,
} from '../../../../stores/sql/repositories/authorised-agents.ts';
import { newId } from '../../../../stores/sql/repositories/new-id.ts';
import type { Page, PageRequest } from '../../../../stores/sql/repositories/page.ts';
import { type Change, demand, missing, need, type View } from '../../change.ts';
import { say } from '../../evidence/say.ts';
import { makeSecret } from '../../secrets.ts';
import { sealCallbackSecret } from './callback.ts';

/** An agent as colleagues see it. */
export interface ShownAgent {
  readonly id: string;
  readonly name: string;
  /** By which the agent's directory knows us. */
  readonly business: string;
  readonly verifyKey: string;
  readonly createdAt: string;
}

const DAY_MS = 86_400_000;
/** So long an agent has to set its key up, and so long a key works before it is set up anew. */
const SET_UP_DAYS = 30;
const KEY_DAYS = 365;

const shown = ({ id, name, business, verifyKey, createdAt }: AuthorisedAgent): ShownAgent => ({
  id,
  name,
  business,
  verifyKey,
  createdAt: createdAt.toISOString(),
});

/**
 * Registers an agent from the directory of agents, with a token for its first call, which is shown this once: where
 * everything asks for a credential, so does the call that makes one.
 * Refusals: `people.not-allowed`, `agent.invalid-key`, `store.exists`.
 */
export async function registerAgent(
  change: Change,
  agent: Pick<ShownAgent, 'id' | 'name' | 'business' | 'verifyKey'>,
): Promise<{ readonly agent: ShownAgent; readonly setUpToken: string }> {
  demand(change, 'agent.write');
  need(readVerifyKey(agent.verifyKey));
  const { db, at } = change;
  const { secret, keyId } = await makeAgentKey(change, agent.name, SET_UP_DAYS);
  const row = await addAgent(db, { ...agent, apiKeyId: keyId, createdAt: at, changedAt: at });
  say(change, 'agents', 'agent.registered', { by: change.caller.account.key, apiKey: keyId });
  return { agent: shown(row), setUpToken: secret };
}

/** Refusals: `people.not-allowed`, `store.invalid-cursor`. */
export async function showAgents(view: View, request: PageRequest<AgentSort>): Promise<Page<ShownAgent>> {
  demand(view, 'agent.read');
  const page = await pageAgents(view.db, request);
  return { ...page, items: page.items.map(shown) };
}

/** Takes an agent off: its key ends, and what it asked stays with the people. Refusals: `people.not-allowed`, `store.not-found`. */
export async function dropAgent(change: Change, id: string): Promise<void> {
  demand(change, 'agent.write');
  const { db, at } = change;
  const agent = await lockAgent(db, id);
  if (agent === undefined) throw missing();
  await removeAgent(db, id);
  if (agent.apiKeyId !== null) await revokeApiKey(db, agent.apiKeyId, at);
  say(change, 'agents', 'agent.dropped', { by: change.caller.account.key, apiKey: agent.apiKeyId });
}

/** The agent that calls. Refusals: `people.not-allowed`. */
export async function callingAgent({ db, caller }: Pick<View, 'db' | 'caller'>): Promise<AuthorisedAgent> {
  const agent = await findAgentByKey(db, caller.credential);
  if (agent === undefined) throw notTheirs();
  return agent;
}

/** That an agent’s token works, and is of this agent (§2.06). Refusals: `people.not-allowed`. */
export async function isAgent(view: View, id: string): Promise<Readonly<Record<string, never>>> {
  demand(view, 'agent.act');
  if ((await callingAgent(view)).id !== id) throw notTheirs();
  return {};
}

/** What an agent gets when it is paired, this once. */
export interface PairedAgent {
  readonly 'agent-id': string;
  readonly token: string;
  /** By which what we post to a `status_callback` is signed, as Standard Webhooks writes it; ours. */
  readonly 'scruple:callback-secret': string;
}

/**
 * Makes the token by which an agent and we know each other from now on (§2.05); the one that it came with ends.
 * Refusals: `people.not-allowed`, `agent.message-refused`.
 */
export async function pairWithAgent(change: Change, id: string, body: string): Promise<PairedAgent> {
  demand(change, 'agent.act');
  const { db, at } = change;
  const agent = await callingAgent(change);
  if (agent.id !== id) throw notTheirs();
  const message = need(openMessage(body, need(readVerifyKey(agent.verifyKey))));
  need(checkClaims(message, { agent: id, business: agent.business, now: at }));
  const { secret, keyId } = await makeAgentKey(change, agent.name, KEY_DAYS);
  const callbackSecret = newHookSecret();
  await changeAgent(db, id, {
    apiKeyId: keyId,
    sealedCallbackSecret: sealCallbackSecret(change.context, id, callbackSecret),
    changedAt: at,
  });
  await revokeApiKey(db, agent.apiKeyId!, at);
  say(change, 'agents', 'agent.paired', { apiKey: keyId, before: agent.apiKeyId! });
  return { 'agent-id': id, token: secret, 'scruple:callback-secret': callbackSecret };
}

async function makeAgentKey(
  { db, at }: Change,
  name: string,
  days: number,
): Promise<{ readonly secret: string; readonly keyId: string }> {
  const { secret, hash, prefix } = makeSecret('key');
  const { id } = await addApiKey(db, {
    id: newId('key', at),
    name: `agent ${name}`.slice(0, 100),
    prefix,
    hash,
    roles: ['agent'],
    ownerId: null,
    createdAt: at,
    expiresAt: new Date(at.getTime() + days * DAY_MS),
  });
  return { secret, keyId: id };
}

export const notTheirs = (): Refusal =>
  new Refusal(
    problem(
      'people.not-allowed',
      'this is not of the agent whose token came with it',
      'use your own id and token',
    ),
  );
