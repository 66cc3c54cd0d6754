import { NumberInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ReadRetention200, readRetention, setRetention } from '../../api/client.ts';
import { Gravity } from '../../parts/gravity.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { Setting, SettingForm } from './setting.tsx';
import styles from './settings.module.css';

const KEY = ['settings', 'retention'];
const FIELDS = [
  { name: 'links', label: 'Links that were used or ended', least: 0, most: 365 },
  { name: 'practice', label: 'Answers to practice cases', least: 1, most: 90 },
  { name: 'delivered', label: 'Messages that were handed to other systems', least: 1, most: 365 },
  { name: 'accounts', label: 'Sign-in accounts of people who were erased', least: 1, most: 30 },
] as const;

/** How long things stay after they have done their work, and when what is over was removed last. */
export function Retention() {
  const retention = useQuery({ queryKey: KEY, queryFn: ({ signal }) => readRetention({ signal }) });
  return (
    <Setting title="How long things stay" query={retention}>
      {(data) => (
        <div className={styles.stack}>
          <RetentionForm key={data.version} retention={data} />
          {data.jobs.length === 0 ? (
            <p className="quiet">
              Nothing was removed yet: the first removal is soon after the server starts.
            </p>
          ) : (
            <PlainTable
              label="When what is over was removed last"
              rows={data.jobs}
              rowKey={({ name }) => name}
              columns={[
                { header: 'Work', cell: ({ name }) => name.replaceAll('-', ' ') },
                {
                  header: 'Done',
                  cell: ({ doneAt }) =>
                    doneAt === null ? <span className="quiet">not yet</span> : <TimeAgo at={doneAt} />,
                },
                { header: 'Removed', isNumber: true, cell: ({ rows }) => rows },
                { header: 'Next', cell: ({ dueAt }) => <TimeAgo at={dueAt} /> },
                {
                  header: 'Trouble',
                  cell: ({ problem }) =>
                    problem === null ? (
                      <span className="quiet">none</span>
                    ) : (
                      <Gravity of="review">{problem}</Gravity>
                    ),
                },
              ]}
            />
          )}
        </div>
      )}
    </Setting>
  );
}

function RetentionForm({ retention: { kept, version } }: { readonly retention: ReadRetention200 }) {
  const queries = useQueryClient();
  const [days, setDays] = useState(kept);
  return (
    <SettingForm
      save={() => setRetention(days, { version })}
      saved={() => queries.invalidateQueries({ queryKey: KEY })}
    >
      <div className={styles.pair}>
        {FIELDS.map(({ name, label, least, most }) => (
          <NumberInput
            key={name}
            label={label}
            suffix={days[name] === 1 ? ' day' : ' days'}
            min={least}
            max={most}
            value={days[name]}
            onChange={(value) => setDays({ ...days, [name]: Number(value) })}
          />
        ))}
      </div>
    </SettingForm>
  );
}
