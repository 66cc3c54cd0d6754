import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { erasePerson, type Person } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';

/** Erases somebody, once their name was typed: it cannot be undone. */
export function ErasePerson({ person }: { readonly person: Person }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const erase = useMutation({
    mutationFn: () => erasePerson(person.key),
    onSuccess: async () => {
      await navigate('/people');
      queries.removeQueries({ queryKey: ['people', 'one', person.key] });
      await queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
  return (
    <Form submit={() => erase.mutate()} error={erase.error}>
      <p>
        Name, address and account go; the link from the pseudonym <code>{person.key}</code> to a person is
        cut. What was judged and signed under it stays, and stays verifiable. This cannot be undone.
      </p>
      <TextInput
        label={`Type “${person.name}” to go on`}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={erase.isPending} disabled={typed !== person.name}>
        Erase
      </Button>
    </Form>
  );
}
