import type { Channel, Jurisdiction } from '../kernel/vocabulary.ts';
import type { ChoiceState } from '../playbook/6-control/ledger/choice-state.ts';
import type { Scope } from '../playbook/6-control/ledger/scope.ts';
import type { SubjectKey } from '../playbook/6-control/ledger/subject-key.ts';

/** A part that could not be read is `null`: that is not the same as empty, and refuses. */
export type Readable<T> = T | null;

/** What is known of one person that bears on whether they may be reached. No part of it says why. */
export interface PersonFacts {
  /** The key that was asked about. */
  readonly subject: SubjectKey;
  /** The state under each key of the person; an empty list is somebody who never said anything. */
  readonly choices: Readable<readonly KeyedChoices[]>;
  /** Times in which the person is left alone, whatever the cause: see `protection/`. */
  readonly rests: Readable<readonly Rest[]>;
  readonly suppressions: Readable<readonly Suppression[]>;
  /** Contacts of all uses and channels within the longest window of any cap. */
  readonly contacts: Readable<readonly Contact[]>;
  /** What the person chose about how often. */
  readonly rhythm: Readable<'any' | 'weekly' | 'monthly'>;
  /** Who is known to be a minor is `unknown` here and has a rest beside. */
  readonly age: 'adult' | 'unknown';
  /** Every IANA time zone where the person may be, from all that is known; empty where nothing is known. */
  readonly zones: readonly string[];
  /** Every place where the person may live, as `eu-de`; empty where nothing is known. */
  readonly places: readonly Jurisdiction[];
  /** When the oldest part of this was true. */
  readonly asOf: Date;
}

export interface KeyedChoices {
  readonly subject: SubjectKey;
  readonly state: ChoiceState;
}

/**
 * The person is left alone in this scope until then. Protective holds, themes that they are spared, an open contest, an
 * objection to profiling, an age, and rests that fall on anybody by lot all look like this, and nothing tells them apart.
 */
export interface Rest {
  /** The one use that it is about; `null` for all. */
  readonly use: string | null;
  readonly scope: Pick<Scope, 'purpose' | 'channel'>;
  readonly until: Date;
}

/** A row of a suppression list. One that stands for a no never ends. */
export interface Suppression {
  readonly list: string;
  readonly scope: Scope;
  /** `null` only for a no of the person. */
  readonly until: Date | null;
  /** Whether being on the list tells something that is not the sender's to know. */
  readonly isProtected: boolean;
}

export interface Contact {
  readonly use: string;
  readonly channel: Channel;
  readonly at: Date;
  /** Of the sending it belongs to; `null` where each asking was one. */
  readonly dispatch: string | null;
}
