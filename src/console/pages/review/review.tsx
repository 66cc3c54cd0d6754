import { useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ListedFinding } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { REVIEW_STATES } from '../../parts/review-states.ts';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { NO_DECISION } from './decision-draft.ts';
import { Judgement } from './judgement.tsx';
import { Material } from './material.tsx';
import { MissingBar } from './missing-bar.tsx';
import { Outcome } from './outcome.tsx';
import styles from './review.module.css';
import { SmallChange } from './small-change.tsx';
import { useDraft } from './use-draft.ts';
import { ReviewContext, useNames, useOwnPart, useReview, useReviewed } from './use-review.ts';

const NONE: readonly ListedFinding[] = [];

/** One review: at the left the thing itself, at the right the judgement. */
export default function ReviewPage() {
  const { review: id = '' } = useParams();
  const review = useReview(id);
  const { version, findings } = useReviewed(review.data);
  const { own, mayJudge } = useOwnPart(review.data);
  const nameOf = useNames();
  const [current, setCurrent] = useState<ListedFinding | null>(null);
  const [decision, setDecision, clearDecision] = useDraft(`${id}.decision`, NO_DECISION);
  const found = findings.data?.items ?? NONE;
  const open = useMemo(
    () =>
      review.data === undefined || version.data === undefined
        ? null
        : {
            review: review.data,
            version: version.data,
            findings: found,
            own,
            mayJudge,
            nameOf,
            current,
            setCurrent,
            decision,
            setDecision,
            clearDecision,
          },
    [review.data, version.data, found, own, mayJudge, nameOf, current, decision, setDecision, clearDecision],
  );
  const error = review.error ?? version.error;
  if (open === null)
    return error !== null ? (
      <ErrorState
        error={error}
        kept="What you typed in this tab is kept."
        retry={() => void (review.isError ? review.refetch() : version.refetch())}
      />
    ) : (
      <Loading what="the review" />
    );
  const { use } = open.review.subject;
  const isSmall = open.review.kind === 'small-change';
  return (
    <ReviewContext value={open}>
      <Page
        title={isSmall ? `Small change of ${use}` : `Review of ${use}`}
        says={
          <>
            <Link to={`/uses/${use}`}>{use}</Link>, version {open.version.number},{' '}
            {REVIEW_STATES[open.review.state] ?? open.review.state}, asked for{' '}
            <TimeAgo at={open.review.openedAt} />
          </>
        }
        action={<Gravity of={open.review.gravity} />}
      >
        <Outcome />
        {isSmall ? (
          <SmallChange />
        ) : (
          <>
            <div className={styles.columns}>
              <section id="material" className={styles.material} aria-label="What is reviewed" tabIndex={-1}>
                <Material />
              </section>
              <section className={styles.judgement} aria-label="The judgement">
                <Judgement />
              </section>
            </div>
            <MissingBar />
          </>
        )}
      </Page>
    </ReviewContext>
  );
}
