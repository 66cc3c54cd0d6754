import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { liftStop, openReview, readStop, resumeUse, stopUse } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import { sentence } from '../../parts/error-state.tsx';
import { useOnce } from '../../parts/use-once.ts';
import { useMay } from '../../shell/session.tsx';
import { isMadeHere, nextStepOf } from './next-step.ts';
import styles from './use.module.css';
import { useShown } from './use-shown.ts';
import { WithReason } from './with-reason.tsx';

/** The next step, or whom the use waits for; beside it what may be done at any time. */
export function Actions() {
  const shown = useShown();
  const may = useMay();
  const queries = useQueryClient();
  const { use, version } = shown;
  const step = nextStepOf(shown, may);
  const mayEdit = use.isOwn && may('use.write') && isMadeHere(version);
  const refresh = () => queries.invalidateQueries({ queryKey: ['uses'] });
  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        {use.stop === null && may('use.stop') ? (
          <WithReason
            label="Stop"
            title={`Stop ${use.id}`}
            says="At once, for everyone: nothing of it is sent until a reviewer lifts the stop. Anyone with a role may do this."
            tone="block"
            act={async (reason, once) => {
              await stopUse(use.id, { reason }, { once });
              await refresh();
            }}
          />
        ) : null}
        <Button
          component="a"
          variant="default"
          href={`/v1/uses/${encodeURIComponent(use.id)}/versions/${version.number}/folder`}
          download={`${use.id}.zip`}
        >
          Export
        </Button>
        {mayEdit && step.does !== 'edit' ? (
          <Button component={Link} variant="default" to={`/uses/${use.id}/edit`}>
            Edit
          </Button>
        ) : null}
        {step.does === 'edit' ? (
          <Button component={Link} to={`/uses/${use.id}/edit`}>
            Edit it
          </Button>
        ) : null}
        {step.does === 'judge' ? (
          <Button component={Link} to={`/reviews/${step.review}`}>
            Judge it
          </Button>
        ) : null}
        {step.does === 'ask-for-review' ? <AskForReview /> : null}
        {step.does === 'resume' ? (
          <WithReason
            label="Let it run again"
            title={`Let ${use.id} run again`}
            says="From now on its clearance decides again. Evidence begins anew: what was seen so far no longer counts, and the monitors pause it again if harm comes back."
            readBy="It goes into the evidence log under your name, as a hash"
            tone="primary"
            act={async (reason, once) => {
              await resumeUse(use.id, { reason }, { once });
              await Promise.all(
                ['uses', 'paused', 'alarms', 'overview'].map((key) =>
                  queries.invalidateQueries({ queryKey: [key] }),
                ),
              );
            }}
          />
        ) : null}
        {step.does === 'lift' ? (
          <WithReason
            label="Lift the stop"
            title={`Lift the stop of ${use.id}`}
            says="What was stopped stays unsent. From now on its clearance decides again."
            tone="primary"
            act={async (reason, once) => {
              const { version: seen } = await readStop(step.stop);
              await liftStop(step.stop, { reason }, { version: seen, once });
              await refresh();
            }}
          />
        ) : null}
      </div>
      {step.does === null ? <p className="small quiet">{step.says}</p> : null}
      {step.does === 'push' ? (
        <p className="small quiet">
          Repair it in its workspace, then run <code>scruple push</code>.
        </p>
      ) : null}
    </div>
  );
}

function AskForReview() {
  const { use } = useShown();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const may = useMay();
  const once = useOnce([use.id, use.latestVersion]);
  const ask = useMutation({
    mutationFn: () => openReview(use.id, { once }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['uses'] });
      if (may('review.read')) await navigate(`/reviews/${id}`);
    },
  });
  return (
    <>
      <Button loading={ask.isPending} onClick={() => ask.mutate()}>
        Ask for a review
      </Button>
      {ask.isError ? (
        <p role="alert" className={styles.refused}>
          {sentence(problemOf(ask.error).detail)} {sentence(problemOf(ask.error).hint)}
        </p>
      ) : null}
    </>
  );
}
