import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ChangePersonBody, changePerson, listPeople, type Person } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';
import { RolesField } from '../people/roles-field.tsx';

const UNKNOWN = 'unknown';
const TOP = 'top';

/** Changes an account, from the version that is shown: who was faster is not overwritten. */
export function EditPerson({ person }: { readonly person: Person }) {
  const queries = useQueryClient();
  const [roles, setRoles] = useState<readonly string[]>(person.roles);
  const [line, setLine] = useState(person.reportsTo ?? (person.isLineKnown ? TOP : UNKNOWN));
  const [trained, setTrained] = useState(dayOf(person.trainedAt));
  const [until, setUntil] = useState(dayOf(person.until));
  const [isActive, setActive] = useState(person.isActive);
  const others = useQuery({
    queryKey: ['people', 'all'],
    queryFn: ({ signal }) => listPeople({ limit: 500 }, { signal }),
  });
  const change = useMutation({
    mutationFn: () =>
      changePerson(
        person.key,
        {
          roles: [...roles],
          isActive,
          ...(line === UNKNOWN ? {} : { reportsTo: line === TOP ? null : line }),
          ...(trained === dayOf(person.trainedAt) ? {} : { trainedAt: momentOf(trained, '12:00:00') }),
          ...(until === dayOf(person.until) ? {} : { until: momentOf(until, '23:59:59') }),
        } as ChangePersonBody,
        { version: person.version },
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  return (
    <Form submit={() => change.mutate()} error={change.error}>
      <RolesField roles={roles} set={setRoles} />
      <NativeSelect
        label="Reports to"
        description="Where somebody stands decides who may approve what as the second person."
        value={line}
        onChange={(event) => setLine(event.currentTarget.value)}
        data={[
          ...(person.isLineKnown ? [] : [{ value: UNKNOWN, label: 'not recorded' }]),
          { value: TOP, label: 'nobody: at the top' },
          ...(others.data?.items ?? [])
            .filter(({ key }) => key !== person.key)
            .map(({ key, name }) => ({ value: key, label: name })),
        ]}
      />
      <TextInput
        type="date"
        label="Trained"
        value={trained}
        onChange={(event) => setTrained(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label="Last day"
        description="A guest needs one."
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Checkbox
        label="May sign in"
        checked={isActive}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
      <Button type="submit" loading={change.isPending}>
        Keep the changes
      </Button>
    </Form>
  );
}

const dayOf = (moment: string | null): string => moment?.slice(0, 10) ?? '';
const momentOf = (day: string, time: string): string | null =>
  day === '' ? null : new Date(`${day}T${time}`).toISOString();
