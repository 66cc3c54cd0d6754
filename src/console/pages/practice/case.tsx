import { Button, Radio } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type AnswerPracticeCaseBody, answerPracticeCase, type PracticeCase } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import { sentence } from '../../parts/error-state.tsx';
import { checkInWords } from '../../parts/in-words.ts';
import { TimeAgo } from '../../parts/time-ago.tsx';
import styles from './practice.module.css';

const CHOICES: ReadonlyArray<{ readonly value: AnswerPracticeCaseBody['decision']; readonly label: string }> =
  [
    { value: 'approve', label: 'Approve' },
    { value: 'change', label: 'Ask for a change' },
    { value: 'reject', label: 'Reject' },
    { value: 'escalate', label: 'Hand it on' },
  ];

/** A practice case: announced as one, answered once, marked at once. */
export function Case({
  of: { id, title, material, announcedAt, isAnswered },
}: {
  readonly of: PracticeCase;
}) {
  const [decision, setDecision] = useState('');
  const answer = useMutation({
    mutationFn: () => answerPracticeCase(id, { decision: decision as AnswerPracticeCaseBody['decision'] }),
  });
  return (
    <article className={styles.case} aria-label={`Practice case: ${title}`}>
      <header>
        <span className={styles.tag}>Practice</span>
        <h2>{title}</h2>
        {announcedAt === null ? (
          <span className="small quiet">not announced yet</span>
        ) : (
          <span className="small quiet">
            announced <TimeAgo at={announcedAt} />
          </span>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.text} tabIndex={0} aria-label="The text of the case">
        {material}
      </section>
      {answer.data !== undefined ? (
        <div className={styles.mark} role="status">
          <strong>{answer.data.isCaught ? 'You caught it.' : 'This one got past you.'}</strong>
          <p>{answer.data.flaw.says}</p>
          <p className="small quiet">The check for it: {checkInWords(answer.data.flaw.check)}.</p>
        </div>
      ) : isAnswered ? (
        <p className="quiet">You have answered it.</p>
      ) : announcedAt === null ? null : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            answer.mutate();
          }}
        >
          <Radio.Group label="What would you do?" value={decision} onChange={setDecision}>
            <div className={styles.choices}>
              {CHOICES.map(({ value, label }) => (
                <Radio key={value} value={value} label={label} />
              ))}
            </div>
          </Radio.Group>
          {answer.isError ? (
            <p role="alert">
              {sentence(problemOf(answer.error).detail)} {sentence(problemOf(answer.error).hint)}
            </p>
          ) : null}
          <Button type="submit" variant="default" disabled={decision === ''} loading={answer.isPending}>
            Answer
          </Button>
        </form>
      )}
    </article>
  );
}
