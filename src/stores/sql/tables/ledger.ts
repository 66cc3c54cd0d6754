import type { Fixed, FixedJson, FixedOptional, FixedTime, Json, Time } from './column-types.ts';

/** What people were told, as it was: the database refuses to change it. */
export interface NoticesTable {
  hash: Fixed<string>;
  version: Fixed<string>;
  language: Fixed<string>;
  content: Fixed<string>;
  terms: FixedJson;
  validFrom: FixedTime;
  publishedAt: FixedTime;
}

/** A choice as it was: never changed, and gone only with an erasure. */
export interface ChoicesTable {
  /** A keyed hash of what the person is reached by. */
  subject: Fixed<string>;
  /** Of the system that recorded it. */
  id: Fixed<string>;
  kind: Fixed<string>;
  purpose: FixedOptional<string>;
  channel: FixedOptional<string>;
  topic: FixedOptional<string>;
  /** Blinded. */
  theme: FixedOptional<string>;
  at: FixedTime;
  validUntil: FixedOptional<Date>;
  pausedUntil: FixedOptional<Date>;
  confirms: FixedOptional<string>;
  noticeHash: FixedOptional<string>;
  noticeVersion: FixedOptional<string>;
  noticeLanguage: FixedOptional<string>;
  uiHash: FixedOptional<string>;
  language: FixedOptional<string>;
  method: Fixed<string>;
  actor: Fixed<string>;
  jurisdiction: FixedOptional<string>;
  sourceSystem: Fixed<string>;
  recordedAt: FixedTime;
}

/** What the choices under one key come to. */
export interface ChoiceStatesTable {
  subject: Fixed<string>;
  /** The same for all keys of one person: the key among them that it began with. */
  person: string;
  state: Json;
  changedAt: Time;
}

/** What a letter that is owed needs, its address above all: there until it is handed over or given up, and no longer. */
export interface CustomerAddressesTable {
  /** In the outbox. */
  letter: Fixed<string>;
  /** Whom it is about, for their erasure; empty of somebody who was erased. */
  subject: Fixed<string>;
  sealed: Fixed<string>;
  keptAt: FixedTime;
}

/** What stays of somebody who was erased. */
export interface SuppressionsTable {
  subject: Fixed<string>;
  state: Json;
  erasedAt: Time;
}

/** No column tells why, or who asked for it. */
export interface ProtectiveHoldsTable {
  subject: Fixed<string>;
  /** Empty where it is for everything. */
  purpose: Fixed<string>;
  channel: Fixed<string>;
  heldFrom: Time;
  heldUntil: Time;
}
