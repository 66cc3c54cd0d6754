import {
  type Identifier,
  type SubjectKey,
  subjectKeyOf,
} from '../../../playbook/6-control/ledger/subject-key.ts';
import { findChoiceStates } from '../../../stores/sql/repositories/choices.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { need } from '../change.ts';
import type { LedgerSecrets } from './secrets.ts';

/** The key that stands for whom an identifier leads to. Refusals: `ledger.invalid-identifier`. */
export const subjectOf = (secrets: LedgerSecrets, identifier: Identifier): SubjectKey =>
  need(subjectKeyOf(secrets.subjects, identifier));

/** Every key of the person whom this one stands for, itself at least. */
export async function keysOf(db: Database, subject: SubjectKey): Promise<readonly SubjectKey[]> {
  const known = await findChoiceStates(db, subject);
  return known.length === 0 ? [subject] : known.map((row) => row.subject as SubjectKey);
}
