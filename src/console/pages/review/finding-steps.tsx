import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { GRAVITIES } from '../../../kernel/gravity.ts';
import type { ListedFinding } from '../../api/client.ts';
import { Finding } from '../../parts/finding.tsx';
import { Shape } from '../../parts/gravity.tsx';
import { checkInWords } from '../../parts/in-words.ts';
import { Refused } from './refused.tsx';
import styles from './review.module.css';
import { Step } from './step.tsx';
import { useDraft } from './use-draft.ts';
import { useAct, useOpenReview } from './use-review.ts';

/** In lines: what is longer is no place that one looks at. */
const LONGEST_PLACE = 12;
const NO_REASONS: Readonly<Record<string, string>> = {};

/**
 * The findings one by one, by mouse or by single keys. The keys count inside of this part alone and never where one
 * types, so that they meet neither a screen reader's nor a browser's.
 */
export function FindingSteps() {
  const { review, version, findings, own, mayJudge, current, setCurrent } = useOpenReview();
  const act = useAct(review.id);
  const [reasons, setReasons] = useDraft(`${review.id}.reasons`, NO_REASONS);
  const [isDisagreeing, setDisagreeing] = useState(false);
  const region = useRef<HTMLFieldSetElement>(null);
  const reason = useRef<HTMLInputElement>(null);
  const asked = gravestFirst(
    (review.subject.findings ?? []).flatMap(({ id }) => findings.find((one) => one.id === id) ?? []),
  );
  const answers = new Map((own?.answers ?? []).map((answer) => [answer.finding, answer]));
  const first = asked.find(({ id }) => !answers.has(id)) ?? asked[0] ?? null;
  useEffect(() => {
    // Both sides of the page speak of the same finding from the start.
    if (current === null && first !== null) setCurrent(first);
  }, [current, first, setCurrent]);
  if (review.subject.findings === null || first === null) return null;
  const shown = current ?? first;
  const at = Math.max(
    0,
    asked.findIndex(({ id }) => id === shown.id),
  );
  const mayAnswer = mayJudge && own !== null && own.verdictShownAt !== null && own.decision === null;
  const go = (index: number): void => {
    const next = asked[Math.min(Math.max(index, 0), asked.length - 1)]!;
    setDisagreeing(false);
    act.reset();
    setCurrent(next);
  };
  const answer = (agrees: boolean): void => {
    const said = reasons[shown.id]?.trim() ?? '';
    act.mutate(
      [{ type: 'answered-finding', finding: shown.id, agrees, reason: agrees || said === '' ? null : said }],
      {
        onSuccess: () => {
          setReasons({ ...reasons, [shown.id]: '' });
          go(at + 1);
          region.current?.focus({ preventScroll: true });
        },
      },
    );
  };
  const keys: Readonly<Record<string, () => void>> = {
    j: () => go(at + 1),
    k: () => go(at - 1),
    ...(mayAnswer
      ? {
          a: () => answer(true),
          d: () => {
            setDisagreeing(true);
            // The field is there after the next drawing.
            requestAnimationFrame(() => reason.current?.focus());
          },
        }
      : {}),
  };
  const onKey = (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (isTyping || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const given = answers.get(shown.id);
  return (
    <Step id="findings" title="Findings, one by one">
      {/* A group that holds the focus: single keys must not count outside of it (WCAG 2.1.4). */}
      <fieldset
        ref={region}
        className={styles.findings}
        tabIndex={-1}
        onKeyDown={onKey}
        aria-describedby="finding-keys"
      >
        <legend className="unseen">Findings</legend>
        <ol className={styles.stops} aria-label="All findings">
          {asked.map((finding, index) => (
            <li key={finding.id}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                aria-label={`${index + 1}: ${finding.gravity}, ${checkInWords(finding.check)}, ${stateOf(answers.get(finding.id))}`}
                onClick={() => go(index)}
                data-answered={answers.has(finding.id) || undefined}
              >
                <Shape of={finding.gravity} size={12} />
                {answers.has(finding.id) ? (answers.get(finding.id)!.agrees ? '✓' : '✗') : index + 1}
              </button>
            </li>
          ))}
        </ol>
        <p className="unseen" aria-live="polite">
          Finding {at + 1} of {asked.length}: {shown.what}
        </p>
        <Finding
          finding={shown}
          text={isOfPlace(shown) ? version.files.find(({ path }) => path === shown.at.file)?.text : undefined}
          actions={
            <div className={styles.answer}>
              {given === undefined ? null : (
                <p className="small">
                  You {given.agrees ? 'agreed' : 'disagreed'}
                  {given.reason === null ? '.' : <>: {given.reason}</>}
                </p>
              )}
              {mayAnswer ? (
                <>
                  {isDisagreeing || (reasons[shown.id] ?? '') !== '' ? (
                    <TextInput
                      ref={reason}
                      label="Why is it not so?"
                      value={reasons[shown.id] ?? ''}
                      onChange={(event) => setReasons({ ...reasons, [shown.id]: event.currentTarget.value })}
                      onKeyDown={(event) => {
                        if (event.key === 'Enter' && (reasons[shown.id] ?? '').trim() !== '') answer(false);
                        if (event.key === 'Escape') {
                          setDisagreeing(false);
                          region.current?.focus({ preventScroll: true });
                        }
                      }}
                    />
                  ) : null}
                  <Refused error={act.error} />
                  <div className={styles.buttons}>
                    <Button variant="default" onClick={() => answer(true)} loading={act.isPending}>
                      Agree <kbd>a</kbd>
                    </Button>
                    <Button
                      variant="default"
                      onClick={() => ((reasons[shown.id] ?? '').trim() === '' ? keys.d?.() : answer(false))}
                    >
                      Disagree <kbd>d</kbd>
                    </Button>
                  </div>
                </>
              ) : null}
            </div>
          }
        />
        <div className={styles.moves}>
          <Button variant="subtle" disabled={at === 0} onClick={() => go(at - 1)}>
            Before <kbd>k</kbd>
          </Button>
          <span className="small quiet">
            {at + 1} of {asked.length}
          </span>
          <Button variant="subtle" disabled={at === asked.length - 1} onClick={() => go(at + 1)}>
            Next <kbd>j</kbd>
          </Button>
        </div>
        <p id="finding-keys" className="small quiet">
          The keys count while the focus is in this part and not in a field.
        </p>
      </fieldset>
    </Step>
  );
}

const stateOf = (answer: { readonly agrees: boolean } | undefined): string =>
  answer === undefined ? 'not answered' : answer.agrees ? 'you agreed' : 'you disagreed';

const gravestFirst = (findings: readonly ListedFinding[]): readonly ListedFinding[] =>
  findings.toSorted((one, other) => GRAVITIES.indexOf(other.gravity) - GRAVITIES.indexOf(one.gravity));

/** A finding of the message as a whole marks no place in it. */
const isOfPlace = ({ at }: ListedFinding): boolean => at.endLine - at.line < LONGEST_PLACE;
