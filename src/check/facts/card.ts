import type { Location } from '../../kernel/source-text.ts';
import type { Basis, Channel, Intent, Jurisdiction, UseKind } from '../../kernel/vocabulary.ts';

/** A use card as it stands in `use.yaml`: syntax alone, names and paths unresolved. Absent keys are `undefined`. */
export interface UseCard {
  readonly use: string;
  readonly kind: UseKind;
  readonly owner?: string;
  readonly approver?: string;
  readonly purpose?: string;
  readonly basis?: Basis;
  readonly records?: {
    readonly lia?: RecordReference;
    readonly dpia?: RecordReference;
    /** The law or contract that obliges to send. */
    readonly duty?: RecordReference;
    /** Where less harmful variants of a score or rule were compared, with what they cost. */
    readonly alternatives?: RecordReference;
  };
  readonly intent?: Intent;
  readonly goal?: string;
  readonly benefit?: string;
  readonly without_it?: string;
  readonly themes?: readonly string[];
  readonly channels?: readonly Channel[];
  readonly jurisdictions?: readonly Jurisdiction[];
  readonly expires?: string;
  readonly audience?: {
    readonly segment?: string;
    readonly dialect?: SqlDialect;
    readonly defined_by?: string;
    readonly exclude?: string;
    readonly expansion?: 'off' | 'on' | 'unknown';
    /** Where a `.csv` list comes from. */
    readonly origin?: string;
  };
  readonly messages?: ReadonlyArray<string | MessageReference>;
  readonly fields?: readonly string[];
  readonly claims?: readonly ClaimBinding[];
  readonly terms?: { readonly price?: string; readonly renews?: string; readonly cancel?: string };
  readonly caps?: { readonly per_person?: { readonly count: number; readonly days: number } };
  readonly automation?: {
    readonly decision?: 'none' | 'notable' | 'significant';
    readonly logic?: string;
    readonly review?: string;
    readonly stop_owner?: string;
    /** Where the person is told, before the decision, that it is automated. */
    readonly notice?: string;
    /** How the person contests the outcome and who hears them. */
    readonly contest?: string;
    /** Where the inputs, version, output and reason of each decision are kept. */
    readonly log?: string;
    /** What an assistant may do beside talking, and on which data. */
    readonly tools?: readonly AssistantTool[];
  };
  readonly scores?: readonly ScoreReference[];
  readonly rules?: readonly RuleReference[];
  readonly suppliers?: readonly Supplier[];
  readonly identity?: {
    readonly keys?: readonly string[];
    readonly minimum_confidence?: number;
    readonly undo?: boolean;
    readonly crosses_consent?: boolean;
  };
  readonly explanation?: string;
}

export type SqlDialect = 'postgres' | 'duckdb' | 'bigquery' | 'snowflake' | 'trino';

export type RecordReference =
  | string
  | {
      readonly ref: string;
      readonly system?: string;
      readonly approved?: string;
      readonly expires?: string;
      readonly hash?: string;
      readonly outcome?: 'pass' | 'fail' | 'conditional';
    };

export interface MessageReference {
  readonly file: string;
  readonly subject?: string;
  readonly preheader?: string;
  readonly from?: string;
  readonly variant?: string;
  readonly channel?: Channel;
  /** Whether it is what an assistant said in a test, judged as a message like any other. */
  readonly transcript?: boolean;
  /** Raw mail headers that the sender sets, as `List-Unsubscribe`. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ClaimBinding {
  readonly says: string;
  readonly fact: string;
  readonly expect?: {
    readonly equals?: string | number;
    readonly at_most?: number;
    readonly at_least?: number;
    readonly lowest_in_days?: number;
  };
}

export interface ScoreReference {
  readonly name: string;
  readonly model?: string;
  readonly decisions?: string;
  readonly objective?: string;
  readonly harm_term?: string;
  readonly constraints?: readonly string[];
  /** Who or what is left out before anything is ranked or recommended. */
  readonly exclusions?: readonly string[];
  readonly threshold?: number;
  /** Inputs that a person can really change: the only ones that an explanation may suggest to change. */
  readonly changeable?: readonly ChangeableInput[];
}

export interface ChangeableInput {
  /** Name of the feature in the model. */
  readonly feature: string;
  readonly from: number;
  readonly to: number;
  /** Default 1. */
  readonly step?: number;
}

/** What an assistant may do beside talking, and on which data. */
export interface AssistantTool {
  readonly name: string;
  readonly does?: string;
  /** Data map fields that it reads. */
  readonly fields?: readonly string[];
  /** Data map fields that it changes. */
  readonly changes?: readonly string[];
}

export interface RuleReference {
  readonly name: string;
  readonly sql: string;
  readonly reason?: string;
  readonly expires?: string;
  /** `opt-out` rules never expire; anything else must. */
  readonly type?: 'opt-out' | 'suppression' | 'eligibility' | 'routing';
  /** How a person who is held back can have it looked at again. */
  readonly appeal?: string;
}

export interface Supplier {
  readonly name: string;
  readonly fields?: readonly string[];
  readonly contract?: string;
  /** Reference to the proof of how the supplier collected the data. */
  readonly consent_evidence?: string;
  readonly purposes?: readonly string[];
  readonly acquired_at?: string;
  readonly notice_sent_at?: string;
}

/** The card of the use under judgement, with the way back from a value to its place. */
export interface CardFact {
  readonly card: UseCard;
  readonly file: string;
  /** Location of the value at a path as `/audience/segment`; of the nearest parent that exists where it does not. */
  at(pointer: string): Location;
}
