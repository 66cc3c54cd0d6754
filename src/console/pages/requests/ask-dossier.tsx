import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type AskForDossierBody, askForDossier } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';
import { useOnce } from '../../parts/use-once.ts';
import { KNOWN_BY, type Known } from './known-by.ts';
import styles from './requests.module.css';

/** Asks for what is on record about one person; whoever agrees to it does not see whom it is about. */
export function AskDossier() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [known, setKnown] = useState<Known>({ kind: 'email', value: '' });
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [purpose, setPurpose] = useState('');
  const asked: AskForDossierBody = {
    identifiers: [{ ...known, value: known.value.trim() }],
    from: momentOf(from, '00:00:00'),
    until: momentOf(until, '23:59:59'),
    purpose: purpose.trim(),
  };
  const once = useOnce(asked);
  const ask = useMutation({
    mutationFn: () => askForDossier(asked, { once }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['dossiers'] });
      void navigate(`/dossiers/${id}`);
    },
  });
  return (
    <Form submit={() => ask.mutate()} error={ask.error}>
      <div className={styles.pair}>
        <NativeSelect
          label="Known by"
          value={known.kind}
          onChange={(event) => setKnown({ ...known, kind: event.currentTarget.value as Known['kind'] })}
          data={Object.entries(KNOWN_BY).map(([value, label]) => ({ value, label }))}
        />
        <TextInput
          label={KNOWN_BY[known.kind]}
          required
          maxLength={320}
          autoComplete="off"
          value={known.value}
          onChange={(event) => setKnown({ ...known, value: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="From"
          required
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label="Until the end of"
          required
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </div>
      <TextInput
        label="For whom and why"
        description="Which authority asks, and under which reference. Whoever agrees reads it: name nobody."
        required
        maxLength={500}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <Button type="submit" loading={ask.isPending}>
        Ask a second person to agree
      </Button>
    </Form>
  );
}

const momentOf = (day: string, time: string): string =>
  day === '' ? '' : new Date(`${day}T${time}`).toISOString();
