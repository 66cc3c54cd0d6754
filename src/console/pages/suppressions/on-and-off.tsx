import { Button, FileButton, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  importSuppressionList,
  putOnSuppressionList,
  type SuppressionList,
  takeOffSuppressionList,
} from '../../api/client.ts';
import { Form, Refusal } from '../../parts/form.tsx';
import { Card, Section } from '../../parts/page.tsx';
import styles from './suppressions.module.css';

/** Puts people on a list and takes them off, by what they are known by. No answer tells who was there. */
export function OnAndOff({ list: { id } }: { readonly list: SuppressionList }) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const again = () => queries.invalidateQueries({ queryKey: ['suppressions'] });
  const people = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const act = useMutation({
    mutationFn: (what: 'on' | 'off') =>
      what === 'on' ? putOnSuppressionList(id, { people }) : takeOffSuppressionList(id, { people }),
    onSuccess: async () => {
      setTyped('');
      await again();
    },
  });
  const take = useMutation({
    mutationFn: async (file: File) => importSuppressionList(id, { csv: await file.text() }),
    onSuccess: again,
  });
  return (
    <Section title="Who is on it">
      <div className={styles.two}>
        <Card>
          <Form submit={() => act.mutate('on')} error={act.error}>
            <Textarea
              label="People"
              description="One to a line: email:ann@customer.example, phone:+49…, customer:17, or a pseudonym."
              required
              autosize
              minRows={3}
              maxRows={12}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <div className={styles.buttons}>
              <Button type="submit" variant="default" loading={act.isPending && act.variables === 'on'}>
                Put them on it
              </Button>
              <Button
                variant="default"
                disabled={people.length === 0}
                loading={act.isPending && act.variables === 'off'}
                onClick={() => act.mutate('off')}
              >
                Take them off
              </Button>
            </div>
            <p role="status" className="small quiet">
              {!act.isSuccess
                ? ''
                : act.variables === 'on'
                  ? 'Done. It counts for the next decision.'
                  : 'Done: whoever was on it is not any more.'}
            </p>
          </Form>
        </Card>
        <Card>
          <p>
            A file with one person to a line, in the first column. Lines that name nobody are left out, and
            counted.
          </p>
          <div className={styles.buttons}>
            <FileButton
              accept=".csv,.txt,text/csv,text/plain"
              onChange={(file) => {
                if (file !== null) take.mutate(file);
              }}
            >
              {(props) => (
                <Button {...props} variant="default" loading={take.isPending}>
                  Take a file in
                </Button>
              )}
            </FileButton>
          </div>
          <p role="status" className="small quiet">
            {take.data === undefined
              ? ''
              : `${take.data.lines} ${take.data.lines === 1 ? 'line' : 'lines'} read, ${take.data.bad} of them name nobody.`}
          </p>
          <Refusal error={take.error} />
        </Card>
      </div>
    </Section>
  );
}
