/** What the package for senders offers. */
export type { Problem } from '../../kernel/problem.ts';
export type { Result } from '../../kernel/result.ts';
export type { Channel } from '../../kernel/vocabulary.ts';
export type { Decision, Outcome, Reason } from '../decision.ts';
export { retryAfterOf } from '../decision.ts';
export { REASON_CODES, type ReasonCode } from '../reason-codes.ts';
export { createGate, type Gate, type GateOptions, type GateState } from './create-gate.ts';
export { type GateClock, systemClock } from './gate-clock.ts';
export type { DecisionRecord, GateServer, LeasedPerson, LeaseGrant, LeaseOrder } from './gate-server.ts';
export { overHttp, type ServerAddress } from './over-http.ts';
export type { ConsentStringReader, GateQuestion } from './read-question.ts';
export type { Spool } from './reports.ts';
export { type SpoolSettings, sealedSpool } from './sealed-spool.ts';
