import { createHash, randomUUID } from 'node:crypto';
import {
  type Exercise,
  type ExercisedRight,
  type ExerciseStatus,
  readExercise,
} from '../../../../connectors/data-rights-protocol/exercise.ts';
import {
  checkClaims,
  openMessage,
  readVerifyKey,
} from '../../../../connectors/data-rights-protocol/signed-message.ts';
import type { Identifier } from '../../../../playbook/6-control/ledger/subject-key.ts';
import { normalIdentifier } from '../../../../playbook/6-control/ledger/subject-key.ts';
import type { Proof } from '../../../../playbook/6-control/requests/proof.ts';
import {
  type AgentRequest,
  addAgentRequest,
  findAgentRequest,
  findAgentRequestByMessage,
  isAlsoOfOthers,
  revokeAgentRequest,
} from '../../../../stores/sql/repositories/authorised-agents.ts';
import { findCustomerRequest } from '../../../../stores/sql/repositories/customer-requests.ts';
import { type Change, demand, missing, need, type View } from '../../change.ts';
import { subjectOf } from '../../ledger/subject-of.ts';
import { withdrawRequest } from '../../requests/for-person.ts';
import { type NewRequest, openRequest } from '../../requests/open.ts';
import { callingAgent, notTheirs } from './agents.ts';
import { sealCallback } from './callback.ts';
import { statusOf } from './status.ts';

const THROUGH = 'data-rights-protocol';

/** What a right of the protocol is here; `null` for a yes, which only the person can give. */
const RIGHTS: Readonly<Record<ExercisedRight, Pick<NewRequest, 'kind' | 'detail' | 'purpose'> | null>> = {
  'sale:opt-out': { kind: 'opt-out-sale' },
  'sale:opt-in': null,
  deletion: { kind: 'erase' },
  access: { kind: 'access', detail: 'specific' },
  'access:categories': { kind: 'access', detail: 'categories' },
  'access:specific': { kind: 'access', detail: 'specific' },
  'marketing:object': { kind: 'object', purpose: null },
  'profiling:opt-out': { kind: 'opt-out-profiling' },
  explain: { kind: 'access', detail: 'specific' },
  contest: { kind: 'contest' },
  'inference:access': { kind: 'access', detail: 'specific' },
  'inference:correct': { kind: 'correct' },
};

/**
 * Takes what an agent asks for a person (§2.01): validated in the order of §3.07, opened as a request of that person,
 * with what the agent attests as proof. A message that comes twice is one request.
 * Refusals: `people.not-allowed`, `agent.message-refused`, `agent.invalid-exercise`, `hook.not-allowed`, those of
 * `openRequest`.
 */
export async function exerciseRight(change: Change, body: string): Promise<ExerciseStatus> {
  demand(change, 'agent.act');
  const { db, at } = change;
  const agent = await callingAgent(change);
  const message = need(openMessage(body, need(readVerifyKey(agent.verifyKey))));
  need(checkClaims(message, { agent: agent.id, business: agent.business, now: at }));
  const exercise = need(readExercise(message));
  const messageHash = createHash('sha256').update(body.trim()).digest('hex');
  const before = await findAgentRequestByMessage(db, agent.id, messageHash);
  if (before !== undefined) return statusOf(change, before);
  const identifiers = identifiersIn(exercise);
  const denied = whyDenied(exercise, identifiers);
  const id = randomUUID();
  const sealedCallback = need(sealCallback(change.context, id, exercise.status_callback));
  const opened = denied === null ? await open(change, exercise, identifiers) : null;
  return statusOf(
    change,
    await addAgentRequest(db, {
      id,
      agentId: agent.id,
      requestId: opened,
      exercise: exercise.exercise,
      agentRequestId: exercise['agent-request-id'] ?? null,
      denied,
      sealedCallback,
      messageHash,
      receivedAt: at,
    }),
  );
}

/** How far it is (§2.02). Another agent’s is not theirs to see. Refusals: `people.not-allowed`, `store.not-found`. */
export async function exerciseStatus(view: View, id: string): Promise<ExerciseStatus> {
  demand(view, 'agent.act');
  return statusOf(view, await ownRequest(view, id));
}

