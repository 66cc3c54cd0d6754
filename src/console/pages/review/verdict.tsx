import { Button } from '@mantine/core';
import { NotAssessed } from '../../parts/finding.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Refused } from './refused.tsx';
import styles from './review.module.css';
import { Step } from './step.tsx';
import { useAct, useOpenReview } from './use-review.ts';

/** What the tool says and what it could not say; covered until one may see it. */
export function Verdict() {
  const { review, version, own, mayJudge } = useOpenReview();
  const act = useAct(review.id);
  const { verdict, findings } = review.subject;
  const { seeing } = review.terms;
  const mayAsk =
    own !== null &&
    own.verdictShownAt === null &&
    (seeing === 'open' ||
      (seeing === 'blind' && own.firstJudgement !== null) ||
      (seeing === 'hidden' && own.decision !== null));
  const lacks = version.notAssessed ?? [];
  if (verdict === null)
    return (
      <Step id="verdict" title="The tool’s verdict">
        <p className={styles.covered}>
          <Gravity of={null} />
          {mayJudge && own === null ? <span className="quiet">First take part.</span> : null}
        </p>
        {mayAsk ? (
          <Button
            variant="default"
            loading={act.isPending}
            onClick={() => act.mutate([{ type: 'revealed' }])}
          >
            Uncover it
          </Button>
        ) : null}
      </Step>
    );
  return (
    <Step id="verdict" title="The tool’s verdict">
      <p className={styles.covered}>
        <Gravity of={verdict} />
        <span>
          {findings?.length ?? 0} {findings?.length === 1 ? 'finding' : 'findings'}, {lacks.length} not
          assessed
        </span>
      </p>
      <p className="small quiet">
        It sees what stands in the files, and not what people feel, what they were promised elsewhere, or what
        is new. Where it found nothing, nothing is proven.
      </p>
      {lacks.length === 0 ? null : (
        <details>
          <summary>What it could not look at</summary>
          {lacks.map(({ check, missing, required }) => (
            <NotAssessed key={check} check={check} missing={missing} required={required} />
          ))}
        </details>
      )}
      {mayJudge && mayAsk ? (
        <>
          <Refused error={act.error} />
          <Button loading={act.isPending} onClick={() => act.mutate([{ type: 'revealed' }])}>
            I have seen it: go on
          </Button>
        </>
      ) : null}
    </Step>
  );
}
