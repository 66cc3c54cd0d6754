import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Draft, ListedFinding, Question } from '../../api/client.ts';
import { NotAssessed } from '../../parts/finding.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { ShownMessage } from '../../parts/message-preview.tsx';
import { FindingList } from './finding-list.tsx';
import styles from './new-use.module.css';
import { Suggest } from './suggest.tsx';
import { UnknownList } from './unknown-list.tsx';

/** The verdict on what was brought: the message with what was found in it, and all that is still unknown. */
export function VerdictPanel({
  draft,
  text,
  apply,
  undo,
  questions,
  goTo,
}: {
  readonly draft: Draft;
  /** The message as it stands in the form now. */
  readonly text: string;
  readonly apply: (text: string) => void;
  /** Takes back the edit that was applied last; `null` where there is none. */
  readonly undo: (() => void) | null;
  readonly questions: readonly Question[];
  readonly goTo?: (field: string) => void;
}) {
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const { preview, findings, unknowns, notAssessed, files } = draft;
  const inMessage = findings.filter(({ at }) => at.file === preview?.file);
  const others = findings.filter(({ at }) => at.file !== preview?.file);
  const isThere = findings.some(({ id }) => id === chosen);
  const current = chosen === null ? null : isThere ? chosen! : (inMessage[0]?.id ?? null);
  const textOf = (file: string) => files.find(({ path }) => path === file)?.text;
  // A place holds for the text that was judged, and not for one that was changed since.
  const isSame = preview !== null && textOf(preview.file) === text;
  return (
    <>
      <Verdict draft={draft} />
      {preview === null ? null : (
        <section aria-label="What people see">
          <ShownMessage preview={preview} current={current} />
        </section>
      )}
      {undo === null ? null : (
        <p className={styles.undo} role="status">
          The message was changed.{' '}
          <Button variant="default" size="compact-sm" onClick={undo}>
            Take it back
          </Button>
        </p>
      )}
      <Group title="In the message" count={inMessage.length} none={noneIn(draft)}>
        <FindingList
          findings={inMessage}
          current={current}
          open={setChosen}
          textOf={textOf}
          actionsOf={(finding: ListedFinding) =>
            isSame ? <Suggest key={finding.id} finding={finding} text={text} apply={apply} /> : null
          }
        />
      </Group>
      {unknowns.length === 0 ? null : (
        <Group title="Still unknown" count={unknowns.length}>
          <UnknownList unknowns={unknowns} questions={questions} {...(goTo === undefined ? {} : { goTo })} />
        </Group>
      )}
      {others.length === 0 ? null : (
        <Group title="In the plan" count={others.length}>
          <FindingList findings={others} current={current} open={setChosen} textOf={textOf} />
        </Group>
      )}
      {notAssessed.length === 0 ? null : (
        <Group title="Not assessed" count={notAssessed.length}>
          {notAssessed.map((one) => (
            <NotAssessed key={one.check} {...one} />
          ))}
        </Group>
      )}
    </>
  );
}

const noneIn = ({ preview }: Draft): string =>
  preview === null ? 'No words were given, so none were judged.' : 'Nothing was found in its words.';

const SAYS: Readonly<Record<Draft['verdict'], string>> = {
  block: 'It must not run as it is.',
  review: 'A reviewer has to look at it before it runs.',
  allow: 'Nothing was found. That is no approval: a reviewer gives that.',
};

const Verdict = ({ draft }: { readonly draft: Draft }) => (
  <div className={styles.verdict}>
    <Gravity of={draft.verdict} />
    <p>{SAYS[draft.verdict]}</p>
  </div>
);

function Group({
  title,
  count,
  none,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly none?: string;
  readonly children: React.ReactNode;
}) {
  return (
    <section className={styles.group} aria-label={title}>
      <h3>
        {title} <span className="quiet">{count}</span>
      </h3>
      {count === 0 ? <p className="quiet">{none}</p> : children}
    </section>
  );
}
