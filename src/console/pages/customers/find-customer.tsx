import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type AskedPerson, readLedgerOfPerson } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';
import { ledgerKey } from '../customer/ledger-key.ts';
import { KNOWN_BY } from '../requests/known-by.ts';
import styles from './customers.module.css';

type Known = AskedPerson['identifier'];
type Kind = Known['kind'];

const KINDS: Readonly<Record<Kind, string>> = { ...KNOWN_BY, pseudonym: 'Pseudonym' };

/**
 * The way to one person’s ledger, for a stated reason. What is typed goes to the server in a body and into no address;
 * the page of the person bears the pseudonym alone.
 */
export function FindCustomer() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>('email');
  const [value, setValue] = useState('');
  const [purpose, setPurpose] = useState('');
  const find = useMutation({
    mutationFn: () =>
      readLedgerOfPerson({
        identifier: { kind, value: value.trim() } as Known,
        purpose: purpose.trim(),
      }),
    onSuccess: (ledger) => {
      queries.setQueryData(ledgerKey(ledger.subject), { ledger, purpose: purpose.trim() });
      void navigate(`/customers/${encodeURIComponent(ledger.subject)}`);
    },
  });
  return (
    <Form submit={() => find.mutate()} error={find.error}>
      <h2>Find one person</h2>
      <div className={styles.find}>
        <NativeSelect
          label="Known by"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as Kind)}
          data={Object.entries(KINDS).map(([one, label]) => ({ value: one, label }))}
        />
        <TextInput
          label={KINDS[kind]}
          required
          maxLength={320}
          autoComplete="off"
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      </div>
      <TextInput
        label="Why you look"
        description="Such as the number of their letter. It goes into the evidence log under your name, as a hash; whom you looked at does not."
        required
        maxLength={500}
        autoComplete="off"
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <Button type="submit" loading={find.isPending}>
        Show their choices
      </Button>
    </Form>
  );
}