/**
 * Takes a request back (§2.04). The protocol has no claims in this message; where there are any, they must hold.
 * Refusals: `people.not-allowed`, `store.not-found`, `agent.message-refused`, `rights.wrong-state`.
 */
export async function revokeExercise(change: Change, id: string, body: string): Promise<ExerciseStatus> {
  demand(change, 'agent.act');
  const row = await ownRequest(change, id);
  const agent = await callingAgent(change);
  const message = need(openMessage(body, need(readVerifyKey(agent.verifyKey))));
  if (['agent-id', 'business-id', 'issued-at', 'expires-at'].some((claim) => claim in message))
    need(checkClaims(message, { agent: agent.id, business: agent.business, now: change.at }));
  if (row.revokedAt === null && (await isTheirsAlone(change, row)))
    await withdrawRequest(change, change.context, row.requestId!);
  await revokeAgentRequest(change.db, id, change.at);
  return statusOf(change, { ...row, revokedAt: row.revokedAt ?? change.at });
}

/** A request that the person made, or another agent, too, is not taken back by the word of one agent. */
async function isTheirsAlone({ db }: Change, { id, requestId }: AgentRequest): Promise<boolean> {
  const request = requestId === null ? undefined : await findCustomerRequest(db, requestId);
  return (
    request !== undefined &&
    request.closedAt === null &&
    request.through === THROUGH &&
    !(await isAlsoOfOthers(db, request.id, id))
  );
}

async function ownRequest(view: View, id: string): Promise<AgentRequest> {
  const agent = await callingAgent(view);
  const row = await findAgentRequest(view.db, id);
  if (row === undefined) throw missing();
  if (row.agentId !== agent.id) throw notTheirs();
  return row;
}

/** By what the person is known, as far as it is an address or a number. */
const identifiersIn = ({ email, phone_number }: Exercise): readonly Identifier[] =>
  [
    { kind: 'email' as const, value: email ?? '' },
    { kind: 'phone' as const, value: phone_number ?? '' },
  ].filter((identifier) => normalIdentifier(identifier).ok);

function whyDenied(exercise: Exercise, identifiers: readonly Identifier[]): string | null {
  if (RIGHTS[exercise.exercise] === null) return 'claim_not_covered';
  if (identifiers.length === 0) return 'no_match';
  if (exercise.exercise === 'contest' && exercise['scruple:use'] === undefined) return 'claim_not_covered';
  const isCorrection = exercise.exercise === 'inference:correct';
  return isCorrection && (exercise['scruple:wrong'] === undefined || exercise['scruple:right'] === undefined)
    ? 'claim_not_covered'
    : null;
}

/**
 * What an agent verified counts as shown to us: whoever registered it relies on how it verifies. Two things verified are
 * the two that the data itself needs.
 */
const proofsIn = ({
  email,
  email_verified,
  phone_number,
  phone_number_verified,
}: Exercise): readonly Proof[] => {
  const verified = [
    ...(email !== undefined && email_verified === true ? ['email'] : []),
    ...(phone_number !== undefined && phone_number_verified === true ? ['phone'] : []),
  ];
  return [
    ...(verified.length > 0 ? (['address'] as const) : []),
    ...(verified.length > 1 ? (['second-identifier'] as const) : []),
  ];
};

async function open(change: Change, exercise: Exercise, identifiers: readonly Identifier[]): Promise<string> {
  const right = RIGHTS[exercise.exercise]!;
  const subject = subjectOf(change.context.ledger, identifiers[0]!);
  const { row } = await openRequest(change, change.context, {
    ...right,
    subject,
    identifiers,
    jurisdiction: exercise.regime === 'ccpa' ? 'us-ca' : null,
    use: exercise['scruple:use'] ?? null,
    ...(right.kind === 'correct'
      ? { correction: { wrong: exercise['scruple:wrong']!, right: exercise['scruple:right']!, system: null } }
      : {}),
    proofs: proofsIn(exercise),
    through: THROUGH,
    actor: 'agent',
    by: change.caller.account.key,
  });
  return row.id;
}
