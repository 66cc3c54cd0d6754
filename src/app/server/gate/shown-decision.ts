import { retryAfterOf } from '../../../gate/decision.ts';
import type { Answered } from './decide-questions.ts';

/** A decision as it is answered: what a sender may see, and nothing of why somebody is left alone. */
export function shownDecision(answered: Answered) {
  const { decision, reasons, clearance, expiresAt, id } = answered;
  return {
    decision,
    reasons: reasons.map(({ code, detail, retryAfter, waitsFor }) => ({
      code,
      detail,
      retryAfter: retryAfter?.toISOString() ?? null,
      waitsFor,
    })),
    clearance,
    expiresAt: expiresAt?.toISOString() ?? null,
    retryAfter: retryAfterOf(answered)?.toISOString() ?? null,
    waitsFor:
      decision === 'hold' ? (reasons.find(({ outcome }) => outcome === 'hold')?.waitsFor ?? null) : null,
    id,
  };
}
export type ShownDecision = ReturnType<typeof shownDecision>;
