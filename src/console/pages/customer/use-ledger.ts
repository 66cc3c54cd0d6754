import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { readLedgerOfPerson } from '../../api/client.ts';
import { ledgerKey, type ReadLedger } from './ledger-key.ts';

/**
 * One person’s ledger. Nothing is read before a reason is stated, and nothing is read again by itself: each reading
 * stands in the evidence log.
 */
export function useLedger(subject: string) {
  const queries = useQueryClient();
  const { data = null } = useQuery<ReadLedger>({ queryKey: ledgerKey(subject), queryFn: skipToken });
  const read = useMutation({
    mutationFn: async (purpose: string): Promise<ReadLedger> => ({
      ledger: await readLedgerOfPerson({ identifier: { kind: 'pseudonym', value: subject }, purpose }),
      purpose,
    }),
    onSuccess: (known) => queries.setQueryData(ledgerKey(subject), known),
  });
  return { known: data, read };
}
