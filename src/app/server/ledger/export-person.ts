import {
  type ConsentRecord,
  consentRecords,
  missingIn,
} from '../../../playbook/6-control/ledger/consent-record.ts';
import type { Notice } from '../../../playbook/6-control/ledger/notice.ts';
import type { Identifier, SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { listChoices } from '../../../stores/sql/repositories/choices.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand } from '../change.ts';
import { showNotice } from './notices.ts';
import { sayRead } from './person.ts';
import { choiceOf } from './stored-choice.ts';
import { keysOf, type Pseudonym, subjectOf } from './subject-of.ts';

export interface ExportedPerson {
  readonly records: readonly ConsentRecord[];
  /** What a record lacks that ISO/IEC TS 27560 demands: a consent that cannot be proven in full. */
  readonly incomplete: ReadonlyArray<{ readonly record: string; readonly missing: readonly string[] }>;
}

/** A person’s records of consent, for a stated purpose that goes into the evidence log by its hash. Refusals: `people.not-allowed`. */
export function exportPerson(
  change: Change,
  identifier: Identifier | Pseudonym,
  purpose: string,
): Promise<ExportedPerson> {
  demand(change, 'ledger.read', { purpose });
  sayRead(change, 'exported', purpose);
  return recordsOf(change.db, subjectOf(change.context.ledger, identifier));
}

/** The same for the person, who has proven that the address is theirs. */
export async function recordsOf(db: Database, subject: SubjectKey): Promise<ExportedPerson> {
  const events = (await listChoices(db, await keysOf(db, subject))).map(choiceOf);
  const hashes = new Set(events.flatMap(({ proof }) => proof.notice?.hash ?? []));
  const notices = new Map<string, Notice>();
  for (const hash of hashes) notices.set(hash, await showNotice({ db }, hash));
  const bySubject = Map.groupBy(events, (event) => event.subject);
  const records = [...bySubject.values()].flatMap((own) => consentRecords(own, (hash) => notices.get(hash)));
  return {
    records,
    incomplete: records.flatMap((record) => {
      const missing = missingIn(record);
      return missing.length === 0 ? [] : [{ record: record['dct:identifier'], missing }];
    }),
  };
}
