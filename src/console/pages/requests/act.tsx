import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { actOnRequest, type CustomerRequest, type RequestAction } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useOnce } from '../../parts/use-once.ts';
import { ACTIONS } from './action-words.ts';
import { ANSWERS, REFUSALS } from './request-words.ts';

type Does = CustomerRequest['possible'][number];

const OUTCOMES = ['done', 'partly', 'nothing-held'] as const;
/** Those in which the person is told something. */
const TOLD: ReadonlySet<Does> = new Set(['extend', 'answer', 'decide', 'refuse', 'reopen']);

/** One step, from the version that was seen: what it does, what it needs, and the words that the person reads. */
export function Act({
  request,
  does,
  done,
}: {
  readonly request: CustomerRequest;
  readonly does: Does;
  readonly done: () => void;
}) {
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('done');
  const [reason, setReason] = useState('not-enough-proof');
  const [changed, setChanged] = useState('');
  const [facts, setFacts] = useState('');
  const [decision, setDecision] = useState('');
  const action = {
    do: does,
    ...(TOLD.has(does) ? { words } : {}),
    ...(does === 'answer' ? { outcome } : {}),
    ...(does === 'refuse' ? { reason } : {}),
    ...(does === 'decide'
      ? {
          changed: changed === 'changed',
          facts,
          ...(changed === 'changed' && decision.trim() !== '' ? { decision: decision.trim() } : {}),
        }
      : {}),
  } as RequestAction;
  const once = useOnce([request.id, request.version, action]);
  const act = useMutation({
    mutationFn: () => actOnRequest(request.id, action, { version: request.version, once }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['requests'] });
      done();
    },
  });
  return (
    <Form submit={() => act.mutate()} error={act.error}>
      <p>{ACTIONS[does].says}</p>
      {does === 'extend' && request.canExtendTo !== null ? (
        <p>
          The answer would be due <TimeAgo at={request.canExtendTo} />.
        </p>
      ) : null}
      {does === 'answer' ? (
        <NativeSelect
          label="What came of it"
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value as typeof outcome)}
          data={OUTCOMES.map((value) => ({ value, label: ANSWERS[value]! }))}
        />
      ) : null}
      {does === 'refuse' ? (
        <NativeSelect
          label="Because"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data={Object.entries(REFUSALS).map(([value, label]) => ({ value, label }))}
        />
      ) : null}
      {does === 'decide' ? (
        <>
          <Textarea
            label="What you looked at that the machine did not have"
            description="For colleagues; the person does not read it."
            required
            autosize
            minRows={2}
            maxLength={5000}
            value={facts}
            onChange={(event) => setFacts(event.currentTarget.value)}
          />
          <Radio.Group label="The decision" required value={changed} onChange={setChanged}>
            <Radio value="changed" label="is changed" required name="changed" />
            <Radio value="upheld" label="stays" required name="changed" />
          </Radio.Group>
          {changed === 'changed' && request.decision !== null ? (
            <TextInput
              label="What it is now"
              description="As the system that decided writes it."
              maxLength={200}
              value={decision}
              onChange={(event) => setDecision(event.currentTarget.value)}
            />
          ) : null}
        </>
      ) : null}
      {TOLD.has(does) ? (
        <Textarea
          label="For the person, in their language"
          required
          autosize
          minRows={3}
          maxLength={5000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      ) : null}
      <Button type="submit" loading={act.isPending}>
        {ACTIONS[does].label}
      </Button>
    </Form>
  );
}
