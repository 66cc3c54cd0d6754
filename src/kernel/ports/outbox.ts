/**
 * A message that leaves us: a webhook or a mail. It is written in the same transaction as the change it tells of, so
 * that neither can be lost without the other, and delivered afterwards, at least once.
 */
export interface OutboxMessage {
  /** Stays the same over all attempts, so that a receiver can drop repetitions (`webhook-id` of Standard Webhooks). */
  readonly id: string;
  /** What happened, as `review.opened`. */
  readonly topic: string;
  /** Ids, codes, counts and times alone: never message text, names or addresses. */
  readonly body: Readonly<Record<string, string | number | boolean | null>>;
  readonly createdAt: Date;
}

export interface OutboxEntry extends OutboxMessage {
  readonly attempts: number;
  /** Not tried before this moment; `null` for a dead letter, which waits for a person. */
  readonly nextAttemptAt: Date | null;
  /** Code of the last failure, never a response body. */
  readonly lastFailure: string | null;
}

/** Where messages wait until they are delivered. */
export interface Outbox {
  /** Adds a message; one with the same id is already there and stays as it is. Whether it is new. */
  put(message: OutboxMessage): Promise<boolean>;
  /**
   * Up to `limit` messages whose time has come, oldest first, each handed to one caller alone until `claimedUntil`. With
   * `topic` those alone whose topic begins with it.
   */
  claimDue(now: Date, claimedUntil: Date, limit: number, topic?: string): Promise<readonly OutboxEntry[]>;
  delivered(id: string, at: Date): Promise<void>;
  /** Records a failed attempt; `nextAttemptAt` of `null` makes it a dead letter. */
  failed(id: string, failure: string, nextAttemptAt: Date | null): Promise<void>;
  /** Newest first. */
  deadLetters(limit: number): Promise<readonly OutboxEntry[]>;
  /** Gives a dead letter a new series of attempts. */
  revive(id: string, at: Date): Promise<void>;
}

/** Seconds between attempts, as Standard Webhooks suggests: seconds first, then hours, a little over three days in all. */
const DELAYS_SECONDS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

/**
 * When to try again after `attempts` failed attempts (1 or more); `null` when no attempt is left. `jitter` in [0, 1)
 * spreads receivers that failed together over a tenth of the delay.
 */
export function nextAttempt(attempts: number, now: Date, jitter: number): Date | null {
  const delay = DELAYS_SECONDS[attempts - 1];
  return delay === undefined ? null : new Date(now.getTime() + delay * (1 + jitter / 10) * 1000);
}
