import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { allowStatistics, readStatisticsGround } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { Setting } from './setting.tsx';
import styles from './settings.module.css';

const KEY = ['settings', 'review-statistics'];

/** The agreement that statistics about reviewers rest on: without one there are none. */
export function ReviewStatistics() {
  const may = useMay();
  const ground = useQuery({ queryKey: KEY, queryFn: ({ signal }) => readStatisticsGround({ signal }) });
  return (
    <Setting title="Statistics about reviews" query={ground}>
      {({ reference, recordedAt }) => (
        <div className={styles.stack}>
          {reference === null || recordedAt === null ? (
            <p>
              No agreement is recorded, so nobody sees a statistic about reviewers, not even about themselves.
            </p>
          ) : (
            <p>
              They rest on: <strong>{reference}</strong>, recorded <TimeAgo at={recordedAt} />. One sees own
              figures from 30 reviews on, and those of at least five others together.
            </p>
          )}
          {may('statistics.allow') ? <NewGround /> : null}
        </div>
      )}
    </Setting>
  );
}

function NewGround() {
  const queries = useQueryClient();
  const [reference, setReference] = useState('');
  const allow = useMutation({
    mutationFn: () => allowStatistics({ reference: reference.trim() }),
    onSuccess: async () => {
      setReference('');
      await queries.invalidateQueries({ queryKey: KEY });
    },
  });
  return (
    <Form submit={() => allow.mutate()} error={allow.error}>
      <TextInput
        label="Agreement or notice"
        description="Such as the works agreement with its date: what was agreed with those who review."
        required
        maxLength={500}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={allow.isPending}>
        Record it
      </Button>
    </Form>
  );
}
