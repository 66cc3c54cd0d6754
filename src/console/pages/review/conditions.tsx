import { Button, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CHANNELS } from '../../../kernel/vocabulary.ts';
import { CHECK_TITLES } from '../../api/check-titles.ts';
import type { Condition } from '../../api/client.ts';
import { checkInWords } from '../../parts/in-words.ts';
import styles from './review.module.css';

type Check = NonNullable<Condition['check']>;

const KINDS: ReadonlyArray<{ readonly value: Check['type'] | 'person'; readonly label: string }> = [
  { value: 'channels', label: 'on these channels alone' },
  { value: 'cap', label: 'at most so often' },
  { value: 'until', label: 'until a day' },
  { value: 'check-silent', label: 'while a check finds nothing' },
  { value: 'monitor', label: 'while a measure stays low' },
  { value: 'person', label: 'something that a person sees to' },
];

/** Conditions that a machine can hold the use to, each with its words; and those that only a person can. */
export function Conditions({
  of,
  set,
}: {
  readonly of: readonly Condition[];
  readonly set: (conditions: readonly Condition[]) => void;
}) {
  const [kind, setKind] = useState<Check['type'] | 'person'>('channels');
  const [only, setOnly] = useState<readonly string[]>([]);
  const [count, setCount] = useState<number | string>(2);
  const [days, setDays] = useState<number | string>(7);
  const [word, setWord] = useState('');
  const [share, setShare] = useState<number | string>(0.1);
  const made = conditionOf(kind, {
    only,
    count: Number(count),
    days: Number(days),
    word,
    share: Number(share),
  });
  return (
    <fieldset className={styles.group}>
      <legend>Conditions</legend>
      <ul className={styles.given}>
        {of.map(({ says }, index) => (
          <li key={says} className={styles.condition}>
            <span>{says}</span>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Take away: ${says}`}
              onClick={() => set(of.filter((_, other) => other !== index))}
            >
              Take away
            </Button>
          </li>
        ))}
      </ul>
      <NativeSelect
        label="It may run"
        value={kind}
        onChange={(event) => {
          setKind(event.currentTarget.value as typeof kind);
          setWord('');
        }}
        data={[...KINDS]}
      />
      {kind === 'channels' ? (
        <Checkbox.Group label="Channels" value={[...only]} onChange={setOnly}>
          <div className={styles.checks}>
            {CHANNELS.map((channel) => (
              <Checkbox key={channel} value={channel} label={channel.replaceAll('-', ' ')} />
            ))}
          </div>
        </Checkbox.Group>
      ) : kind === 'cap' ? (
        <div className={styles.pair}>
          <NumberInput label="Messages to one person" min={1} value={count} onChange={setCount} />
          <NumberInput label="in so many days" min={1} value={days} onChange={setDays} />
        </div>
      ) : kind === 'until' ? (
        <TextInput
          type="date"
          label="Last day"
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
      ) : kind === 'check-silent' ? (
        <NativeSelect
          label="Which stays true"
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
          data={CHECKS}
        />
      ) : (
        <div className={kind === 'monitor' ? styles.pair : undefined}>
          <TextInput
            label={kind === 'person' ? 'What must be seen to' : 'Measure'}
            placeholder={kind === 'person' ? '' : 'complaints'}
            value={word}
            onChange={(event) => setWord(event.currentTarget.value)}
          />
          {kind === 'monitor' ? (
            <NumberInput
              label="At most, of 100 messages"
              min={0}
              max={100}
              step={0.1}
              value={share}
              onChange={setShare}
            />
          ) : null}
        </div>
      )}
      <Button
        variant="default"
        disabled={made === null || of.some(({ says }) => says === made.says)}
        onClick={() => {
          if (made !== null) set([...of, made]);
          setWord('');
          setOnly([]);
        }}
      >
        Add this condition
      </Button>
    </fieldset>
  );
}

const CHECKS = [
  { value: '', label: 'Choose' },
  ...Object.entries(CHECK_TITLES)
    .map(([value, label]) => ({ value, label }))
    .toSorted((one, other) => one.label.localeCompare(other.label)),
];
const CHECK_ID = /^[a-z][a-z0-9-]{0,63}$/;

function conditionOf(
  kind: Check['type'] | 'person',
  given: {
    readonly only: readonly string[];
    readonly count: number;
    readonly days: number;
    readonly word: string;
    readonly share: number;
  },
): Condition | null {
  const { only, count, days, share } = given;
  const word = given.word.trim();
  switch (kind) {
    case 'channels':
      return only.length === 0
        ? null
        : {
            says: `only by ${only.join(', ')}`,
            check: { type: kind, only: only as Extract<Check, { type: 'channels' }>['only'] },
          };
    case 'cap':
      return count >= 1 && days >= 1
        ? { says: `at most ${count} in ${days} days to one person`, check: { type: kind, count, days } }
        : null;
    case 'until':
      return word === ''
        ? null
        : { says: `until ${word}`, check: { type: kind, at: `${word}T23:59:59.000Z` } };
    case 'check-silent':
      return CHECK_ID.test(word)
        ? { says: `while this stays true: ${checkInWords(word)}`, check: { type: kind, check: word } }
        : null;
    case 'monitor':
      return CHECK_ID.test(word) && share >= 0 && share <= 100
        ? {
            says: `while ${word} stay at ${share} of 100 or less`,
            check: { type: kind, monitor: word, atMost: share / 100 },
          }
        : null;
    case 'person':
      return word === '' ? null : { says: word, check: null };
  }
}
