import type { Reason, WaitsFor } from './decision.ts';
import { sentenceForSender } from './explain/for-sender.ts';
import type { ReasonCode } from './reason-codes.ts';

/** Must not be sent, and asking again without a change will not help. */
export const deny = (code: ReasonCode, firm: 'firm' | 'triable' = 'firm'): Reason => ({
  code,
  outcome: 'deny',
  detail: sentenceForSender(code),
  retryAfter: null,
  waitsFor: null,
  isFirm: firm === 'firm',
});

/** May become permitted by time, or by a person alone. */
export const hold = (
  code: ReasonCode,
  waitsFor: WaitsFor,
  retryAfter: Date | null,
  firm: 'firm' | 'triable' = 'firm',
): Reason => ({
  code,
  outcome: 'hold',
  detail: sentenceForSender(code),
  retryAfter,
  waitsFor,
  isFirm: firm === 'firm',
});
