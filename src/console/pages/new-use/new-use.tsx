import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FocusEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { createUse, readNewUseQuestions } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import { Empty } from '../../parts/empty.tsx';
import { ErrorState, sentence } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { useOnce } from '../../parts/use-once.ts';
import { AudienceFields } from './audience-fields.tsx';
import { broughtBy, EMPTY, type Faults, faultsOf, fieldOf } from './draft-form.ts';
import { MessageFields } from './message-fields.tsx';
import styles from './new-use.module.css';
import { QuestionFields } from './question-fields.tsx';
import { useEdits } from './use-edits.ts';
import { useKept } from './use-kept.ts';
import { useVerdict } from './use-verdict.ts';
import { VerdictBar } from './verdict-bar.tsx';
import { VerdictPanel } from './verdict-panel.tsx';

/** Until it has a name, as the server wants one. */
const UNNAMED = 'New use';

/** A use made from what marketers have at hand: its verdict while they type, and kept when they say so. */
export default function NewUse() {
  const asked = useQuery({
    queryKey: ['new-use-questions'],
    queryFn: ({ signal }) => readNewUseQuestions({ signal }),
    staleTime: 300_000,
  });
  const page = (children: React.ReactNode) => (
    <Page
      title="New use"
      says="Bring what people will get and who they are. The verdict comes while you type, and nothing is sent to anybody."
    >
      {children}
    </Page>
  );
  if (asked.isError)
    return page(
      <ErrorState error={asked.error} kept="What you typed is kept." retry={() => void asked.refetch()} />,
    );
  if (asked.data === undefined) return page(<Loading what="the questions" />);
  if (asked.data.workspaces.length === 0)
    return page(
      <Empty title="There is nothing to judge a use by yet">
        Somebody has to push your organisation’s boundaries and data map first, once, with{' '}
        <code>scruple push</code>. What you typed is kept.
      </Empty>,
    );
  return page(<Form {...asked.data} />);
}

function Form({ questions, workspaces }: Awaited<ReturnType<typeof readNewUseQuestions>>) {
  const { value: form, change, clear, isKept } = useKept('new-use', EMPTY);
  const { apply, undo } = useEdits(form.text, (text) => change({ text }));
  const [isAsked, setIsAsked] = useState(false);
  const [left, setLeft] = useState<readonly string[]>([]);
  const element = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const brought = broughtBy(form);
  const body = brought === null ? null : { title: form.title.trim() || UNNAMED, ...brought };
  const verdict = useVerdict('new', body, (draft, signal) =>
    createUse({ ...draft, dryRun: true }, { signal }),
  );
  const once = useOnce(body);
  const keep = useMutation({
    mutationFn: () => createUse(body!, { once }),
    onSuccess: async ({ use }) => {
      clear();
      await queries.invalidateQueries({ queryKey: ['uses'] });
      await navigate(`/uses/${use}`);
    },
  });
  const goTo = (field: string) =>
    element.current?.querySelector<HTMLElement>(`[name="${field}"], [data-field="${field}"] input`)?.focus();
  const wrong = {
    ...faultsOf(form),
    ...(form.title.trim() === '' ? { title: 'Give it a name, so that others find it.' } : {}),
    ...(brought === null ? { text: 'Paste a message, or say below who the audience is.' } : {}),
    ...(workspaces.length > 1 && form.workspace === '' ? { workspace: 'Choose whose rules hold.' } : {}),
  };
  const refused = keep.error ?? verdict.query.error;
  const field = refused === null ? null : fieldOf(refused);
  const shown: Faults = {
    ...(isAsked ? wrong : only(left, faultsOf(form))),
    ...(field === null
      ? {}
      : { [field]: `${sentence(problemOf(refused).detail)} ${sentence(problemOf(refused).hint)}` }),
  };
  const [first] = Object.keys(wrong);
  const leave = ({ target }: FocusEvent<HTMLFormElement>) => {
    const { name } = target as { readonly name?: string };
    if (name !== undefined && !left.includes(name)) setLeft([...left, name]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsAsked(true);
    if (first !== undefined) goTo(first);
    else keep.mutate();
  };
  useEffect(() => {
    if (keep.isError && field !== null) goTo(field);
  });
  const ready = brought === null ? undefined : verdict.query.data;
  return (
    <form ref={element} onSubmit={submit} onBlur={leave} noValidate className={styles.page}>
      <div className={styles.columns}>
        <div className={styles.form}>
          <fieldset className={styles.part}>
            <legend>What is it?</legend>
            <TextInput
              name="title"
              label="Name"
              description="As you speak of it among yourselves"
              maxLength={120}
              value={form.title}
              error={shown.title}
              onChange={({ currentTarget }) => change({ title: currentTarget.value })}
            />
            {workspaces.length < 2 ? null : (
              <NativeSelect
                name="workspace"
                label="Whose rules hold?"
                data={[{ value: '', label: 'choose one' }, ...workspaces]}
                value={form.workspace}
                error={shown.workspace}
                onChange={({ currentTarget }) => change({ workspace: currentTarget.value })}
              />
            )}
          </fieldset>
          <fieldset className={styles.part}>
            <legend>What do people get?</legend>
            <MessageFields form={form} change={change} faults={shown} />
          </fieldset>
          <fieldset className={styles.part}>
            <legend>Who gets it?</legend>
            <AudienceFields form={form} change={change} faults={shown} />
          </fieldset>
          <fieldset className={styles.part}>
            <legend>Six questions</legend>
            <p className="small quiet">
              Answer what you know. What you leave out is written down as unknown.
            </p>
            <QuestionFields
              questions={questions}
              answers={form.answers}
              change={(answers) => change({ answers })}
              faults={shown}
            />
          </fieldset>
        </div>
        <section id="verdict" className={styles.result} aria-label="Verdict" tabIndex={-1}>
          <h2>What we see</h2>
          {refused !== null && field === null ? (
            <div className={styles.refused} role="alert">
              <strong>{sentence(problemOf(refused).detail)}</strong>
              <p>What you typed is kept. {sentence(problemOf(refused).hint)}</p>
              <Button variant="default" size="sm" onClick={() => void verdict.query.refetch()}>
                Try again
              </Button>
            </div>
          ) : null}
          {ready === undefined ? (
            <p className={styles.waits}>
              {brought === null
                ? 'As soon as there is a message or an audience, its verdict stands here: what was found and where, why it matters, and what to do instead.'
                : 'Checking …'}
            </p>
          ) : (
            <VerdictPanel
              draft={ready}
              text={form.text}
              apply={apply}
              undo={undo}
              questions={questions}
              goTo={goTo}
            />
          )}
        </section>
      </div>
      {isKept ? null : (
        <p className={styles.refused} role="status">
          It is too long for the browser to keep: a reload would lose it. Keep it as a use soon.
        </p>
      )}
      <VerdictBar
        verdict={verdict}
        hasAny={brought !== null}
        action={
          <div className={styles.beside}>
            {JSON.stringify(form) === JSON.stringify(EMPTY) ? null : (
              <Button variant="subtle" onClick={clear}>
                Start over
              </Button>
            )}
            <Button type="submit" loading={keep.isPending}>
              Keep as a use
            </Button>
          </div>
        }
      />
    </form>
  );
}

/** While somebody types an address it is not wrong yet. */
const only = (names: readonly string[], faults: Faults): Faults =>
  Object.fromEntries(Object.entries(faults).filter(([name]) => names.includes(name)));
