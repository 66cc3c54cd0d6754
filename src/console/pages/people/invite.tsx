import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type InvitePersonBody, invitePerson } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';
import { useOnce } from '../../parts/use-once.ts';
import { RolesField } from './roles-field.tsx';
import { SecretOnce } from './secret-once.tsx';

/** Invites somebody, and shows the link by which they take the account: it is shown this once. */
export function Invite({ done }: { readonly done: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<readonly string[]>([]);
  const [until, setUntil] = useState('');
  const body = {
    name: name.trim(),
    email: email.trim(),
    roles: [...roles],
    ...(until === '' ? {} : { until: new Date(`${until}T23:59:59`).toISOString() }),
  } as InvitePersonBody;
  const once = useOnce(body);
  const invite = useMutation({
    mutationFn: () => invitePerson(body, { once }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  if (invite.data !== undefined)
    return (
      <SecretOnce
        says={`Give ${invite.data.person.name} this link by a way that you trust. It is shown this once, and whoever has it takes the account.`}
        secret={invite.data.link}
        done={done}
      />
    );
  return (
    <Form submit={() => invite.mutate()} error={invite.error}>
      <TextInput
        label="Name"
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        type="email"
        label="Mail address"
        required
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <RolesField roles={roles} set={setRoles} />
      <TextInput
        type="date"
        label="Last day"
        description="A guest needs one; anybody may have one."
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Button type="submit" loading={invite.isPending} disabled={roles.length === 0}>
        Make the link
      </Button>
    </Form>
  );
}
