export { type BindClaimsInput, bindClaims } from './bind-claims.ts';
export type { ClaimPorts } from './claim-ports.ts';
export { type DeadlineHistory, deadlineHistory, NO_HISTORY } from './deadline-history.ts';
export { matchClaims } from './match-claims.ts';
export { type SaidDeadline, saidDeadlines } from './moved-deadline.ts';
export { durationMs, factsSchema, type NamedFact, type NamedFacts, readNamedFacts } from './named-facts.ts';
export { recogniseClaims } from './recognise-claims.ts';
