import { Button, Radio, Textarea } from '@mantine/core';
import { Refused } from './refused.tsx';
import { Step } from './step.tsx';
import { useDraft } from './use-draft.ts';
import { useAct, useOpenReview } from './use-review.ts';

const EMPTY = { has: '', conflict: '' };

/** Taking part, with what one has to declare. */
export function Join() {
  const { review } = useOpenReview();
  const act = useAct(review.id);
  const [draft, set, clear] = useDraft(`${review.id}.join`, EMPTY);
  const isReady = draft.has === 'no' || (draft.has === 'yes' && draft.conflict.trim() !== '');
  return (
    <Step
      id="part"
      title="Take part"
      says="Your role, your training and where you stand to the owner are noted with it."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate([{ type: 'joined', conflict: draft.has === 'yes' ? draft.conflict : null }], {
            onSuccess: clear,
          });
        }}
      >
        <Radio.Group
          label="Do you have a conflict of interest?"
          value={draft.has}
          onChange={(has) => set({ ...draft, has })}
        >
          <Radio value="no" label="No" />
          <Radio value="yes" label="Yes: somebody else decides, and I may comment" />
        </Radio.Group>
        {draft.has === 'yes' ? (
          <Textarea
            label="Which one?"
            value={draft.conflict}
            onChange={(event) => set({ ...draft, conflict: event.currentTarget.value })}
            autosize
            minRows={2}
          />
        ) : null}
        <Refused error={act.error} />
        <Button type="submit" disabled={!isReady} loading={act.isPending}>
          Take part
        </Button>
      </form>
    </Step>
  );
}
