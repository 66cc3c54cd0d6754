import type { EntryBody, EntryType } from '../../../playbook/5-oversight/evidence/entry-types.ts';
import type { Work } from '../../../stores/sql/store.ts';

/** Adds an entry to the evidence log with the change that it tells of. */
export const say = <T extends EntryType>(
  work: Pick<Work, 'record'>,
  subject: string,
  type: T,
  body: EntryBody<T>,
): void =>
  work.record({ subject, type, body: body as Readonly<Record<string, string | number | boolean | null>> });
