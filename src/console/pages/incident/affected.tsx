import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Incident, readPeopleOfIncident } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { count } from '../../parts/outcome-words.ts';
import { Card } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { useMay } from '../../shell/session.tsx';
import styles from './incident.module.css';

/** How many it reached, by group for those who may see that, and the keys of people for a remedy. */
export function Affected({ incident: { id, affected } }: { readonly incident: Incident }) {
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card>
      <div className={styles.stack}>
        <p>
          {affected.people === null
            ? 'It cannot be told from the sends how many people it reached.'
            : affected.people === 1
              ? 'One person.'
              : `${count(affected.people)} people.`}
        </p>
        {affected.groups.length === 0 ? null : (
          <>
            <PlainTable
              label="People by group"
              rows={affected.groups}
              rowKey={({ name, value }) => `${name} ${value}`}
              columns={[
                { header: 'Group', cell: ({ name, value }) => `${name.replaceAll(/[_-]/g, ' ')} ${value}` },
                {
                  header: 'People',
                  isNumber: true,
                  cell: ({ people }) =>
                    people === null ? <span className="quiet">hidden</span> : count(people),
                },
              ]}
            />
            <p className="small quiet">
              Where fewer than ten are in a group they are hidden, and with them as many others as it takes so
              that nobody can work them out.
            </p>
          </>
        )}
        {affected.people !== null && may('incident.read-people') ? (
          <div>
            <Button variant="default" onClick={() => setOpen(true)}>
              See whom, for a remedy
            </Button>
          </div>
        ) : null}
      </div>
      <Dialog title="Whom it reached" isOpen={isOpen} close={() => setOpen(false)}>
        {isOpen ? <People incident={id} /> : null}
      </Dialog>
    </Card>
  );
}

function People({ incident }: { readonly incident: string }) {
  const [purpose, setPurpose] = useState('');
  const [subjects, setSubjects] = useState<readonly string[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const read = useMutation({
    mutationFn: () => readPeopleOfIncident(incident, { purpose, after: next }),
    onSuccess: (page) => {
      setSubjects([...(subjects ?? []), ...page.subjects]);
      setNext(page.next);
    },
  });
  return (
    <Form submit={() => read.mutate()} error={read.error}>
      <Textarea
        label="What for"
        description="It is logged that you looked"
        autosize
        minRows={2}
        required
        readOnly={subjects !== null}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      {subjects === null ? null : (
        <>
          <p>{count(subjects.length)} keys, as the ledger or the sender knows them:</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
          <ul className={styles.people} tabIndex={0} aria-label="Keys of people">
            {subjects.map((subject) => (
              <li key={subject}>
                <code>{subject}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {subjects !== null && next === null ? null : (
        <div>
          <Button type="submit" loading={read.isPending}>
            {subjects === null ? 'Show them' : 'Show more'}
          </Button>
        </div>
      )}
    </Form>
  );
}
