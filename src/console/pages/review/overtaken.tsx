import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { REVIEW_STATES } from '../../parts/review-states.ts';
import { type DecisionDraft, NO_DECISION } from './decision-draft.ts';
import styles from './review.module.css';
import { Step } from './step.tsx';
import { useDraft } from './use-draft.ts';
import { useOpenReview } from './use-review.ts';

const STEP = 'overtaken';

/** What somebody had typed when others ended the review: it has no place in it any more, and is theirs still. */
export function Overtaken() {
  const { review, own } = useOpenReview();
  const wasOpen = useRef(review.closedAt === null);
  const isOvertaken = review.closedAt !== null && own?.decision == null;
  useEffect(() => {
    // The button that had the focus went with its form.
    if (isOvertaken && wasOpen.current) document.getElementById(STEP)?.focus();
    wasOpen.current = !isOvertaken;
  }, [isOvertaken]);
  // Read when the review ends: until then the fields hold it.
  return isOvertaken ? <Typed /> : null;
}

function Typed() {
  const { review, decision, clearDecision } = useOpenReview();
  const [harm, , clearHarm] = useDraft(`${review.id}.harm`, { whom: '', harm: '' });
  const [other, , clearOther] = useDraft(`${review.id}.alternative`, { alternative: '', whyNot: '' });
  const [first, , clearFirst] = useDraft(`${review.id}.first`, { whom: '', harm: '' });
  const typed = [
    ...wordsOf(decision),
    ...[first.whom, first.harm, harm.whom, harm.harm, other.alternative, other.whyNot],
  ].filter((words) => words.trim() !== '');
  if (typed.length === 0) return null;
  return (
    <Step
      id={STEP}
      title="Somebody was faster"
      says={`The review has ended: ${REVIEW_STATES[review.state] ?? review.state}. You find who decided and why under “Who judges”. What you typed was not sent and is kept here; a comment still reaches the owner.`}
    >
      <ul className={styles.given} aria-label="What you typed">
        {typed.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <Button
        variant="default"
        onClick={() => {
          clearDecision();
          clearHarm();
          clearOther();
          clearFirst();
        }}
      >
        I do not need it any more
      </Button>
    </Step>
  );
}

const wordsOf = ({
  reason,
  against,
  dissent,
  conditions,
}: DecisionDraft = NO_DECISION): readonly string[] => [
  reason,
  against,
  dissent,
  ...conditions.map(({ says }) => says),
];
