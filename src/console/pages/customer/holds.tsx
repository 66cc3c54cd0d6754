import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { CHANNELS } from '../../../kernel/vocabulary.ts';
import { endHoldsOfPerson, holdPerson, type ProtectiveHoldScope } from '../../api/client.ts';
import { channelInWords } from '../../parts/choice-words.ts';
import { Form } from '../../parts/form.tsx';
import { Card, Section } from '../../parts/page.tsx';
import { useMay } from '../../shell/session.tsx';
import styles from './customer.module.css';

/**
 * Leaves somebody in peace until a day, and ends that. There is no field for why, and nothing here tells whether a hold
 * is set: neither is kept where anybody could read it.
 */
export function Holds({ subject }: { readonly subject: string }) {
  const may = useMay();
  const identifier = { kind: 'pseudonym', value: subject } as const;
  const [until, setUntil] = useState('');
  const [channel, setChannel] = useState('');
  const act = useMutation({
    mutationFn: (what: 'hold' | 'end') =>
      what === 'end'
        ? endHoldsOfPerson({ identifier })
        : holdPerson({
            identifier,
            scope: { purpose: null, channel: (channel || null) as ProtectiveHoldScope['channel'] },
            until: new Date(`${until}T23:59:59`).toISOString(),
          }),
  });
  const isDoing = (what: 'hold' | 'end'): boolean => act.isPending && act.variables === what;
  return (
    <Section title="Leave them in peace">
      <Card>
        <p className={styles.says}>
          After a loss, in an illness, in trouble: say until when, and not why. The page does not tell whether
          a hold is set already, and the log does not tell that you set one. Service and support go on.
        </p>
        <Form submit={() => act.mutate('hold')} error={act.error}>
          <div className={styles.pair}>
            <TextInput
              type="date"
              label="Until the end of"
              required
              value={until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
            <NativeSelect
              label="Where"
              value={channel}
              onChange={(event) => setChannel(event.currentTarget.value)}
              data={[
                { value: '', label: 'on every channel' },
                ...CHANNELS.map((one) => ({ value: one, label: `by ${channelInWords(one)}` })),
              ]}
            />
          </div>
          <div className={styles.buttons}>
            <Button type="submit" variant="default" loading={isDoing('hold')}>
              Leave them in peace
            </Button>
            {may('hold.end') ? (
              <Button variant="default" loading={isDoing('end')} onClick={() => act.mutate('end')}>
                End every hold
              </Button>
            ) : null}
          </div>
          <p role="status" className="small quiet">
            {!act.isSuccess
              ? ''
              : act.variables === 'hold'
                ? 'Done. It counts from here on.'
                : 'Done: if there was a hold, it has ended.'}
          </p>
        </Form>
      </Card>
    </Section>
  );
}
