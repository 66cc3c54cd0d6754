import type { ExerciseStatus } from '../../../../connectors/data-rights-protocol/exercise.ts';
import { isProven } from '../../../../playbook/6-control/requests/asked-request.ts';
import type { RefusalReason } from '../../../../playbook/6-control/requests/request-event.ts';
import type { AgentRequest } from '../../../../stores/sql/repositories/authorised-agents.ts';
import { findCustomerRequest } from '../../../../stores/sql/repositories/customer-requests.ts';
import type { View } from '../../change.ts';
import { storedRequest } from '../../requests/stored-request.ts';

/** Reasons of ours in the words of the protocol, §3.02. */
const REASONS: Readonly<Record<RefusalReason, string>> = {
  'suspected-fraud': 'suspected_fraud',
  'not-enough-proof': 'insuf_verification',
  'no-match': 'no_match',
  'not-covered': 'claim_not_covered',
  'outside-jurisdiction': 'outside_jurisdiction',
  'too-many': 'too_many_requests',
  other: 'other',
};

const WHY_DENIED: Readonly<Record<string, string>> = {
  claim_not_covered:
    'this is not done on the word of an agent: a yes is given by the person, and a contest or a correction says of what',
  no_match: 'no mail address and no phone number came with it by which a person could be found',
};

/** The status of what an agent sent, as §3.03 shapes it. What the person said, or was told in words, is not in it. */
export async function statusOf(
  { db, context }: Pick<View, 'db' | 'context'>,
  { id, requestId, agentRequestId, denied, receivedAt, revokedAt }: AgentRequest,
): Promise<ExerciseStatus> {
  const common = {
    request_id: id,
    ...(agentRequestId === null ? {} : { agent_request_id: agentRequestId }),
    received_at: receivedAt.toISOString(),
  };
  if (denied !== null)
    return { ...common, status: 'denied', reason: denied, processing_details: WHY_DENIED[denied] ?? denied };
  if (revokedAt !== null) return { ...common, status: 'revoked' };
  const found = requestId === null ? undefined : await findCustomerRequest(db, requestId);
  if (found === undefined) return { ...common, status: 'expired' };
  const { request } = await storedRequest(db, found.id);
  const own = `${context.origin()}/preferences`;
  switch (request.state) {
    case 'answered':
      return {
        ...common,
        status: 'fulfilled',
        processing_details: request.outcome ?? 'done',
        ...(request.kind === 'access' || request.kind === 'portability' ? { results_url: own } : {}),
      };
    case 'refused':
      return {
        ...common,
        status: 'denied',
        reason: REASONS[request.outcome as RefusalReason] ?? 'other',
        processing_details: 'the person was told why',
      };
    case 'withdrawn':
      return { ...common, status: 'revoked' };
    default:
      return {
        ...common,
        status: 'in_progress',
        expected_by: request.dueAt.toISOString(),
        processing_details: request.isExtended
          ? 'it takes longer, and the person was told why'
          : 'it is being looked at',
        ...(isProven(request) ? {} : { reason: 'need_user_verification', user_verification_url: own }),
      };
  }
}
