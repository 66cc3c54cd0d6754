import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ReviewStep } from '../../api/client.ts';
import { Refused } from './refused.tsx';
import styles from './review.module.css';
import { Step } from './step.tsx';
import { useDraft } from './use-draft.ts';
import { useAct, useOpenReview } from './use-review.ts';

const NO_HARM = { group: '', whom: '', harm: '' };
const NO_ALTERNATIVE = { alternative: '', whyNot: '' };

/** Who could be hurt, and how: one concrete harm at least, and one for each group that findings name. */
export function Harms() {
  const { review, own } = useOpenReview();
  const act = useAct(review.id);
  const [draft, set, clear] = useDraft(`${review.id}.harm`, NO_HARM);
  const { groups } = review.subject;
  const harms = [...(own?.firstJudgement == null ? [] : [own.firstJudgement.harm]), ...(own?.harms ?? [])];
  return (
    <Step
      id="harms"
      title="Who could be hurt"
      says="One concrete harm, and to whom. More where you see more."
    >
      <ul className={styles.given}>
        {harms.map(({ group, whom, harm }) => (
          <li key={`${group} ${whom} ${harm}`}>
            <strong>{whom}</strong>: {harm}
            {group === null ? null : <span className="quiet"> ({group})</span>}
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const step: ReviewStep = {
            type: 'considered-harm',
            harm: { group: draft.group === '' ? null : draft.group, whom: draft.whom, harm: draft.harm },
          };
          act.mutate([step], { onSuccess: clear });
        }}
      >
        {groups.length === 0 ? null : (
          <NativeSelect
            label="Group"
            value={draft.group}
            onChange={(event) => set({ ...draft, group: event.currentTarget.value })}
            data={[
              { value: '', label: 'anybody else' },
              ...groups.map((group) => ({ value: group, label: group })),
            ]}
          />
        )}
        <div className={styles.pair}>
          <TextInput
            label="To whom?"
            value={draft.whom}
            onChange={(event) => set({ ...draft, whom: event.currentTarget.value })}
          />
          <TextInput
            label="What would happen?"
            value={draft.harm}
            onChange={(event) => set({ ...draft, harm: event.currentTarget.value })}
          />
        </div>
        <Refused error={act.error} />
        <Button
          type="submit"
          variant="default"
          disabled={draft.whom.trim() === '' || draft.harm.trim() === ''}
          loading={act.isPending}
        >
          Add this harm
        </Button>
      </form>
    </Step>
  );
}

/** What could be done in its place. */
export function Alternatives() {
  const { review, own } = useOpenReview();
  const act = useAct(review.id);
  const [draft, set, clear] = useDraft(`${review.id}.alternative`, NO_ALTERNATIVE);
  return (
    <Step id="alternatives" title="What else could be done">
      <ul className={styles.given}>
        {(own?.alternatives ?? []).map(({ alternative, whyNot }) => (
          <li key={`${alternative} ${whyNot}`}>
            <strong>{alternative}</strong>: {whyNot}
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate([{ type: 'considered-alternative', ...draft }], { onSuccess: clear });
        }}
      >
        <div className={styles.pair}>
          <TextInput
            label="An alternative"
            value={draft.alternative}
            onChange={(event) => set({ ...draft, alternative: event.currentTarget.value })}
          />
          <TextInput
            label="What speaks for or against it?"
            value={draft.whyNot}
            onChange={(event) => set({ ...draft, whyNot: event.currentTarget.value })}
          />
        </div>
        <Refused error={act.error} />
        <Button
          type="submit"
          variant="default"
          disabled={draft.alternative.trim() === '' || draft.whyNot.trim() === ''}
          loading={act.isPending}
        >
          Add this alternative
        </Button>
      </form>
    </Step>
  );
}
