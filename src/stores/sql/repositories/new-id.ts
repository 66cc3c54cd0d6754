import { randomUUID } from 'node:crypto';

/** What an id is of stands in front of it, so that a wrong one is seen at once. */
export type IdKind =
  | 'person'
  | 'key'
  | 'version'
  | 'audit'
  | 'review'
  | 'decision'
  | 'comment'
  | 'condition'
  | 'clearance'
  | 'copy'
  | 'stop'
  | 'drill'
  | 'override'
  | 'waiver'
  | 'record'
  | 'practice'
  | 'alarm'
  | 'contact'
  | 'incident'
  | 'lease'
  | 'message'
  | 'request';

/** A new id: the time to the millisecond, so that rows stand in the order they were made, and 80 random bits. */
export const newId = (kind: IdKind, at: Date): string =>
  `${kind}_${at.getTime().toString(16).padStart(12, '0')}${randomDigits()}`;

/** Twenty hexadecimal digits, of the parts of a UUID that are nothing but random: those are drawn for many at once. */
function randomDigits(): string {
  const uuid = randomUUID();
  return uuid.slice(24) + uuid.slice(0, 8);
}
