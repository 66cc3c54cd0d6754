import type { ColumnType } from 'kysely';
import type { Fixed, FixedJson, FixedOptional, FixedTime, Optional, Time } from './column-types.ts';

/** What the last card of a use says of automation; a row for every use, so that none is read twice. */
export interface AutomationsTable {
  useId: Fixed<string>;
  versionId: string;
  isAutomation: boolean;
  /** none, notable, significant or unclassed. */
  decision: string;
  /** 0 none, 1 notable, 2 significant, 3 unclassed: what lists sort by. */
  decisionRank: number;
  stopOwner: Optional<string>;
  /** 1970 where never: a list sorts by it. */
  drilledAt: Time;
}

/** A drill as it was: the database refuses to change it. */
export interface StopDrillsTable {
  id: Fixed<string>;
  useId: Fixed<string>;
  startedAt: FixedTime;
  /** Null where it could not be stopped. */
  stoppedAt: ColumnType<Date | null, Date | null, never>;
  note: FixedOptional<string>;
  recordedAt: FixedTime;
}

export interface DecisionsTable {
  id: Fixed<string>;
  useId: Fixed<string>;
  /** The version whose model or rule decided. */
  versionId: Fixed<string>;
  /** The score or rule of the card. */
  decider: Fixed<string>;
  /** A pseudonym. */
  subject: Fixed<string>;
  outcome: Fixed<string>;
  explanation: FixedJson;
  /** Sealed: inputs, what is protected, and what could be changed. Null once its time has passed. */
  hidden: Optional<string>;
  hiddenUntil: FixedTime;
  decidedAt: FixedTime;
  keepUntil: FixedTime;
}

/** No column tells who: an override is an outcome, never a measure of a person. */
export interface DecisionOverridesTable {
  id: Fixed<string>;
  decisionId: Fixed<string>;
  outcome: Fixed<string>;
  reason: Fixed<string>;
  overriddenAt: FixedTime;
}
