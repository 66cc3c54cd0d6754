import { createHmac } from 'node:crypto';
import type { TokenPurpose } from './token.ts';

/** Secrets by purpose and by period of time, so that none is used for two things, or for ever. */
export interface TokenSecrets {
  secretFor(purpose: TokenPurpose, period: number): Uint8Array;
}

/** Days after which links are signed with another secret. */
export const PERIOD_DAYS = 90;

export const periodOf = (time: Date): number => Math.floor(time.getTime() / (PERIOD_DAYS * 86_400_000));

/** Secrets made from one: with none of them can another be made. */
export const tokenSecrets = (root: string): TokenSecrets => ({
  secretFor: (purpose, period) => createHmac('sha256', root).update(`${purpose} ${period}`).digest(),
});
