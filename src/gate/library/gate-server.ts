import type { Problem } from '../../kernel/problem.ts';
import type { Result } from '../../kernel/result.ts';
import type { Channel } from '../../kernel/vocabulary.ts';
import type { Outcome } from '../decision.ts';
import type { ReasonCode } from '../reason-codes.ts';
import type { FeedPosition } from './feed-lines.ts';

/** What a gate in a sender's own process needs of the server. It runs on without it, as far as it may. */
export interface GateServer {
  /**
   * The lines of the feed: everything there is where `after` is `null`, else what changed since, as soon as something does
   * or after some seconds in which nothing did. Ends by throwing where the server does not answer.
   */
  feed(after: FeedPosition | null, stop: AbortSignal): AsyncIterable<string>;
  /** Sets contacts aside for these people, so that this gate alone may draw on them. */
  lease(order: LeaseOrder): Promise<Result<LeaseGrant, Problem>>;
  /** Ends an allotment: what no reported permit drew on is free for others again. */
  giveBack(lease: string): Promise<Result<null, Problem>>;
  /** Takes decisions into the log; the same record twice is one. */
  report(records: readonly DecisionRecord[]): Promise<Result<null, Problem>>;
  /** Says of sendings that were permitted that they were not made: their contacts are free again. */
  notSent(
    contacts: ReadonlyArray<Omit<LeaseOrder, 'people'> & { readonly subject: string }>,
  ): Promise<Result<null, Problem>>;
}

/** One sending of a use to these people: keys, or what they are reached by (`email:…`, `phone:…`, `customer:…`). */
export interface LeaseOrder {
  readonly use: string;
  readonly channel: Channel;
  readonly dispatch: string;
  readonly people: readonly string[];
}

export interface LeaseGrant {
  readonly lease: string;
  /** From then on nothing may be drawn. */
  readonly endsAt: Date;
  /** In the order in which they were named. */
  readonly people: readonly LeasedPerson[];
}

export interface LeasedPerson {
  readonly subject: string;
  /** Why no contact could be set aside; `null` where one was. */
  readonly refused: { readonly code: ReasonCode; readonly retryAfter: Date | null } | null;
}

/** A decision as it goes into the server's log: under the person's key, with what it rested on. */
export interface DecisionRecord {
  /** Told apart by the gate and a number that counts up. */
  readonly id: string;
  readonly at: string;
  readonly use: string;
  /** `null` where nobody could be told. */
  readonly subject: string | null;
  readonly channel: Channel;
  readonly dispatch: string | null;
  readonly contentHash: string;
  readonly outcome: Outcome;
  readonly codes: readonly ReasonCode[];
  /** What rules that are only tried out would have said. */
  readonly shadow: readonly ReasonCode[];
  readonly clearance: string | null;
  readonly lease: string | null;
  /** Up to where the gate knew the store; `null` where it decided without. */
  readonly knownUpTo: FeedPosition | null;
}

/** The server no longer has the changes since then, or is another one: everything is asked for anew. */
export class ChangesGone extends Error {}
