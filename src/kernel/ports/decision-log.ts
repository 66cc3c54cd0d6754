import type { Channel } from '../vocabulary.ts';

/** What ran when a message was sent to somebody, or kept from them. */
export interface RanDecision {
  readonly use: string;
  /** The version of the use that ran: its segment, messages and scores as they were pushed. */
  readonly versionId: string;
  readonly channel: Channel | null;
  /** `null` where no single decision is on record, but only what was cleared to run. */
  readonly outcome: 'permit' | 'hold' | 'deny' | null;
  readonly at: Date | null;
  /** Codes of the reasons; none for a permit, missing where no single decision is on record. */
  readonly because?: readonly string[];
}

/** What was decided about whom. Answers the latest decision of a use about a person; `null` where nothing ran. */
export interface DecisionLog {
  latest(use: string, subject: string): Promise<RanDecision | null>;
}
