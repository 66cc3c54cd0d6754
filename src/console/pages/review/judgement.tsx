import { Comments } from './comments.tsx';
import { Decide } from './decide.tsx';
import { FindingSteps } from './finding-steps.tsx';
import { FirstJudgement } from './first-judgement.tsx';
import { Alternatives, Harms } from './harms.tsx';
import { Join } from './join.tsx';
import { Overtaken } from './overtaken.tsx';
import { People } from './people.tsx';
import { useOpenReview } from './use-review.ts';
import { Verdict } from './verdict.tsx';

/** The judgement, step by step: only the steps that one has come to stand here. */
export function Judgement() {
  const { own, mayJudge, review } = useOpenReview();
  const isDeciding = mayJudge && own !== null && own.decision === null;
  const { seeing } = review.terms;
  const isAfterFirst = seeing === 'open' || own?.firstJudgement != null;
  const showsRest = isDeciding && isAfterFirst && (seeing === 'hidden' || own.verdictShownAt !== null);
  return (
    <>
      <Overtaken />
      {mayJudge && own === null ? <Join /> : null}
      {isDeciding && own.firstJudgement === null && seeing !== 'open' ? <FirstJudgement /> : null}
      <Verdict />
      <FindingSteps />
      {showsRest ? (
        <>
          <Harms />
          {review.kind === 'small-change' ? null : <Alternatives />}
          <Decide />
        </>
      ) : null}
      <People />
      <Comments />
    </>
  );
}
