import { Button } from '@mantine/core';
import type { Key } from '../../api/client.ts';
import { PlainTable } from '../../parts/plain-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';

/** Keys, never their secrets: what each may, when it was used, and the way to end it. */
export const KeyTable = ({
  label,
  keys,
  revoke,
}: {
  readonly label: string;
  readonly keys: readonly Key[];
  readonly revoke: (id: string) => void;
}) => (
  <PlainTable
    label={label}
    rows={keys}
    rowKey={({ id }) => id}
    columns={[
      { header: 'Name', cell: ({ name }) => <strong>{name}</strong> },
      { header: 'Begins with', cell: ({ prefix }) => <code>{prefix}</code> },
      { header: 'May', cell: ({ roles }) => roles.join(', ') },
      {
        header: 'Used',
        cell: ({ lastUsedAt }) => (lastUsedAt === null ? 'never' : <TimeAgo at={lastUsedAt} />),
      },
      {
        header: 'Ends',
        cell: ({ expiresAt, revokedAt }) =>
          revokedAt !== null ? (
            <>
              revoked <TimeAgo at={revokedAt} />
            </>
          ) : expiresAt === null ? (
            'never'
          ) : (
            <TimeAgo at={expiresAt} />
          ),
      },
      {
        header: 'Action',
        cell: ({ id, name, revokedAt }) =>
          revokedAt !== null ? null : (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Revoke ${name}`}
              onClick={() => revoke(id)}
            >
              Revoke
            </Button>
          ),
      },
    ]}
  />
);
