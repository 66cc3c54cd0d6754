import { Button, Checkbox, Textarea } from '@mantine/core';
import type { ReviewStep } from '../../api/client.ts';
import { Comments } from './comments.tsx';
import { Difference } from './difference.tsx';
import { People } from './people.tsx';
import { Refused } from './refused.tsx';
import styles from './review.module.css';
import { Step } from './step.tsx';
import { useDraft } from './use-draft.ts';
import { useAct, useOpenReview } from './use-review.ts';

const EMPTY = { mine: false, reason: '' };

/** A change of a few words in what is cleared: what went and came, and one button. */
export function SmallChange() {
  const { review, version, own, mayJudge } = useOpenReview();
  const act = useAct(review.id);
  const [draft, set, clear] = useDraft(`${review.id}.small`, EMPTY);
  const decide = (decision: 'approve' | 'change', reason: string): void => {
    const steps: ReviewStep[] = [
      ...(own === null ? [{ type: 'joined' as const, conflict: null }] : []),
      ...review.subject.materials
        .filter((material) => !own?.opened.some((one) => one.material === material))
        .map((material) => ({ type: 'opened-material' as const, material, seconds: 1 })),
      {
        type: 'decided',
        decision,
        reason,
        against: null,
        dissent: null,
        conditions: [],
        until: null,
        stopOwner: null,
        contest: null,
        essential: null,
      },
    ];
    act.mutate(steps, { onSuccess: clear });
  };
  return (
    <div className={styles.alone}>
      {version.difference === null ? null : <Difference difference={version.difference} />}
      {mayJudge && own?.decision == null ? (
        <Step
          id="decision"
          title="Is this all that changed in meaning?"
          says="Numbers, links, fields and ways out are the same, and nothing new was found. The clearance goes on to this text until its own end."
        >
          <Checkbox
            checked={draft.mine}
            onChange={(event) => set({ ...draft, mine: event.currentTarget.checked })}
            label="I have no conflict of interest, and have read what went and what came."
          />
          <Textarea
            label="A word about it"
            description="Needed where you ask for a change in place of confirming."
            autosize
            minRows={2}
            value={draft.reason}
            onChange={(event) => set({ ...draft, reason: event.currentTarget.value })}
          />
          <Refused error={act.error} />
          <div className={styles.buttons}>
            <Button
              disabled={!draft.mine}
              loading={act.isPending}
              onClick={() =>
                decide(
                  'approve',
                  draft.reason.trim() || 'I read the words that went and came, and confirm them.',
                )
              }
            >
              Confirm the change
            </Button>
            <Button
              variant="default"
              disabled={!draft.mine || draft.reason.trim() === ''}
              onClick={() => decide('change', draft.reason.trim())}
            >
              Ask for a change
            </Button>
          </div>
        </Step>
      ) : null}
      <People />
      <Comments />
    </div>
  );
}
