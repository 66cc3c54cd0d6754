import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { CHANNELS, type Channel } from '../../../kernel/vocabulary.ts';
import type { ReadGatePolicy200 } from '../../api/client.ts';
import { channelInWords } from '../../parts/choice-words.ts';
import styles from './caps.module.css';

type Caps = ReadGatePolicy200['caps'];
type Cap = Caps['all'];

/** The cap for everything, and one beside it for each channel that has its own. */
export function CapFields({ caps, set }: { readonly caps: Caps; readonly set: (caps: Caps) => void }) {
  const own = CHANNELS.filter((channel) => caps.channels[channel] !== undefined);
  const others = CHANNELS.filter((channel) => caps.channels[channel] === undefined);
  const setOne = (channel: Channel, cap: Cap | undefined) => {
    const { [channel]: _, ...rest } = caps.channels;
    set({ ...caps, channels: cap === undefined ? rest : { ...rest, [channel]: cap } });
  };
  return (
    <>
      <OneCap name="All channels together" cap={caps.all} set={(all) => set({ ...caps, all })} />
      {own.map((channel) => (
        <OneCap
          key={channel}
          name={capitalised(channelInWords(channel))}
          cap={caps.channels[channel]!}
          set={(cap) => setOne(channel, cap)}
          remove={() => setOne(channel, undefined)}
        />
      ))}
      {others.length === 0 ? null : (
        <AddCap channels={others} add={(channel) => setOne(channel, { ...caps.all })} />
      )}
    </>
  );
}

function OneCap({
  name,
  cap,
  set,
  remove,
}: {
  readonly name: string;
  readonly cap: Cap;
  readonly set: (cap: Cap) => void;
  readonly remove?: () => void;
}) {
  return (
    <fieldset className={styles.cap}>
      <legend>{name}</legend>
      <NumberInput
        label="At most"
        suffix={cap.count === 1 ? ' contact' : ' contacts'}
        min={0}
        max={1000}
        value={cap.count}
        onChange={(value) => set({ ...cap, count: Number(value) })}
      />
      <NumberInput
        label="Within"
        suffix={cap.days === 1 ? ' day' : ' days'}
        min={1}
        max={90}
        value={cap.days}
        onChange={(value) => set({ ...cap, days: Number(value) })}
      />
      {remove === undefined ? null : (
        <Button variant="default" aria-label={`Take the cap out: ${name}`} onClick={remove}>
          Take the cap out
        </Button>
      )}
    </fieldset>
  );
}

function AddCap({
  channels,
  add,
}: {
  readonly channels: readonly Channel[];
  readonly add: (channel: Channel) => void;
}) {
  const [chosen, setChosen] = useState<Channel>('email');
  const channel = channels.includes(chosen) ? chosen : channels[0]!;
  return (
    <div className={styles.add}>
      <NativeSelect
        label="One more for"
        value={channel}
        onChange={(event) => setChosen(event.currentTarget.value as Channel)}
        data={channels.map((value) => ({ value, label: channelInWords(value) }))}
      />
      <Button variant="default" onClick={() => add(channel)}>
        Add a cap
      </Button>
    </div>
  );
}

const capitalised = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
