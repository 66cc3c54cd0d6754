import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Form } from '../../parts/form.tsx';
import { Card, Page, Section } from '../../parts/page.tsx';
import { useMay } from '../../shell/session.tsx';
import { Answers } from './answers.tsx';
import styles from './customer.module.css';
import { ExportRecords } from './export-records.tsx';
import { History } from './history.tsx';
import { Holds } from './holds.tsx';
import { JoinKeys } from './join-keys.tsx';
import type { ReadLedger } from './ledger-key.ts';
import { RecordChoice } from './record-choice.tsx';
import { useLedger } from './use-ledger.ts';

/** One person, by pseudonym: what their choices come to, how they came about, and what may be done for them. */
export default function Customer() {
  const subject = useParams().customer!;
  const { known, read } = useLedger(subject);
  return known === null ? (
    <Page title="A customer" says={<code>{subject}</code>}>
      <Card>
        <StateReason read={(purpose) => read.mutate(purpose)} error={read.error} isPending={read.isPending} />
      </Card>
    </Page>
  ) : (
    <Known subject={subject} known={known} again={() => read.mutateAsync(known.purpose)} />
  );
}

function Known({
  subject,
  known: { ledger, purpose },
  again,
}: {
  readonly subject: string;
  readonly known: ReadLedger;
  readonly again: () => Promise<unknown>;
}) {
  const may = useMay();
  return (
    <Page
      title="A customer"
      says={
        <>
          <code>{subject}</code>. You look because: {purpose}
        </>
      }
      action={may('ledger.write') ? <RecordChoice subject={subject} done={again} /> : null}
    >
      {ledger.choices.length === 0 && ledger.standing.length === 0 ? (
        <Card>
          <p>
            Nothing is kept under this key: they never chose anything here, or the address was written in
            another way. Whoever said nothing is sent nothing that needs their yes.
          </p>
          <p className={styles.next}>
            <Link to="/customers">Look for somebody else</Link>
          </p>
        </Card>
      ) : (
        <>
          <Answers ledger={ledger} />
          <History ledger={ledger} aside={<ExportRecords subject={subject} purpose={purpose} />} />
        </>
      )}
      <Section title="Known by">
        <Card>
          <p>
            {ledger.keys.length === 1
              ? 'One key. A key is the keyed hash of an address, a number or an id; it cannot be turned back.'
              : `${ledger.keys.length} keys of the same person: a no under one of them counts for all. A key is the keyed hash of an address, a number or an id; it cannot be turned back.`}
          </p>
          <ul className={styles.keys}>
            {ledger.keys.map((key) => (
              <li key={key}>
                <code>{key}</code>
              </li>
            ))}
          </ul>
          {may('ledger.write') ? <JoinKeys subject={subject} done={again} /> : null}
        </Card>
      </Section>
      {may('hold.set') ? <Holds subject={subject} /> : null}
    </Page>
  );
}

function StateReason({
  read,
  error,
  isPending,
}: {
  readonly read: (purpose: string) => void;
  readonly error: unknown;
  readonly isPending: boolean;
}) {
  const [purpose, setPurpose] = useState('');
  return (
    <Form submit={() => read(purpose.trim())} error={error}>
      <p>
        What somebody chose is shown to who says why they look. The reason goes into the evidence log under
        your name, as a hash.
      </p>
      <TextInput
        label="Why you look"
        required
        maxLength={500}
        autoComplete="off"
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <Button type="submit" loading={isPending}>
        Show their choices
      </Button>
    </Form>
  );
}
