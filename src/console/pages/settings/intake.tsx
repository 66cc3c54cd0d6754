import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type IntakeCounts, type IntakeSystem, readIntake } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { IntakeSecret } from './intake-secret.tsx';
import { INTAKE_KEY, systemName } from './intake-words.ts';
import { Setting } from './setting.tsx';
import styles from './settings.module.css';

interface Row {
  readonly name: string;
  readonly counts: IntakeCounts;
  /** `null` of our own programs, which have a key and no secret here. */
  readonly system: IntakeSystem | null;
}

/** Who delivers what followed sends: with which secret, and what became of it. */
export function Intake() {
  const mayWrite = useMay()('settings.write');
  const [opened, setOpened] = useState<string | null>(null);
  const intake = useQuery({ queryKey: INTAKE_KEY, queryFn: ({ signal }) => readIntake({ signal }) });
  return (
    <Setting title="Who delivers outcomes" query={intake}>
      {({ systems, own }) => {
        const system = systems.find((one) => one.system === opened);
        return (
          <div className={styles.stack}>
            <p>
              What mail and text systems tell of messages: sends, complaints, leaving, bounces. Deliveries of
              a system are taken while its secret is set. Counts are of the last 30 days.
            </p>
            <PlainTable
              label="Who delivers outcomes"
              rows={rowsOf(systems, own)}
              rowKey={({ name }) => name}
              columns={[
                { header: 'System', cell: ({ name }) => name },
                { header: 'Secret', cell: (row) => <State {...row} /> },
                {
                  header: 'Last delivery',
                  cell: ({ counts }) =>
                    counts === null ? <span className="quiet">none</span> : <TimeAgo at={counts.lastAt} />,
                },
                { header: 'New', isNumber: true, cell: ({ counts }) => counts?.accepted ?? 0 },
                { header: 'Told before', isNumber: true, cell: ({ counts }) => counts?.duplicates ?? 0 },
                { header: 'No known use', isNumber: true, cell: ({ counts }) => counts?.quarantined ?? 0 },
                { header: 'Unreadable', isNumber: true, cell: ({ counts }) => counts?.unreadable ?? 0 },
                { header: 'Refused', isNumber: true, cell: ({ counts }) => counts?.refused ?? 0 },
                {
                  header: 'Action',
                  cell: (row) =>
                    row.system === null || !mayWrite ? null : (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`${row.system.isSet ? 'Change the secret of' : 'Set up'} ${row.name}`}
                        onClick={() => setOpened(row.system!.system)}
                      >
                        {row.system.isSet ? 'Change' : 'Set up'}
                      </Button>
                    ),
                },
              ]}
            />
            <Dialog
              title={`Deliveries of ${systemName(opened ?? '')}`}
              isOpen={system !== undefined}
              close={() => setOpened(null)}
            >
              {system === undefined ? null : (
                <IntakeSecret key={system.system} system={system} done={() => setOpened(null)} />
              )}
            </Dialog>
          </div>
        );
      }}
    </Setting>
  );
}

/** Those that deliver, or may, first. */
const rowsOf = (systems: readonly IntakeSystem[], own: IntakeCounts): readonly Row[] => [
  { name: systemName('own'), counts: own, system: null },
  ...systems
    .toSorted((a, b) => Number(b.isSet) - Number(a.isSet))
    .map((system) => ({ name: systemName(system.system), counts: system.counts, system })),
];

const State = ({ system, counts }: Row) => {
  if (system === null) return <span className="quiet">a key of the role intake</span>;
  if (system.isSet) return 'is set';
  return counts === null || counts.refused === 0 ? (
    <span className="quiet">none</span>
  ) : (
    <Gravity of="review">none, and deliveries come</Gravity>
  );
};
