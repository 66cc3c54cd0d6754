import type { Fixed, FixedOptional, FixedTime, Optional, OptionalTime, Time } from './column-types.ts';

/** An agent that people let ask for them. */
export interface AuthorisedAgentsTable {
  /** As the directory of agents lists it. */
  id: Fixed<string>;
  name: string;
  /** By which the agent's directory knows us. */
  business: string;
  /** Ed25519, 32 bytes in base64. */
  verifyKey: string;
  /** Which key of ours the agent comes with; null where it has none. */
  apiKeyId: Optional<string>;
  /** By which what we tell the agent is signed; null until it is paired. */
  sealedCallbackSecret: Optional<string>;
  createdAt: FixedTime;
  changedAt: Time;
}

/** What an agent sent, and the request that it led to. */
export interface AgentRequestsTable {
  id: Fixed<string>;
  agentId: Fixed<string>;
  /** Null where nothing was opened, or the request is gone. */
  requestId: Optional<string>;
  exercise: Fixed<string>;
  agentRequestId: FixedOptional<string>;
  /** Why nothing was opened, in the reasons of the protocol. */
  denied: FixedOptional<string>;
  /** Where it wants to be told how far it is, sealed: the address may hold a secret of the agent. */
  sealedCallback: FixedOptional<string>;
  /** Of the signed bytes: a message that comes twice is one. */
  messageHash: Fixed<string>;
  receivedAt: FixedTime;
  /** When the agent took it back. */
  revokedAt: OptionalTime;
}
