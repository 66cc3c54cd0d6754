import { Button, Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Incident, type StepInIncidentBody, stepInIncident } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';
import { GUARDS, NOTICES, REMEDIES } from '../../parts/incident-words.ts';
import { useOnce } from '../../parts/use-once.ts';

export type Does =
  | 'cause-found'
  | 'notice-decided'
  | 'told'
  | 'remedy-decided'
  | 'remedy-proven'
  | 'guard-named'
  | 'closed';

export const TITLES: Readonly<Record<Does, string>> = {
  'cause-found': 'What caused it',
  'notice-decided': 'Whether somebody has to be told of it',
  told: 'That they were told',
  'remedy-decided': 'What is done for those it reached',
  'remedy-proven': 'That it was done',
  'guard-named': 'What would have caught it',
  closed: 'Close the incident',
};
const WORDS: Readonly<Partial<Record<Does, string>>> = {
  'cause-found': 'In your words',
  'notice-decided': 'Because',
  'remedy-decided': 'Because',
};

/** The value of a field for a moment, as browsers write it, in UTC. */
const instant = (local: string): string => (local === '' ? '' : `${local}:00Z`);

/** One step, from the version that was seen. */
export function Step({
  incident,
  does,
  of,
  done,
}: {
  readonly incident: Incident;
  readonly does: Does;
  /** Whom, or which remedy. */
  readonly of: string | null;
  readonly done: () => void;
}) {
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const [notice, setNotice] = useState('');
  const [remedies, setRemedies] = useState<readonly string[]>([]);
  const [kind, setKind] = useState('text');
  const [value, setValue] = useState('');
  const [on, setOn] = useState('');
  const [guard, setGuard] = useState('check');
  const body = bodyOf({ does, of, words, notice, remedies, kind, value, on, guard });
  const once = useOnce([incident.id, incident.version, body]);
  const step = useMutation({
    mutationFn: () => stepInIncident(incident.id, body, { version: incident.version, once }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['incidents'] });
      done();
    },
  });
  const when = (label: string) => (
    <TextInput
      type="datetime-local"
      label={label}
      description="In world time (UTC)"
      required
      value={on}
      onChange={(event) => setOn(event.currentTarget.value)}
    />
  );
  return (
    <Form submit={() => step.mutate()} error={step.error}>
      {does === 'notice-decided' ? (
        <Radio.Group
          label="A personal data breach is an accident or an intrusion by which data were destroyed, lost, changed, or came to somebody who should not have them"
          required
          value={notice}
          onChange={setNotice}
        >
          {Object.entries(NOTICES).map(([key, label]) => (
            <Radio key={key} value={key} label={label} mt="xs" />
          ))}
        </Radio.Group>
      ) : null}
      {does === 'remedy-decided' ? (
        <Checkbox.Group
          label="What is done"
          description="None of them: nothing is done, and the reason has to carry that"
          value={[...remedies]}
          onChange={setRemedies}
        >
          {Object.entries(REMEDIES).map(([key, label]) => (
            <Checkbox key={key} value={key} label={label} mt="xs" />
          ))}
        </Checkbox.Group>
      ) : null}
      {does === 'told' ? (
        <>
          {when('When they were told')}
          <TextInput
            label="Where the notice is"
            description="Its number at the authority, or where the text to people is kept"
            required
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          <Textarea
            label="Why it was late, if it was"
            autosize
            minRows={2}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </>
      ) : null}
      {does === 'remedy-proven' ? (
        <>
          <NativeSelect
            label="The proof is"
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value)}
            data={[
              { value: 'text', label: 'in words' },
              { value: 'link', label: 'a link (https)' },
              { value: 'hash', label: 'the hash of a file (sha256:…)' },
            ]}
          />
          <Textarea
            label="Proof"
            description="What was sent or paid, to how many; no name of a customer"
            autosize
            minRows={2}
            required
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          {when('When it was done')}
        </>
      ) : null}
      {does === 'guard-named' ? (
        <>
          <NativeSelect
            label="What it is"
            value={guard}
            onChange={(event) => setGuard(event.currentTarget.value)}
            data={Object.entries(GUARDS).map(([key, label]) => ({ value: key, label }))}
          />
          {guard === 'none-yet' ? (
            <>
              <Textarea
                label="What is done about that"
                autosize
                minRows={2}
                required
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
              />
              {when('Until when')}
            </>
          ) : (
            <TextInput
              label="Its name"
              description={guard === 'check' ? 'The id of the check' : undefined}
              required
              value={value}
              onChange={(event) => setValue(event.currentTarget.value)}
            />
          )}
        </>
      ) : null}
      {WORDS[does] === undefined ? null : (
        <Textarea
          label={WORDS[does]}
          description="Without the name or address of a customer"
          autosize
          minRows={3}
          required
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {does === 'closed' ? <p>Nothing can be added to it afterwards.</p> : null}
      <div>
        <Button type="submit" loading={step.isPending}>
          {does === 'closed' ? 'Close it' : 'Put it on record'}
        </Button>
      </div>
    </Form>
  );
}

interface Typed {
  readonly does: Does;
  readonly of: string | null;
  readonly words: string;
  readonly notice: string;
  readonly remedies: readonly string[];
  readonly kind: string;
  readonly value: string;
  readonly on: string;
  readonly guard: string;
}

function bodyOf({ does, of, words, notice, remedies, kind, value, on, guard }: Typed): StepInIncidentBody {
  const late = words.trim() === '' ? null : words;
  const isNone = guard === 'none-yet';
  const bodies: Readonly<Record<Does, object>> = {
    'cause-found': { words },
    'notice-decided': { notice, reason: words },
    told: { whom: of, on: instant(on), reference: value, lateBecause: late },
    'remedy-decided': { remedies, reason: words },
    'remedy-proven': { remedy: of, proof: { kind, value: value.trim() }, doneOn: instant(on) },
    'guard-named': {
      guard,
      name: isNone ? null : value,
      followUp: isNone ? { what: words, until: instant(on) } : null,
    },
    closed: {},
  };
  return { type: does, ...bodies[does] } as StepInIncidentBody;
}
