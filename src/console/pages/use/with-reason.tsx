import { Button, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../../api/problem.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { sentence } from '../../parts/error-state.tsx';
import { useOnce } from '../../parts/use-once.ts';
import styles from './use.module.css';

/** A step that is taken with a reason, which is asked for before it is taken. */
export function WithReason({
  label,
  title,
  says,
  readBy = 'Everyone who sees the use reads it',
  tone,
  act,
}: {
  readonly label: string;
  readonly title: string;
  /** What it does, before it is done. */
  readonly says: string;
  /** What becomes of the reason. */
  readonly readBy?: string;
  readonly tone: 'primary' | 'block';
  readonly act: (reason: string, once: string) => Promise<void>;
}) {
  const [isOpen, dialog] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const once = useOnce([title, reason]);
  const done = useMutation({
    mutationFn: () => act(reason.trim(), once),
    onSuccess: () => {
      setReason('');
      dialog.close();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') done.mutate();
  };
  return (
    <>
      <Button
        variant={tone === 'block' ? 'default' : 'filled'}
        className={tone === 'block' ? styles.stop : undefined}
        onClick={dialog.open}
      >
        {label}
      </Button>
      <Dialog title={title} isOpen={isOpen} close={dialog.close}>
        <form onSubmit={submit} className={styles.reason}>
          <p>{says}</p>
          <Textarea
            label="Reason"
            description={readBy}
            required
            rows={3}
            maxLength={2000}
            data-autofocus
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            error={
              done.isError
                ? `${sentence(problemOf(done.error).detail)} ${sentence(problemOf(done.error).hint)}`
                : undefined
            }
          />
          <div className={styles.buttons}>
            <Button type="submit" loading={done.isPending} disabled={reason.trim() === ''}>
              {label}
            </Button>
            <Button variant="default" onClick={dialog.close}>
              Leave it
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
