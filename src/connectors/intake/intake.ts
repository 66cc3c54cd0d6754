import type { Problem } from '../../kernel/problem.ts';
import type { Result } from '../../kernel/result.ts';
import type { Channel, Indicator } from '../../kernel/vocabulary.ts';

/** A request of another system, as it came: signatures are made over the raw body. */
export interface Delivery {
  readonly method: string;
  /** The whole address that it was sent to, as the sender wrote it. */
  readonly url: string;
  /** Names in lower case. A name that came twice has its values joined, and no signature fits it. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

export interface Recipient {
  /** `customer` is an id of the system's own, with its name before it. */
  readonly kind: 'email' | 'phone' | 'customer';
  readonly value: string;
}

/** What a system tells of one message to one person. */
export interface Told {
  /** Of the system; the same id is the same event, however often it is delivered. */
  readonly id: string;
  /** `unclear` is an answer that may mean stop: until somebody has read it nothing more is to be sent. */
  readonly type: 'send' | Indicator | 'unclear';
  readonly at: Date;
  /** Whom it is about; hashed before anything is kept. `null` where the system leaves it out. */
  readonly recipient: Recipient | null;
  /** How the system names the campaign, where that is the id of no use: somebody can say which use it is. */
  readonly campaign?: string | null;
  /** On which channel somebody left; by default that of the recipient: text messages of a number, else mail. */
  readonly channel?: Channel;
  /** Of a message of ours: the link by which its reader leaves, which tells the person and the use where nothing else does. */
  readonly leavingLink?: string;
  /** The use, where the sender put its id on the message; `null` leaves it in quarantine. */
  readonly use: string | null;
}

/** What a body holds: what we watch, and how much else. One bad entry keeps no other from being read. */
export interface Reading {
  readonly told: readonly Told[];
  /** Entries of kinds that are not watched, as opens and clicks. */
  readonly ignored: number;
  /** Entries that cannot be read, by their place from 0 on, with the field that is wrong. */
  readonly unreadable: ReadonlyArray<{ readonly index: number; readonly field: string }>;
}

/** One system that tells what became of messages. */
export interface Intake {
  /** As in `/v1/intake/<name>`. */
  readonly name: string;
  /**
   * Whether the delivery is from who holds the secret, unchanged and not an old one sent again. Looks at the raw body,
   * and reads nothing of it. Problems: `intake.not-signed`, `intake.stale`.
   */
  verify(delivery: Delivery, secret: string, now: Date): Result<null, Problem>;
  /**
   * Never throws; `now` stands in where the system tells no time. Problems: `intake.unreadable` where the body is no such
   * payload at all.
   */
  read(body: Uint8Array, now: Date): Result<Reading, Problem>;
}
