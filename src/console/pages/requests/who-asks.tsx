import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { type PersonOfRequest, readPersonOfRequest } from '../../api/client.ts';
import { Facts } from '../../parts/facts.tsx';
import { Form } from '../../parts/form.tsx';
import { Card, Section } from '../../parts/page.tsx';
import { KNOWN_BY } from './known-by.ts';
import styles from './requests.module.css';

/** Who asks and what they say, once it is said why somebody looks. */
export function WhoAsks({ id }: { readonly id: string }) {
  const [purpose, setPurpose] = useState('');
  const read = useMutation({ mutationFn: () => readPersonOfRequest(id, { purpose: purpose.trim() }) });
  return (
    <Section title="Who asks">
      <Card>
        {read.data !== undefined ? (
          <Person person={read.data} />
        ) : (
          <Form submit={() => read.mutate()} error={read.error}>
            <p className={styles.says}>
              Most steps need nobody’s name. Where yours does, say why you look: it goes into the evidence log
              under your name, as a hash.
            </p>
            <TextInput
              label="Why you look"
              required
              maxLength={500}
              autoComplete="off"
              value={purpose}
              onChange={(event) => setPurpose(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={read.isPending}>
              Show who asks
            </Button>
          </Form>
        )}
      </Card>
    </Section>
  );
}

const Person = ({ person }: { readonly person: PersonOfRequest }) => (
  <Facts
    of={[
      ...person.identifiers.map(
        ({ kind, value }, index) =>
          [`${KNOWN_BY[kind]}${index === 0 ? '' : ` ${index + 1}`}`, value] as const,
      ),
      ...(person.identifiers.length === 0
        ? [['Address', 'not kept any more: the request has ended'] as const]
        : []),
      ['What they say', person.statement],
      ...(person.correction === null
        ? []
        : [
            ['What is wrong', person.correction.wrong] as const,
            ['What is right', person.correction.right] as const,
            ['In', person.correction.system ?? 'every source with people'] as const,
          ]),
      [
        'Their choices',
        person.subject === null ? null : (
          <Link key="ledger" to={`/customers/${encodeURIComponent(person.subject)}`}>
            the ledger of this person
          </Link>
        ),
      ],
    ]}
  />
);
