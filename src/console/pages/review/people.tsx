import { TimeAgo } from '../../parts/time-ago.tsx';
import styles from './review.module.css';
import { Step } from './step.tsx';
import { type Participation, useOpenReview } from './use-review.ts';

export const DECISIONS: Readonly<Record<string, string>> = {
  approve: 'approves',
  'approve-with-conditions': 'approves with conditions',
  change: 'asks for a change',
  reject: 'rejects',
  escalate: 'hands it on',
  'cannot-tell': 'cannot tell',
};

const STANDING: Readonly<Record<string, string>> = {
  inside: 'in the owner’s line',
  outside: 'outside the owner’s line',
  unknown: 'line not known',
};

/** Four eyes: who has judged, and whom it waits for. */
export function People() {
  const { review, nameOf } = useOpenReview();
  const { approversNeeded } = review.terms;
  const needed = review.missing.filter(({ by }) => by === null);
  // Two who approve say it already.
  const waits = needed.filter(
    ({ field }) => field !== 'participation' || !needed.some((other) => other.field === 'second-approver'),
  );
  return (
    <Step id="people" title="Who judges">
      <ul className={styles.given}>
        <li>
          <strong>{nameOf(review.owner)}</strong>{' '}
          <span className="quiet">owns the use and does not judge it</span>
        </li>
        {review.participations.map((part) => (
          <li key={part.person}>
            <Judge part={part} name={nameOf(part.person)} />
          </li>
        ))}
        {review.escalatedBy.map((key) => (
          <li key={key}>
            <strong>{nameOf(key)}</strong> handed it on
          </li>
        ))}
      </ul>
      <p className="small quiet">
        {review.closedAt !== null ? (
          <>
            Ended <TimeAgo at={review.closedAt} />.
          </>
        ) : approversNeeded === null ? (
          'How many must approve is shown once you have judged.'
        ) : waits.length > 0 ? (
          `It waits for ${waits.map(({ says }) => says).join(' and ')}.`
        ) : (
          `${approversNeeded === 1 ? 'One person approves' : 'Two people approve'}.`
        )}
        {review.closedAt === null && review.terms.escalatesAt !== null ? (
          <>
            {' '}
            Handed on <TimeAgo at={review.terms.escalatesAt} />
            {review.terms.expiresAt === null ? null : (
              <>
                , ends undecided <TimeAgo at={review.terms.expiresAt} />
              </>
            )}
            .
          </>
        ) : null}
      </p>
    </Step>
  );
}

const Judge = ({ part, name }: { readonly part: Participation; readonly name: string }) => {
  const { role, standing, conflict, decision, firstJudgement } = part;
  return (
    <>
      <strong>{name}</strong>{' '}
      <span className="quiet">
        {role.replaceAll('-', ' ')}, {STANDING[standing] ?? standing}
      </span>
      {conflict === null ? null : <div className="small">has a conflict of interest: {conflict}</div>}
      {firstJudgement === null ? null : (
        <div className="small">
          first judgement: {DECISIONS[firstJudgement.judgement] ?? firstJudgement.judgement}
        </div>
      )}
      {decision === null ? (
        <div className="small quiet">has not decided</div>
      ) : (
        <div className="small">
          {DECISIONS[decision.decision] ?? decision.decision}: {decision.reason}
          {decision.against === null ? null : <div>Against it: {decision.against}</div>}
          {decision.dissent === null ? null : <div>Dissent: {decision.dissent}</div>}
          {decision.conditions.map(({ says }) => (
            <div key={says}>Condition: {says}</div>
          ))}
        </div>
      )}
    </>
  );
};
