import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Explanation, overrideDecision } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';
import { Card, Section } from '../../parts/page.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useOnce } from '../../parts/use-once.ts';
import styles from './decision.module.css';

/** What people made of the decision, and the form to do so. Nothing of who overrode is shown, as nothing of it is kept. */
export function Overrides({ explanation }: { readonly explanation: Explanation }) {
  const { decision, overrides, canOverride } = explanation;
  return (
    <Section title="Overriding it">
      <Card>
        <div className={styles.stack}>
          {overrides.length === 0 ? null : (
            <ul className={styles.list}>
              {overrides.map(({ outcome, reason, at }) => (
                <li key={at}>
                  <TimeAgo at={at} />: <strong>{outcome.replaceAll(/[-.]/g, ' ')}</strong>
                  {reason === null ? '' : `, because ${reason}`}
                </li>
              ))}
            </ul>
          )}
          {canOverride ? (
            <NewOverride decision={decision} />
          ) : (
            <p className="quiet">Your roles do not override decisions of this use.</p>
          )}
        </div>
      </Card>
    </Section>
  );
}

function NewOverride({ decision }: { readonly decision: string }) {
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState('');
  const [reason, setReason] = useState('');
  const body = { outcome: outcome.trim(), reason };
  const once = useOnce([decision, body]);
  const override = useMutation({
    mutationFn: () => overrideDecision(decision, body, { once }),
    onSuccess: async () => {
      setOutcome('');
      setReason('');
      await queries.invalidateQueries({ queryKey: ['decisions', decision] });
    },
  });
  return (
    <Form submit={() => override.mutate()} error={override.error}>
      <p className="quiet">
        What you know and the machine does not is what counts. Who overrode is not kept: it is an outcome of
        the decision, and never a measure of anybody’s work.
      </p>
      <TextInput
        label="What it should be"
        description="As the system writes outcomes: small letters, digits and hyphens, such as offered or ranked-1."
        required
        maxLength={64}
        pattern="[a-z0-9]+(?:[.\-][a-z0-9]+)*"
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
      />
      <Textarea
        label="Why"
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" loading={override.isPending}>
        Override it
      </Button>
    </Form>
  );
}
