import { Autocomplete, Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DATA_USES } from '../../../kernel/taxonomy/data-uses.ts';
import { CHANNELS } from '../../../kernel/vocabulary.ts';
import type { NewSuppressionList } from '../../api/client.ts';
import { channelInWords } from '../../parts/choice-words.ts';
import { Form } from '../../parts/form.tsx';
import { useOnce } from '../../parts/use-once.ts';
import styles from './suppressions.module.css';

const PURPOSES = Object.keys(DATA_USES);

export const newDraft = (): NewSuppressionList => ({
  id: '',
  standsForNo: false,
  owner: '',
  reason: '',
  scope: { purpose: 'marketing', channel: null, topic: null },
  isProtected: false,
  endsAt: null,
});

/** What a list is for, who answers for it and until when. Its name and whether it stands for a no never change. */
export function ListForm({
  kept,
  isNew = false,
  label,
  keep,
  error,
  isKeeping,
}: {
  readonly kept: NewSuppressionList;
  readonly isNew?: boolean;
  readonly label: string;
  readonly keep: (list: NewSuppressionList, once: string) => void;
  readonly error: unknown;
  readonly isKeeping: boolean;
}) {
  const [list, setList] = useState(kept);
  const { scope } = list;
  const once = useOnce(list);
  return (
    <Form submit={() => keep(list, once)} error={error}>
      {isNew ? (
        <>
          <TextInput
            label="Name"
            placeholder="complained-in-autumn"
            required
            pattern="[a-z0-9][a-z0-9\-]{0,63}"
            value={list.id}
            onChange={(event) => setList({ ...list, id: event.currentTarget.value })}
          />
          <Checkbox
            label="It stands for a no"
            description="The people on it said no elsewhere. Such a list never ends."
            checked={list.standsForNo}
            onChange={(event) =>
              setList({
                ...list,
                standsForNo: event.currentTarget.checked,
                ...(event.currentTarget.checked ? { endsAt: null, isProtected: false } : {}),
              })
            }
          />
        </>
      ) : null}
      <TextInput
        label="Owner"
        description="Who answers for it."
        required
        maxLength={200}
        value={list.owner}
        onChange={(event) => setList({ ...list, owner: event.currentTarget.value })}
      />
      <Textarea
        label="Because"
        description="Of the list, never of a person on it."
        required
        autosize
        minRows={2}
        maxLength={500}
        value={list.reason}
        onChange={(event) => setList({ ...list, reason: event.currentTarget.value })}
      />
      <div className={styles.pair}>
        <Autocomplete
          label="Leaves out of"
          description="A purpose; empty is everything."
          limit={12}
          data={PURPOSES}
          value={scope.purpose ?? ''}
          onChange={(purpose) =>
            setList({ ...list, scope: { ...scope, purpose: purpose === '' ? null : purpose } })
          }
        />
        <NativeSelect
          label="Channel"
          value={scope.channel ?? ''}
          onChange={(event) =>
            setList({
              ...list,
              scope: { ...scope, channel: (event.currentTarget.value || null) as typeof scope.channel },
            })
          }
          data={[
            { value: '', label: 'every channel' },
            ...CHANNELS.map((value) => ({ value, label: channelInWords(value) })),
          ]}
        />
      </div>
      {list.standsForNo ? null : (
        <>
          <TextInput
            type="date"
            label="Until the end of"
            description="Within two years; then somebody says again why."
            required
            value={list.endsAt?.slice(0, 10) ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setList({ ...list, endsAt: value === '' ? null : `${value}T23:59:59Z` })
            }
          />
          <Checkbox
            label="Being on it tells something"
            description="Then a sender is only told that it is not the time, as of anybody who is left in peace."
            checked={list.isProtected}
            onChange={(event) => setList({ ...list, isProtected: event.currentTarget.checked })}
          />
        </>
      )}
      <Button type="submit" loading={isKeeping}>
        {label}
      </Button>
    </Form>
  );
}
