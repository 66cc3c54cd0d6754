/** How an incident came to be known. */
export const INCIDENT_KINDS = ['alarm', 'rule', 'send', 'contest', 'report'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** What is done about it, for those it reached. */
export const REMEDIES = ['correction', 'apology', 'refund', 'reversal'] as const;
export type Remedy = (typeof REMEDIES)[number];

/**
 * Whether somebody has to be told, as a person decides: GDPR art. 4(12) says what a personal data breach is, art. 33 when
 * an authority hears of it, art. 34 when people do. What is told to people has no figure in the law: it is not delayed.
 */
export const NOTICES = ['no-breach', 'breach-without-risk', 'authority', 'authority-and-people'] as const;
export type Notice = (typeof NOTICES)[number];

/** Who is told of a breach. */
export const TOLD = ['authority', 'people'] as const;
export type Told = (typeof TOLD)[number];

/** What would have caught it; `none-yet` goes with what is done about that, until when. */
export const GUARDS = ['check', 'rule', 'test', 'none-yet'] as const;
export type GuardKind = (typeof GUARDS)[number];

/** Something that shows it, by its id in the store that holds it. */
export interface IncidentEvidence {
  readonly of: 'alarm' | 'review' | 'request';
  readonly id: string;
}

/** That something was done: in words, as a link, or as the hash of a file that is kept elsewhere. */
export interface Proof {
  readonly kind: 'text' | 'link' | 'hash';
  readonly value: string;
}

interface Event {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Key of the person; `null` where the server did it by itself. */
  readonly by: string | null;
}

export interface IncidentOpened extends Event {
  readonly type: 'opened';
  readonly kind: IncidentKind;
  /** As `complaints` or `uncleared-send`: with the use it tells recurrences. */
  readonly cause: string;
  /** What a person says of it; `null` where the server opened it. */
  readonly words: string | null;
  readonly evidence: readonly IncidentEvidence[];
  /** The one of the same use and cause that closed last. */
  readonly recurs: string | null;
}

export type IncidentEvent =
  | IncidentOpened
  | (Event & { readonly type: 'evidence-added'; readonly evidence: IncidentEvidence })
  /** Somebody knew of it before it was opened: the clock of notice began then. */
  | (Event & { readonly type: 'known-since'; readonly since: string })
  | (Event & { readonly type: 'cause-found'; readonly words: string })
  | (Event & { readonly type: 'notice-decided'; readonly notice: Notice; readonly reason: string })
  | (Event & {
      readonly type: 'told';
      readonly whom: Told;
      readonly on: string;
      /** Number of the report at the authority, or where the text to people is kept. */
      readonly reference: string;
      /** Asked where an authority heard later than within its time (GDPR art. 33(1)). */
      readonly lateBecause: string | null;
    })
  /** An empty list is no remedy, which the reason has to carry. */
  | (Event & {
      readonly type: 'remedy-decided';
      readonly remedies: readonly Remedy[];
      readonly reason: string;
    })
  | (Event & {
      readonly type: 'remedy-proven';
      readonly remedy: Remedy;
      readonly proof: Proof;
      readonly doneOn: string;
    })
  | (Event & {
      readonly type: 'guard-named';
      readonly guard: GuardKind;
      /** Id of the check, name of the rule or test; `null` for `none-yet`. */
      readonly name: string | null;
      readonly followUp: { readonly what: string; readonly until: string } | null;
    })
  | (Event & { readonly type: 'closed' });
