import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { signEvidenceHead, verifyEvidence } from '../../api/client.ts';
import { Count } from '../../parts/count.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Refusal } from '../../parts/form.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Card } from '../../parts/page.tsx';
import { useMay } from '../../shell/session.tsx';
import styles from './evidence.module.css';

/** The log held against itself and its signatures, and the way to sign where it ends. */
export function Verification() {
  const may = useMay();
  const queries = useQueryClient();
  const state = useQuery({
    queryKey: ['evidence', 'verification'],
    queryFn: ({ signal }) => verifyEvidence({ signal }),
  });
  const sign = useMutation({
    mutationFn: () => signEvidenceHead(),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['evidence'] }),
  });
  if (state.isError) return <ErrorState error={state.error} retry={() => void state.refetch()} />;
  if (state.data === undefined) return <Loading what="the state of the log" />;
  const { intact, entries, heads, anchoredThrough, unanchored, damages, disregarded } = state.data;
  return (
    <Card>
      <div className={styles.stack}>
        <p>
          {intact ? <Gravity of="allow">intact</Gravity> : <Gravity of="block">damaged</Gravity>}{' '}
          <Count of={entries} one="entry" many="entries" />, <Count of={heads} one="signature" /> over where
          it ended{anchoredThrough === null ? '' : `, the last over entry ${anchoredThrough}`}.{' '}
          {unanchored === 0
            ? 'Every entry stands before a signature.'
            : `The last ${unanchored} stand after it: until they are signed, whoever holds the database could rewrite them.`}
        </p>
        {damages.length === 0 ? null : (
          <ul className={styles.list}>
            {damages.map(({ sequence, type, says }) => (
              <li key={`${sequence} ${type}`}>
                Entry {sequence}: {says}
              </li>
            ))}
          </ul>
        )}
        {disregarded.map((says) => (
          <p key={says} className="quiet">
            Not counted: {says}
          </p>
        ))}
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => void state.refetch()} loading={state.isFetching}>
            Verify again
          </Button>
          {may('evidence.export') ? (
            <Button variant="default" onClick={() => sign.mutate()} loading={sign.isPending}>
              Sign where it ends now
            </Button>
          ) : null}
        </div>
        <Refusal error={sign.error} />
      </div>
    </Card>
  );
}
