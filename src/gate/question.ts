import type { ContentHash } from '../kernel/canonical.ts';
import type { Channel } from '../kernel/vocabulary.ts';
import type { SignalledChoice } from '../playbook/6-control/signals/signalled-choice.ts';

/** What is about to be sent to one person. */
export interface Sending {
  readonly use: string;
  readonly channel: Channel;
  /** The `messageHash` of what is about to be sent, or of the cleared template that it was rendered from. */
  readonly contentHash: ContentHash;
  /** One sending of a use, as a send job: asked again for the same person it is the same contact. `null`: each asking is. */
  readonly dispatch: string | null;
  /** What the sender tells of the moment; never a reason to permit what is else refused. */
  readonly told: ToldFacts;
}

/** Everything here can only make the answer stricter. */
export interface ToldFacts {
  /** An IANA time zone where the person may be. */
  readonly timeZone?: string;
  /** As `eu-de` or `us-ca`, where the person may live. */
  readonly jurisdiction?: string;
  /** The browser of the person sent `Sec-GPC: 1`. */
  readonly globalPrivacyControl?: boolean;
  /** A TCF or GPP string. */
  readonly consentString?: string;
  /** What the string says, by whoever can decode it; `null` or missing beside a string is a string that nobody could read. */
  readonly signals?: readonly SignalledChoice[] | null;
}
