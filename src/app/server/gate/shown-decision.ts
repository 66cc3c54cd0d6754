import { retryAfterOf } from '../../../gate/decision.ts';
import type { Answered } from './decide-questions.ts';
import type { Asked } from './read-asked.ts';

/**
 * A decision as it is answered: what a sender may see, and nothing of why somebody is left alone. It repeats what it is
 * about, so that whoever renders a message can hold the answer to it.
 */
export function shownDecision(answered: Answered, asked: Asked | undefined) {
  const sending = asked === undefined || asked.type === 'unreadable' ? null : asked.sending;
  const { decision, reasons, clearance, expiresAt, id } = answered;
  return {
    decision,
    reasons: reasons.map(({ code, detail, retryAfter, waitsFor }) => ({
      code,
      detail,
      retryAfter: retryAfter?.toISOString() ?? null,
      waitsFor,
    })),
    contentHash: sending?.contentHash ?? null,
    dispatch: sending?.dispatch ?? null,
    clearance,
    expiresAt: expiresAt?.toISOString() ?? null,
    retryAfter: retryAfterOf(answered)?.toISOString() ?? null,
    waitsFor:
      decision === 'hold' ? (reasons.find(({ outcome }) => outcome === 'hold')?.waitsFor ?? null) : null,
    id,
  };
}
export type ShownDecision = ReturnType<typeof shownDecision>;
