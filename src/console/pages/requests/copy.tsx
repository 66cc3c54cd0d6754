import { Button, Progress, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type PersonCopy, takeCopy } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import styles from './requests.module.css';

export const COPY_STATES: Readonly<Record<string, string>> = {
  asked: 'waits for a second person who agrees',
  collecting: 'is being made',
  ready: 'ready',
  failed: 'could not be made',
  refused: 'was refused',
};
export const isWorking = ({ state }: PersonCopy): boolean => state === 'collecting';
/** So often one looks again while a copy is being made. */
export const AGAIN_MS = 2_000;

/** How far a copy or a dossier is, part by part, and the way to take it. */
export function Copy({
  copy,
  says,
}: {
  readonly copy: PersonCopy;
  /** Who else takes it, or why one takes it here. */
  readonly says: string;
}) {
  const done = copy.parts.filter(({ state }) => state !== 'to-do').length;
  return (
    <div className={styles.stack}>
      <p role="status">
        {copy.state === 'failed' ? (
          <Gravity of="review">could not be made</Gravity>
        ) : copy.state === 'ready' ? (
          <Gravity of="allow">ready</Gravity>
        ) : (
          COPY_STATES[copy.state]
        )}{' '}
        {done} of {copy.parts.length} parts, asked for <TimeAgo at={copy.createdAt} />
        {copy.problem === null ? null : (
          <>
            {' '}
            (<code>{copy.problem}</code>)
          </>
        )}
        . It is gone <TimeAgo at={copy.endsAt} />, taken or not.
      </p>
      {isWorking(copy) ? (
        <Progress
          value={copy.parts.length === 0 ? 0 : (100 * done) / copy.parts.length}
          aria-label="Parts that are done"
        />
      ) : null}
      <details>
        <summary>Part by part</summary>
        <PlainTable
          label="Parts of the copy"
          rows={copy.parts}
          rowKey={({ part }) => part}
          columns={[
            { header: 'Part', cell: ({ part }) => part },
            {
              header: 'Stands',
              cell: ({ state }) =>
                state === 'done' ? (
                  <Gravity of="allow">there</Gravity>
                ) : state === 'not-answered' ? (
                  <Gravity of="review">did not answer</Gravity>
                ) : (
                  <Gravity of="none">to do</Gravity>
                ),
            },
          ]}
        />
      </details>
      {copy.state === 'ready' ? <Take copy={copy.id} says={says} /> : null}
    </div>
  );
}

function Take({ copy, says }: { readonly copy: string; readonly says: string }) {
  const may = useMay();
  const [purpose, setPurpose] = useState('');
  const take = useMutation({
    mutationFn: async () =>
      saveFile((await takeCopy(copy, { purpose: purpose.trim() })) as unknown as Blob, `${copy}.zip`),
  });
  if (!may('access.export')) return null;
  return (
    <Form submit={() => take.mutate()} error={take.error}>
      <p className={styles.says}>{says}</p>
      <Purpose value={purpose} set={setPurpose} />
      <Button type="submit" variant="default" loading={take.isPending}>
        Take the ZIP
      </Button>
    </Form>
  );
}

export const Purpose = ({
  value,
  set,
}: {
  readonly value: string;
  readonly set: (value: string) => void;
}) => (
  <TextInput
    label="What for"
    description="It goes into the evidence log under your name, as a hash."
    required
    maxLength={500}
    autoComplete="off"
    value={value}
    onChange={(event) => set(event.currentTarget.value)}
  />
);
