import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { joinKeysOfPerson } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { KNOWN_BY } from '../requests/known-by.ts';
import styles from './customer.module.css';

type Kind = keyof typeof KNOWN_BY;

/** Says that an address, a number or an id is of this person, too: a no under one of them counts for all from then on. */
export function JoinKeys({
  subject,
  done,
}: {
  readonly subject: string;
  readonly done: () => Promise<unknown>;
}) {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <div className={styles.buttons}>
        <Button variant="default" onClick={open}>
          Add what they are known by
        </Button>
      </div>
      <Dialog title="Add what they are known by" isOpen={isOpen} close={close}>
        <Join
          subject={subject}
          done={async () => {
            await done();
            close();
          }}
        />
      </Dialog>
    </>
  );
}

function Join({ subject, done }: { readonly subject: string; readonly done: () => Promise<unknown> }) {
  const [kind, setKind] = useState<Kind>('email');
  const [value, setValue] = useState('');
  const [purpose, setPurpose] = useState('');
  const join = useMutation({
    mutationFn: () =>
      joinKeysOfPerson({
        identifiers: [
          { kind: 'pseudonym', value: subject },
          { kind, value: value.trim() },
        ],
        purpose: purpose.trim(),
      }),
    onSuccess: done,
  });
  return (
    <Form submit={() => join.mutate()} error={join.error}>
      <p>
        Only where you know that it is the same person, and not somebody who shares an inbox with them. Two
        keys cannot be told apart again: a no under one counts for both.
      </p>
      <div className={styles.pair}>
        <NativeSelect
          label="Known by"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as Kind)}
          data={Object.entries(KNOWN_BY).map(([one, label]) => ({ value: one, label }))}
        />
        <TextInput
          label="Which"
          required
          maxLength={320}
          autoComplete="off"
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      </div>
      <TextInput
        label="By what you know"
        description="It goes into the evidence log under your name, as a hash."
        required
        maxLength={500}
        autoComplete="off"
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <Button type="submit" loading={join.isPending}>
        It is the same person
      </Button>
    </Form>
  );
}
