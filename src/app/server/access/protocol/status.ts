import type { ExerciseStatus } from '../../../../connectors/data-rights-protocol/exercise.ts';
import type { AgentRequest } from '../../../../stores/sql/repositories/authorised-agents.ts';
import { findCustomerRequest } from '../../../../stores/sql/repositories/customer-requests.ts';
import type { Database } from '../../../../stores/sql/tables/index.ts';
import type { ServerContext } from '../../context.ts';
import { storedRequest } from '../../requests/stored-request.ts';
import { progressOf } from './progress.ts';

const WHY_DENIED: Readonly<Record<string, string>> = {
  claim_not_covered:
    'this is not done on the word of an agent: a yes is given by the person, and a contest or a correction says of what',
  no_match: 'no mail address and no phone number came with it by which a person could be found',
};

interface Looking {
  readonly db: Database;
  readonly context: Pick<ServerContext, 'origin'>;
}

/** The status of what an agent sent, as §3.03 shapes it. What the person said, or was told in words, is not in it. */
export async function statusOf(
  { db, context }: Looking,
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
  return { ...common, ...progressOf(request, `${context.origin()}/preferences`) };
}
