import { Button, NumberInput, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { allPages } from '../../api/all-pages.ts';
import type { AddKeyBody, Key, MadeKey } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Form, Refusal } from '../../parts/form.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Section } from '../../parts/page.tsx';
import { useOnce } from '../../parts/use-once.ts';
import { KeyTable } from './key-table.tsx';
import { SecretOnce } from './secret-once.tsx';

/** What a kind of keys is asked and changed by. */
export interface KeyRoutes {
  readonly list: (
    page: { readonly limit: number; readonly after?: string },
    asking: { readonly signal: AbortSignal },
  ) => Promise<{ readonly items: readonly Key[]; readonly next: string | null }>;
  readonly add: (body: AddKeyBody, asking: { readonly once: string }) => Promise<MadeKey>;
  readonly revoke: (id: string) => Promise<void>;
}

/** Keys of one kind: those there are, and the form for a new one, whose secret is shown once. */
export function KeySection({
  title,
  id,
  says,
  routes,
  roles,
  rolesField,
}: {
  readonly title: string;
  readonly id: string;
  readonly says: string;
  readonly routes: KeyRoutes;
  readonly roles: readonly string[];
  readonly rolesField: ReactNode;
}) {
  const queries = useQueryClient();
  const [isOpen, { open, close }] = useDisclosure(false);
  const keys = useQuery({
    queryKey: ['keys', id],
    queryFn: ({ signal }) => allPages((page) => routes.list(page, { signal })),
  });
  const again = () => queries.invalidateQueries({ queryKey: ['keys', id] });
  const revoke = useMutation({ mutationFn: routes.revoke, onSuccess: again });
  return (
    <Section
      title={title}
      aside={
        <Button variant="default" onClick={open}>
          Make a key
        </Button>
      }
    >
      {keys.isError ? (
        <ErrorState error={keys.error} retry={() => void keys.refetch()} />
      ) : keys.data === undefined ? (
        <Loading what="keys" />
      ) : keys.data.items.length === 0 ? (
        <p className="quiet">{says}</p>
      ) : (
        <KeyTable label={title} keys={keys.data.items} revoke={(key) => revoke.mutate(key)} />
      )}
      <Refusal error={revoke.error} />
      <Dialog title="Make a key" isOpen={isOpen} close={close}>
        <NewKey add={routes.add} roles={roles} rolesField={rolesField} made={again} done={close} />
      </Dialog>
    </Section>
  );
}

function NewKey({
  add,
  roles,
  rolesField,
  made,
  done,
}: {
  readonly add: KeyRoutes['add'];
  readonly roles: readonly string[];
  readonly rolesField: ReactNode;
  readonly made: () => Promise<void>;
  readonly done: () => void;
}) {
  const [name, setName] = useState('');
  const [days, setDays] = useState<number | string>(90);
  const body = { name: name.trim(), roles: [...roles], days: Number(days) } as AddKeyBody;
  const once = useOnce(body);
  const make = useMutation({ mutationFn: () => add(body, { once }), onSuccess: made });
  if (make.data !== undefined)
    return (
      <SecretOnce
        says="Put this secret where the program reads it. It is shown this once, and stored here as a fingerprint alone."
        secret={make.data.secret}
        done={done}
      />
    );
  return (
    <Form submit={() => make.mutate()} error={make.error}>
      <TextInput
        label="Name"
        description="As the program that will hold it is called."
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {rolesField}
      <NumberInput label="Days that it works" min={1} max={365} value={days} onChange={setDays} />
      <Button type="submit" loading={make.isPending} disabled={roles.length === 0}>
        Make it
      </Button>
    </Form>
  );
}
