import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type IntakeSystem, setIntakeSecret } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';
import { INTAKE_KEY } from './intake-words.ts';
import styles from './settings.module.css';

/** Where a system delivers, and what it signs with: what is set is never shown again. */
export function IntakeSecret({
  system: { system, address, secret: what, isSet, version },
  done,
}: {
  readonly system: IntakeSystem;
  readonly done: () => void;
}) {
  const queries = useQueryClient();
  const [secret, setSecret] = useState('');
  const set = useMutation({
    mutationFn: (value: string | null) => setIntakeSecret(system, { secret: value }, { version }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: INTAKE_KEY });
      done();
    },
  });
  return (
    <Form submit={() => set.mutate(secret)} error={set.error}>
      <p>
        Enter this address in the other system: <code className={styles.address}>{address}</code>
      </p>
      <PasswordInput
        label="Secret"
        description={`Here that is ${what}. It is kept sealed, and never shown again.`}
        autoComplete="off"
        value={secret}
        minLength={8}
        required
        onChange={({ currentTarget }) => setSecret(currentTarget.value)}
      />
      <div className={styles.row}>
        <Button type="submit" variant="default" loading={set.isPending}>
          {isSet ? 'Take this one from here on' : 'Take deliveries'}
        </Button>
        {isSet ? (
          <Button variant="default" onClick={() => set.mutate(null)}>
            Take no deliveries any more
          </Button>
        ) : null}
      </div>
    </Form>
  );
}
