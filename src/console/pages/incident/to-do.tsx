import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Incident } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { GUARDS, NOTICES, REMEDIES } from '../../parts/incident-words.ts';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import styles from './incident.module.css';
import { type Does, Step, TITLES } from './step.tsx';

interface Line {
  readonly does: Does;
  readonly of: string | null;
  readonly title: string;
  /** What is on record; `null` where nothing is. */
  readonly says: ReactNode;
  readonly right: 'incident.work' | 'contest.decide';
}

/** What has to be on record before an incident can be closed, in order, each with what it says or how to say it. */
export function ToDo({ incident }: { readonly incident: Incident }) {
  const may = useMay();
  const [step, setStep] = useState<Pick<Line, 'does' | 'of'> | null>(null);
  const isOpen = incident.state !== 'closed';
  const close = () => setStep(null);
  const lines = linesOf(incident);
  // The next step alone stands out.
  const next = lines.find(({ says, right }) => says === null && may(right));
  return (
    <>
      <ol className={styles.list}>
        {lines.map(({ does, of, title, says, right }) => (
          <li key={`${does} ${of}`}>
            <div className={styles.what}>
              <h3>{title}</h3>
              {says === null ? (
                <p className={styles.open}>
                  {may(right) || !isOpen ? 'Still open.' : `Still open: ${WAITS[right]} says it.`}
                </p>
              ) : (
                says
              )}
            </div>
            {isOpen && may(right) ? (
              <Button
                variant={next?.does === does && next.of === of ? 'filled' : 'default'}
                size="compact-md"
                aria-label={`${says === null ? 'Say it' : 'Say it anew'}: ${title}`}
                onClick={() => setStep({ does, of })}
              >
                {says === null ? 'Say it' : 'Say it anew'}
              </Button>
            ) : null}
          </li>
        ))}
        <li>
          <div className={styles.what}>
            <h3>Close it</h3>
            <p>
              {isOpen
                ? incident.missing.length === 0
                  ? 'Everything is on record.'
                  : `Before that: ${incident.missing.map(({ says }) => says).join('; ')}.`
                : 'It is closed. What happens again is an incident of its own, and is linked to this one.'}
            </p>
          </div>
          {isOpen && incident.missing.length === 0 && may('contest.decide') ? (
            <Button size="compact-md" onClick={() => setStep({ does: 'closed', of: null })}>
              Close it
            </Button>
          ) : null}
        </li>
      </ol>
      <Dialog title={step === null ? '' : TITLES[step.does]} isOpen={step !== null} close={close}>
        {step === null ? null : <Step incident={incident} does={step.does} of={step.of} done={close} />}
      </Dialog>
    </>
  );
}

const WAITS = {
  'incident.work': 'the owner of the use, a reviewer or a customer advocate',
  'contest.decide': 'a customer advocate',
} as const;

const Words = ({ words }: { readonly words: string }) => (
  <blockquote className={styles.words}>{words}</blockquote>
);

function linesOf(incident: Incident): readonly Line[] {
  const { found, notice, told, remedy, proofs, guard } = incident;
  const toTell =
    notice?.notice === 'authority-and-people'
      ? (['authority', 'people'] as const)
      : notice?.notice === 'authority'
        ? (['authority'] as const)
        : [];
  return [
    {
      does: 'cause-found',
      of: null,
      title: 'What caused it',
      says: found === null ? null : <Words words={found.words} />,
      right: 'incident.work',
    },
    {
      does: 'notice-decided',
      of: null,
      title: 'Whether somebody has to be told of it',
      says:
        notice === null ? null : (
          <>
            <p>{NOTICES[notice.notice]}.</p>
            <Words words={notice.reason} />
          </>
        ),
      right: 'contest.decide',
    },
    ...toTell.map((whom): Line => {
      const done = told.find((one) => one.whom === whom);
      return {
        does: 'told',
        of: whom,
        title: whom === 'authority' ? 'That the authority was told' : 'That those concerned were told',
        says:
          done === undefined ? null : (
            <p>
              <TimeAgo at={done.on} />, {done.reference}
              {done.lateBecause === null ? '' : `; late, because: ${done.lateBecause}`}
            </p>
          ),
        right: 'contest.decide',
      };
    }),
    {
      does: 'remedy-decided',
      of: null,
      title: 'What is done for those it reached',
      says:
        remedy === null ? null : (
          <>
            <p>
              {remedy.remedies.length === 0
                ? 'Nothing is done, because:'
                : `${remedy.remedies.map((one) => REMEDIES[one]).join(', ')}, because:`}
            </p>
            <Words words={remedy.reason} />
          </>
        ),
      right: 'contest.decide',
    },
    ...(remedy?.remedies ?? []).map((one): Line => {
      const done = proofs.find((proof) => proof.remedy === one);
      return {
        does: 'remedy-proven',
        of: one,
        title: `That it was done: ${REMEDIES[one]}`,
        says:
          done === undefined ? null : (
            <>
              <p>
                Done <TimeAgo at={done.doneOn} />:
              </p>
              <Words words={done.proof.value} />
            </>
          ),
        right: 'incident.work',
      };
    }),
    {
      does: 'guard-named',
      of: null,
      title: 'What would have caught it',
      says:
        guard === null ? null : (
          <p>
            {GUARDS[guard.guard]}
            {guard.name === null ? '' : `: ${guard.name}`}
            {guard.followUp === null ? null : (
              <>
                ; to do: {guard.followUp.what}, <TimeAgo at={guard.followUp.until} />
              </>
            )}
          </p>
        ),
      right: 'incident.work',
    },
  ];
}
