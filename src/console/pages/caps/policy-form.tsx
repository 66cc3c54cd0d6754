import { Button, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ReadGatePolicy200, setGatePolicy } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';
import { useMay } from '../../shell/session.tsx';
import { CapFields } from './cap-fields.tsx';
import styles from './caps.module.css';

const MINUTE = 60;

/** Caps, and for how long what the gate knows and says is good. Whoever may not set them reads what holds. */
export function PolicyForm({
  kept: { version, ...held },
  done,
}: {
  readonly kept: ReadGatePolicy200;
  readonly done: () => void;
}) {
  const mayWrite = useMay()('settings.write');
  const queries = useQueryClient();
  const [policy, setPolicy] = useState(held);
  const keep = useMutation({
    mutationFn: () => setGatePolicy(policy, { version }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['settings', 'gate'] });
      done();
    },
  });
  return (
    <Form submit={() => keep.mutate()} error={keep.error}>
      <fieldset className={styles.fields} disabled={!mayWrite}>
        <CapFields caps={policy.caps} set={(caps) => setPolicy({ ...policy, caps })} />
        <div className={styles.pair}>
          <NumberInput
            label="What is known may be as old as"
            description="Older than that, marketing is refused."
            suffix=" seconds"
            min={1}
            max={3600}
            value={policy.stalenessSeconds}
            onChange={(value) => setPolicy({ ...policy, stalenessSeconds: Number(value) })}
          />
          <NumberInput
            label="A permit is good for"
            description="Then the sender asks again."
            suffix=" minutes"
            min={1}
            max={1440}
            decimalScale={1}
            value={policy.permitSeconds / MINUTE}
            onChange={(value) => setPolicy({ ...policy, permitSeconds: Math.round(Number(value) * MINUTE) })}
          />
          <NumberInput
            label="People who have a rest by lot"
            description="So that a rest tells nobody that somebody is protected."
            suffix=" %"
            min={0}
            max={50}
            decimalScale={1}
            value={Math.round(policy.restShare * 1000) / 10}
            onChange={(value) => setPolicy({ ...policy, restShare: Number(value) / 100 })}
          />
        </div>
      </fieldset>
      {mayWrite ? (
        <Button type="submit" loading={keep.isPending}>
          Let it hold from now on
        </Button>
      ) : (
        <p className="quiet">An administrator sets them. Each change stands in the evidence log.</p>
      )}
    </Form>
  );
}
