import { NativeSelect, NumberInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ReadReviewPolicy200, readReviewPolicy, setReviewPolicy } from '../../api/client.ts';
import { Setting, SettingForm } from './setting.tsx';
import styles from './settings.module.css';

const KEY = ['settings', 'reviews'];

/** How reviews open from here on: the shares, and from which gravity on two people approve. */
export function ReviewPolicy() {
  const policy = useQuery({ queryKey: KEY, queryFn: ({ signal }) => readReviewPolicy({ signal }) });
  return (
    <Setting title="Reviews" query={policy}>
      {(data) => <PolicyForm key={data.version} policy={data} />}
    </Setting>
  );
}

function PolicyForm({ policy: { version, ...held } }: { readonly policy: ReadReviewPolicy200 }) {
  const queries = useQueryClient();
  const [policy, setPolicy] = useState(held);
  const { escalatesAfterDays } = policy;
  const share = (name: 'blindShare' | 'hiddenShare') => (value: number | string) =>
    setPolicy({ ...policy, [name]: Number(value) / 100 });
  const days = (name: keyof typeof escalatesAfterDays) => (value: number | string) =>
    setPolicy({ ...policy, escalatesAfterDays: { ...escalatesAfterDays, [name]: Number(value) } });
  return (
    <SettingForm
      save={() => setReviewPolicy(policy, { version })}
      saved={() => queries.invalidateQueries({ queryKey: KEY })}
    >
      <div className={styles.pair}>
        <NumberInput
          label="Judged blind first"
          description="Of all reviews; the tool’s verdict is covered until a person has judged."
          suffix=" %"
          min={0}
          max={100}
          value={Math.round(policy.blindShare * 100)}
          onChange={share('blindShare')}
        />
        <NumberInput
          label="Judged without the tool at all"
          description="Of all reviews; shows whether people see what it sees."
          suffix=" %"
          min={0}
          max={100}
          value={Math.round(policy.hiddenShare * 100)}
          onChange={share('hiddenShare')}
        />
        <NativeSelect
          label="Two people approve from"
          description="It can be lowered, and never lifted above block."
          value={policy.twoApproversFrom}
          onChange={(event) =>
            setPolicy({
              ...policy,
              twoApproversFrom: event.currentTarget.value as typeof policy.twoApproversFrom,
            })
          }
          data={['block', 'review', 'advise']}
        />
        <NumberInput
          label="A training counts for days"
          description="After that a reviewer learns anew before judging."
          min={30}
          max={1100}
          value={policy.trainingDays}
          onChange={(value) => setPolicy({ ...policy, trainingDays: Number(value) })}
        />
      </div>
      <h3>Days until a review is handed on</h3>
      <div className={styles.pair}>
        {(['block', 'review', 'advise'] as const).map((gravity) => (
          <NumberInput
            key={gravity}
            label={gravity.charAt(0).toUpperCase() + gravity.slice(1)}
            min={1}
            max={365}
            value={escalatesAfterDays[gravity]}
            onChange={days(gravity)}
          />
        ))}
      </div>
    </SettingForm>
  );
}
