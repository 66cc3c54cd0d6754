import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type LowerMaturityBody, lowerMaturity } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';
import { useOnce } from '../../parts/use-once.ts';
import type { Practice } from './maturity-words.ts';

/** Says that a practice is worse than its evidence, or takes that back. */
export function Lower({
  practice: { step, computed, lowered },
  done,
}: {
  readonly practice: Practice;
  readonly done: () => void;
}) {
  const queries = useQueryClient();
  const lower = Array.from({ length: computed }, (_, level) => String(computed - 1 - level));
  const choices = [
    ...lower.map((level) => ({ value: level, label: `level ${level}` })),
    ...(lowered === null ? [] : [{ value: '', label: 'take back what was said' }]),
  ];
  const [level, setLevel] = useState(choices[0]?.value ?? '');
  const [reason, setReason] = useState('');
  const body = {
    step,
    level: level === '' ? null : Number(level),
    reason: reason.trim(),
  } as LowerMaturityBody;
  const once = useOnce(body);
  const say = useMutation({
    mutationFn: () => lowerMaturity(body, { once }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['maturity'] });
      done();
    },
  });
  if (choices.length === 0) return <p>By its evidence it is at level 0: there is none below.</p>;
  return (
    <Form submit={() => say.mutate()} error={say.error}>
      <p>A level can be put lower by anyone who reviews. A higher one comes from evidence alone.</p>
      <NativeSelect
        label="It is rather at"
        data={choices}
        value={level}
        onChange={(event) => setLevel(event.currentTarget.value)}
      />
      <Textarea
        label="Why"
        required
        maxLength={1000}
        autosize
        minRows={3}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" loading={say.isPending} disabled={reason.trim() === ''}>
        Say so
      </Button>
    </Form>
  );
}
