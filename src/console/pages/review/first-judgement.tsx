import { Button, Radio, TextInput } from '@mantine/core';
import type { ReviewStep } from '../../api/client.ts';
import { Refused } from './refused.tsx';
import { Step } from './step.tsx';
import { useDraft } from './use-draft.ts';
import { useAct, useOpenReview } from './use-review.ts';

type Judgement = Extract<ReviewStep, { type: 'judged-first' }>['judgement'];

const CHOICES: ReadonlyArray<{ readonly value: Judgement; readonly label: string }> = [
  { value: 'approve', label: 'It may run as it is' },
  { value: 'change', label: 'It needs a change' },
  { value: 'reject', label: 'It must not run' },
  { value: 'cannot-tell', label: 'I cannot tell' },
];
const EMPTY = { judgement: '', whom: '', harm: '' };

/** What somebody thinks before the tool has spoken. */
export function FirstJudgement() {
  const { review } = useOpenReview();
  const act = useAct(review.id);
  const [draft, set, clear] = useDraft(`${review.id}.first`, EMPTY);
  const isReady = draft.judgement !== '' && draft.whom.trim() !== '' && draft.harm.trim() !== '';
  const shows = review.terms.seeing === 'blind';
  return (
    <Step
      id="first"
      title="Your first judgement"
      says={
        shows
          ? 'Look at what is reviewed and say what you think. Then the tool’s verdict is uncovered.'
          : 'Look at what is reviewed and say what you think. In this review the tool’s verdict stays covered until you have decided.'
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const first: ReviewStep = {
            type: 'judged-first',
            judgement: draft.judgement as Judgement,
            harm: { group: null, whom: draft.whom, harm: draft.harm },
          };
          act.mutate(shows ? [first, { type: 'revealed' }] : [first], { onSuccess: clear });
        }}
      >
        <Radio.Group
          label="What do you think?"
          value={draft.judgement}
          onChange={(judgement) => set({ ...draft, judgement })}
        >
          {CHOICES.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Radio.Group>
        <TextInput
          label="One concrete harm: to whom?"
          description="As you would describe a neighbour."
          value={draft.whom}
          onChange={(event) => set({ ...draft, whom: event.currentTarget.value })}
        />
        <TextInput
          label="What would happen to them?"
          value={draft.harm}
          onChange={(event) => set({ ...draft, harm: event.currentTarget.value })}
        />
        <Refused error={act.error} />
        <Button type="submit" disabled={!isReady} loading={act.isPending}>
          {shows ? 'Record it and uncover the verdict' : 'Record it'}
        </Button>
      </form>
    </Step>
  );
}
