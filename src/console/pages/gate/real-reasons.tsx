import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { readRealReasons } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';

/** What really kept a message back, for a stated reason; a lot may have fallen on somebody whom nothing protects. */
export function RealReasons({ decision }: { readonly decision: string }) {
  const [purpose, setPurpose] = useState('');
  const read = useMutation({ mutationFn: () => readRealReasons(decision, { purpose: purpose.trim() }) });
  if (read.data !== undefined)
    return read.data.real.length === 0 ? (
      <p>Nothing was sealed with this decision.</p>
    ) : (
      <ul>
        {read.data.real.map((one) => (
          <li key={one}>{one === 'lot' ? 'a rest by lot: nothing protects this person' : inWords(one)}</li>
        ))}
      </ul>
    );
  return (
    <Form submit={() => read.mutate()} error={read.error}>
      <p>
        It may tell something of a person that is nobody’s to know who sends. Why you look goes into the
        evidence log under your name, as a hash.
      </p>
      <TextInput
        label="Why you look"
        required
        maxLength={500}
        autoComplete="off"
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <Button type="submit" loading={read.isPending}>
        Show it
      </Button>
    </Form>
  );
}

const inWords = (code: string): string => code.replaceAll(/[-_.]/g, ' ');
