import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { allPages } from '../../api/all-pages.ts';
import { listSigningKeys, revokeSigningKey, rotateSigningKey } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Refusal } from '../../parts/form.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { Setting } from './setting.tsx';
import styles from './settings.module.css';

const KEY = ['signing-keys'];

/** The keys that sign clearances and the log: a new one, and what to do when one is in wrong hands. */
export function SigningKeys() {
  const queries = useQueryClient();
  const [revoked, setRevoked] = useState<string | null>(null);
  const keys = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => allPages((page) => listSigningKeys(page, { signal })),
  });
  const again = () =>
    Promise.all([KEY, ['trust']].map((queryKey) => queries.invalidateQueries({ queryKey })));
  const rotate = useMutation({ mutationFn: () => rotateSigningKey(), onSuccess: again });
  return (
    <Setting title="Signing keys" query={keys}>
      {({ items }) => (
        <div className={styles.stack}>
          <PlainTable
            label="Signing keys"
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { header: 'Key', cell: ({ id }) => <code>{id}</code> },
              { header: 'Made', cell: ({ createdAt }) => <TimeAgo at={createdAt} /> },
              {
                header: 'State',
                cell: ({ state, revokedAt }) =>
                  revokedAt !== null ? <Gravity of="block">revoked</Gravity> : state,
              },
              {
                header: 'Action',
                cell: ({ id, revokedAt }) =>
                  revokedAt !== null ? null : (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`Revoke ${id}`}
                      onClick={() => setRevoked(id)}
                    >
                      Revoke
                    </Button>
                  ),
              },
            ]}
          />
          <div>
            <Button variant="default" onClick={() => rotate.mutate()} loading={rotate.isPending}>
              Sign with a new key from here on
            </Button>
          </div>
          <Refusal error={rotate.error} />
          <Dialog title="Revoke a signing key" isOpen={revoked !== null} close={() => setRevoked(null)}>
            {revoked === null ? null : (
              <Revoke
                id={revoked}
                done={async () => {
                  await again();
                  setRevoked(null);
                }}
              />
            )}
          </Dialog>
        </div>
      )}
    </Setting>
  );
}

function Revoke({ id, done }: { readonly id: string; readonly done: () => Promise<void> }) {
  const revoke = useMutation({ mutationFn: () => revokeSigningKey(id), onSuccess: done });
  return (
    <Form submit={() => revoke.mutate()} error={revoke.error}>
      <p>
        Say so where <code>{id}</code> is, or may be, in wrong hands. What it signed counts no more:
        clearances under it are void, and their uses must be reviewed again. This cannot be undone.
      </p>
      <Button type="submit" color="red" variant="default" loading={revoke.isPending}>
        It is in wrong hands: revoke it
      </Button>
    </Form>
  );
}
