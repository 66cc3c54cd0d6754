import type { LedgerOfPerson } from '../../api/client.ts';

/** A ledger as it was read, with the reason that was stated. */
export interface ReadLedger {
  readonly ledger: LedgerOfPerson;
  readonly purpose: string;
}

/** Where what was read of a person stays while somebody works with it. */
export const ledgerKey = (subject: string) => ['ledger', subject] as const;
