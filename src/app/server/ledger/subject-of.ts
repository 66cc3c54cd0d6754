import { problem } from '../../../kernel/problem.ts';
import {
  type Identifier,
  isSubjectKey,
  type SubjectKey,
  subjectKeyOf,
} from '../../../playbook/6-control/ledger/subject-key.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { findChoiceStates } from '../../../stores/sql/repositories/choices.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { need } from '../change.ts';
import type { LedgerSecrets } from './secrets.ts';

/** The key itself, as an answer gave it or as it stands in an address of the console. */
export interface Pseudonym {
  readonly kind: 'pseudonym';
  readonly value: string;
}

/** The key that stands for whom an identifier leads to. Refusals: `ledger.invalid-identifier`. */
export function subjectOf(secrets: LedgerSecrets, whom: Identifier | Pseudonym): SubjectKey {
  if (whom.kind !== 'pseudonym') return need(subjectKeyOf(secrets.subjects, whom));
  if (isSubjectKey(whom.value)) return whom.value;
  throw new Refusal(
    problem(
      'ledger.invalid-identifier',
      'the text is no pseudonym of the ledger',
      'give it as an answer of the ledger named it',
    ),
  );
}

/** Every key of the person whom this one stands for, itself at least. */
export async function keysOf(db: Database, subject: SubjectKey): Promise<readonly SubjectKey[]> {
  const known = await findChoiceStates(db, subject);
  return known.length === 0 ? [subject] : known.map((row) => row.subject as SubjectKey);
}
