import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Automation, recordDrill } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Section } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useOnce } from '../../parts/use-once.ts';
import { useMay } from '../../shell/session.tsx';
import styles from './automation.module.css';

/** Whether stopping was tried lately and worked fast enough, and the way to record a try. */
export function Drills({ automation }: { readonly automation: Automation }) {
  const { drill, drills, id } = automation;
  const [isOpen, { open, close }] = useDisclosure(false);
  const may = useMay();
  return (
    <Section
      title="Drills of stopping it"
      aside={may('stop.drill') ? <Button onClick={open}>Record a drill</Button> : null}
    >
      <div className={styles.stack}>
        <p>
          {drill.isDue ? (
            <Gravity of="review">a drill is due</Gravity>
          ) : (
            <Gravity of="allow">drilled</Gravity>
          )}{' '}
          {drill.lastAt === null ? (
            'Nobody has tried yet whether it can be stopped. A drill counts for 90 days, and must take effect within 5 minutes.'
          ) : (
            <>
              The last one that took effect was <TimeAgo at={drill.lastAt} /> and took{' '}
              {durationOf(drill.seconds)}
              {drill.isFastEnough === false ? ', which is longer than 5 minutes' : ''}.
            </>
          )}
        </p>
        {drills.length === 0 ? null : (
          <PlainTable
            label="Drills"
            rows={drills}
            rowKey={(one) => one.id}
            columns={[
              { header: 'Said stop', cell: ({ startedAt }) => <TimeAgo at={startedAt} /> },
              {
                header: 'Stood still after',
                cell: ({ seconds }) =>
                  seconds === null ? (
                    <Gravity of="block">it could not be stopped</Gravity>
                  ) : (
                    durationOf(seconds)
                  ),
              },
              { header: 'Note', cell: ({ note }) => note ?? <span className="quiet">none</span> },
            ]}
          />
        )}
      </div>
      <Dialog title="Record a drill" isOpen={isOpen} close={close}>
        <NewDrill use={id} done={close} />
      </Dialog>
    </Section>
  );
}

function NewDrill({ use, done }: { readonly use: string; readonly done: () => void }) {
  const queries = useQueryClient();
  const [startedAt, setStartedAt] = useState('');
  const [stoppedAt, setStoppedAt] = useState('');
  const [isStopped, setStopped] = useState(true);
  const [note, setNote] = useState('');
  const drill = {
    startedAt: momentOf(startedAt),
    stoppedAt: isStopped ? momentOf(stoppedAt) : null,
    note: note.trim() === '' ? null : note,
  };
  const once = useOnce([use, drill]);
  const record = useMutation({
    mutationFn: () => recordDrill(use, drill, { once }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['automations'] });
      done();
    },
  });
  return (
    <Form submit={() => record.mutate()} error={record.error}>
      <p>Try the way by which it would be stopped in earnest, and write down both moments.</p>
      <TextInput
        type="datetime-local"
        step={1}
        required
        label="When somebody said stop"
        value={startedAt}
        onChange={(event) => setStartedAt(event.currentTarget.value)}
      />
      <Checkbox
        label="It stood still"
        description="Leave this empty where it could not be stopped: that is worth knowing too."
        checked={isStopped}
        onChange={(event) => setStopped(event.currentTarget.checked)}
      />
      {isStopped ? (
        <TextInput
          type="datetime-local"
          step={1}
          required
          label="When nothing was decided any more"
          value={stoppedAt}
          onChange={(event) => setStoppedAt(event.currentTarget.value)}
        />
      ) : null}
      <Textarea
        label="Note"
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" loading={record.isPending}>
        Record it
      </Button>
    </Form>
  );
}

/** A local moment as a field gives it, for the server. */
const momentOf = (local: string): string => (local === '' ? '' : new Date(local).toISOString());

const durationOf = (seconds: number | null): string =>
  seconds === null
    ? 'no time that is known'
    : seconds < 120
      ? `${Math.round(seconds)} seconds`
      : `${Math.round(seconds / 60)} minutes`;
