import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { reportIncident } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';
import { causeInWords, REPORTED } from '../../parts/incident-words.ts';
import { useOnce } from '../../parts/use-once.ts';

/** Reports harm that nothing here saw by itself. */
export function Report() {
  const queries = useQueryClient();
  const go = useNavigate();
  const [use, setUse] = useState('');
  const [cause, setCause] = useState<(typeof REPORTED)[number]>(REPORTED[0]);
  const [words, setWords] = useState('');
  const body = { use: use.trim(), cause, words };
  const once = useOnce(body);
  const report = useMutation({
    mutationFn: () => reportIncident(body, { once }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['incidents'] });
      await go(`/incidents/${id}`);
    },
  });
  return (
    <Form submit={() => report.mutate()} error={report.error}>
      <TextInput
        label="Use"
        description="The id of the campaign, score or rule that did it"
        required
        value={use}
        onChange={(event) => setUse(event.currentTarget.value)}
      />
      <NativeSelect
        label="What happened"
        value={cause}
        onChange={(event) => setCause(event.currentTarget.value as typeof cause)}
        data={REPORTED.map((value) => ({ value, label: causeInWords(value) }))}
      />
      <Textarea
        label="In your words"
        description="Without the name or address of a customer"
        autosize
        minRows={3}
        required
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" loading={report.isPending}>
          Report it
        </Button>
      </div>
    </Form>
  );
}
