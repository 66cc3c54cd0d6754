import { Button, Textarea } from '@mantine/core';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { Refused } from './refused.tsx';
import styles from './review.module.css';
import { Step } from './step.tsx';
import { useDraft } from './use-draft.ts';
import { useAct, useOpenReview } from './use-review.ts';

/** What people say to one another beside the judgement. */
export function Comments() {
  const { review, nameOf } = useOpenReview();
  const may = useMay();
  const act = useAct(review.id);
  const [draft, set, clear] = useDraft(`${review.id}.comment`, '');
  if (!may('review.comment') && review.comments.length === 0) return null;
  return (
    <Step id="comments" title="Comments">
      <ul className={styles.given}>
        {review.comments.map(({ by, at, text }) => (
          <li key={`${by} ${at}`}>
            <strong>{nameOf(by)}</strong>{' '}
            <span className="small quiet">
              <TimeAgo at={at} />
            </span>
            <p className={styles.said}>{text}</p>
          </li>
        ))}
      </ul>
      {may('review.comment') ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate([{ type: 'commented', text: draft }], { onSuccess: clear });
          }}
        >
          <Textarea
            label="Your comment"
            description="The owner reads it too."
            autosize
            minRows={2}
            value={draft}
            onChange={(event) => set(event.currentTarget.value)}
          />
          <Refused error={act.error} />
          <Button type="submit" variant="default" disabled={draft.trim() === ''} loading={act.isPending}>
            Comment
          </Button>
        </form>
      ) : null}
    </Step>
  );
}
