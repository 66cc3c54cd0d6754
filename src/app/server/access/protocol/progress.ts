import type { ExerciseStatus } from '../../../../connectors/data-rights-protocol/exercise.ts';
import { type AskedRequest, isProven } from '../../../../playbook/6-control/requests/asked-request.ts';
import type { RefusalReason } from '../../../../playbook/6-control/requests/request-event.ts';

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

/** How far a request is in the words of the protocol; `own` is where the person looks after it. */
export function progressOf(
  request: AskedRequest,
  own: string,
): Omit<ExerciseStatus, 'request_id' | 'agent_request_id' | 'received_at'> {
  switch (request.state) {
    case 'answered':
      return {
        status: 'fulfilled',
        processing_details: request.outcome ?? 'done',
        ...(request.kind === 'access' || request.kind === 'portability' ? { results_url: own } : {}),
      };
    case 'refused':
      return {
        status: 'denied',
        reason: REASONS[request.outcome as RefusalReason] ?? 'other',
        processing_details: 'the person was told why',
      };
    case 'withdrawn':
      return { status: 'revoked' };
    default:
      return {
        status: 'in_progress',
        expected_by: request.dueAt.toISOString(),
        processing_details: request.isExtended
          ? 'it takes longer, and the person was told why'
          : 'it is being looked at',
        ...(isProven(request) ? {} : { reason: 'need_user_verification', user_verification_url: own }),
      };
  }
}
