import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { exportEvidenceLog, exportUseEvidence, readTrustRoots } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Form, Refusal } from '../../parts/form.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Card, Section } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import styles from './evidence.module.css';

/** What can be taken away and verified without us. */
export function Exports() {
  const may = useMay();
  const log = useMutation({
    mutationFn: async () => saveFile(await exportEvidenceLog(), 'evidence.jsonl'),
  });
  return (
    <Section title="Verify it without us">
      <div className={styles.two}>
        <Card>
          <ol className={styles.list}>
            <li>
              Take the keys that you trust, on a way of your own: from this page once, or on paper.
              <TrustRoots />
            </li>
            <li>
              Take the log.
              <div className={styles.buttons}>
                <Button variant="default" onClick={() => log.mutate()} loading={log.isPending}>
                  Download evidence.jsonl
                </Button>
              </div>
              <Refusal error={log.error} />
            </li>
            <li>
              On a computer of yours: <code>scruple evidence verify evidence.jsonl --trust trust.json</code>.
              It finds any edit, deletion or reordering, and needs no connection to this server.
            </li>
          </ol>
        </Card>
        {may('evidence.export') ? (
          <Card>
            <UseExport />
          </Card>
        ) : null}
      </div>
    </Section>
  );
}

function UseExport() {
  const queries = useQueryClient();
  const [use, setUse] = useState('');
  const id = use.trim();
  const save = useMutation({
    mutationFn: async () => saveFile(await exportUseEvidence(id), `evidence-${id}.zip`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['evidence'] }),
  });
  return (
    <Form submit={() => save.mutate()} error={save.error}>
      <h3>All evidence on one use</h3>
      <p className="quiet">
        One archive with versions, reviews, clearances and its part of the log, all others sealed. It opens
        without us, and that it was taken is logged.
      </p>
      <TextInput label="Use" required value={use} onChange={(event) => setUse(event.currentTarget.value)} />
      <Button type="submit" variant="default" loading={save.isPending}>
        Download the archive
      </Button>
    </Form>
  );
}

function TrustRoots() {
  const roots = useQuery({ queryKey: ['trust'], queryFn: ({ signal }) => readTrustRoots({ signal }) });
  if (roots.isError) return <ErrorState error={roots.error} retry={() => void roots.refetch()} />;
  if (roots.data === undefined) return <Loading what="keys" />;
  const { data } = roots;
  const save = (): void =>
    saveFile(new Blob([`${JSON.stringify(data, null, 2)}\n`], { type: 'application/json' }), 'trust.json');
  return (
    <div className={styles.roots}>
      <PlainTable
        label="Keys that signed here"
        rows={data.keys}
        rowKey={({ id }) => id}
        columns={[
          { header: 'Key', cell: ({ id }) => <code>{id}</code> },
          { header: 'Signs', cell: ({ signs }) => signs.join(', ') },
          {
            header: 'From',
            cell: ({ from, until, revoked }) => (
              <>
                <TimeAgo at={from} />
                {revoked !== null ? ', revoked' : until !== null ? ', retired' : ', signs now'}
              </>
            ),
          },
        ]}
      />
      <div className={styles.buttons}>
        <Button variant="default" onClick={save}>
          Download trust.json
        </Button>
      </div>
    </div>
  );
}
