import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { openRequest, type ToldRequest } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';
import { useOnce } from '../../parts/use-once.ts';
import { KNOWN_BY, type Known } from './known-by.ts';
import { REQUEST_KINDS } from './request-words.ts';
import styles from './requests.module.css';

type Kind = ToldRequest['kind'];

/** Opens a request for somebody who asks by phone or letter. Their clock runs from now on. */
export function OpenRequest() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>('access');
  const [detail, setDetail] = useState<'categories' | 'specific'>('specific');
  const [known, setKnown] = useState<Known>({ kind: 'email', value: '' });
  const [jurisdiction, setJurisdiction] = useState('');
  const [decision, setDecision] = useState('');
  const [statement, setStatement] = useState('');
  const [wrong, setWrong] = useState('');
  const [right, setRight] = useState('');
  const told: ToldRequest = {
    kind,
    identifiers: [{ ...known, value: known.value.trim() }],
    jurisdiction: jurisdiction.trim() === '' ? null : jurisdiction.trim(),
    statement: statement.trim() === '' ? null : statement,
    ...(kind === 'access' ? { detail } : {}),
    ...(kind === 'contest' && decision.trim() !== '' ? { decision: decision.trim() } : {}),
    ...(kind === 'correct' ? { correction: { wrong, right, system: null } } : {}),
  };
  const once = useOnce(told);
  const open = useMutation({
    mutationFn: () => openRequest(told, { once }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['requests'] });
      void navigate(`/requests/${id}`);
    },
  });
  return (
    <Form submit={() => open.mutate()} error={open.error}>
      <NativeSelect
        label="They ask for"
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as Kind)}
        data={Object.entries(REQUEST_KINDS).map(([value, label]) => ({ value, label }))}
      />
      {kind === 'access' ? (
        <NativeSelect
          label="How much"
          value={detail}
          onChange={(event) => setDetail(event.currentTarget.value as typeof detail)}
          data={[
            { value: 'specific', label: 'the data themselves' },
            { value: 'categories', label: 'which kinds of data there are' },
          ]}
        />
      ) : null}
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
      </div>
      {kind === 'contest' ? (
        <TextInput
          label="Id of the decision"
          description="Where it is kept here."
          value={decision}
          onChange={(event) => setDecision(event.currentTarget.value)}
        />
      ) : null}
      {kind === 'correct' ? (
        <>
          <Textarea
            label="What is wrong"
            required
            autosize
            minRows={2}
            maxLength={2000}
            value={wrong}
            onChange={(event) => setWrong(event.currentTarget.value)}
          />
          <Textarea
            label="What is right"
            required
            autosize
            minRows={2}
            maxLength={2000}
            value={right}
            onChange={(event) => setRight(event.currentTarget.value)}
          />
        </>
      ) : null}
      <Textarea
        label="What they say"
        description="In their own words; it is sealed, and gone once the request has ended."
        autosize
        minRows={2}
        maxLength={5000}
        value={statement}
        onChange={(event) => setStatement(event.currentTarget.value)}
      />
      <TextInput
        label="Law"
        description="As eu-de, uk or us-ca. Empty: that of the customers’ pages, or else the shortest clock of all."
        maxLength={8}
        value={jurisdiction}
        onChange={(event) => setJurisdiction(event.currentTarget.value)}
      />
      <Button type="submit" loading={open.isPending}>
        Record it: the clock runs
      </Button>
    </Form>
  );
}
