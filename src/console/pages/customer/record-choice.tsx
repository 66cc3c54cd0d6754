import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { CHANNELS } from '../../../kernel/vocabulary.ts';
import { type ChoiceScope, recordChoices } from '../../api/client.ts';
import { channelInWords } from '../../parts/choice-words.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { useOnce } from '../../parts/use-once.ts';
import styles from './customer.module.css';

const WAYS = [
  { value: 'phone', label: 'on the phone' },
  { value: 'letter', label: 'by letter or mail' },
  { value: 'in-person', label: 'in person' },
];

/** Keeps a no, or a pause, that somebody told a colleague. A yes is for the person to give, under the notice that they read. */
export function RecordChoice({
  subject,
  done,
}: {
  readonly subject: string;
  readonly done: () => Promise<unknown>;
}) {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button onClick={open}>Record what they told us</Button>
      <Dialog title="Record what they told us" isOpen={isOpen} close={close}>
        <Told
          subject={subject}
          done={async () => {
            await done();
            close();
          }}
        />
      </Dialog>
    </>
  );
}

function Told({ subject, done }: { readonly subject: string; readonly done: () => Promise<unknown> }) {
  const [what, setWhat] = useState<'objected' | 'paused'>('objected');
  const [channel, setChannel] = useState('');
  const [until, setUntil] = useState('');
  const [method, setMethod] = useState('phone');
  const once = useOnce([subject, what, channel, until, method]);
  const keep = useMutation({
    mutationFn: () =>
      recordChoices(
        {
          identifier: { kind: 'pseudonym', value: subject },
          choices: [
            {
              id: `console-${once}`,
              kind: what,
              scope: {
                purpose: channel === '' ? null : 'marketing',
                channel: (channel || null) as ChoiceScope['channel'],
                topic: null,
              },
              at: new Date().toISOString(),
              pausedUntil: what === 'paused' ? new Date(`${until}T23:59:59`).toISOString() : null,
              proof: {
                notice: null,
                uiHash: null,
                language: null,
                method,
                actor: 'advocate',
                jurisdiction: null,
                sourceSystem: 'scruple',
              },
            },
          ],
        },
        { once },
      ),
    onSuccess: done,
  });
  return (
    <Form submit={() => keep.mutate()} error={keep.error}>
      <Radio.Group
        label="They said"
        value={what}
        onChange={(value) => setWhat(value === 'paused' ? 'paused' : 'objected')}
      >
        <Radio value="objected" label="no: stop" />
        <Radio value="paused" label="not now: pause" />
      </Radio.Group>
      <NativeSelect
        label="To"
        value={channel}
        onChange={(event) => setChannel(event.currentTarget.value)}
        data={[
          { value: '', label: 'everything' },
          ...CHANNELS.map((one) => ({ value: one, label: `marketing by ${channelInWords(one)}` })),
        ]}
      />
      {what === 'paused' ? (
        <TextInput
          type="date"
          label="Until the end of"
          required
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      ) : null}
      <NativeSelect
        label="How they told us"
        value={method}
        onChange={(event) => setMethod(event.currentTarget.value)}
        data={WAYS}
      />
      <p className="small quiet">
        It counts from the moment it is kept, under every key of theirs. A yes is theirs to give: send them
        the link to their own page.
      </p>
      <div className={styles.buttons}>
        <Button type="submit" loading={keep.isPending}>
          Keep it
        </Button>
      </div>
    </Form>
  );
}
