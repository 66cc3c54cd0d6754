import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { addVersion, type Draft, readNewUseQuestions } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import { Empty } from '../../parts/empty.tsx';
import { ErrorState, sentence } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { useOnce } from '../../parts/use-once.ts';
import { AudienceFields } from '../new-use/audience-fields.tsx';
import {
  answersOf,
  broughtBy,
  type DraftForm,
  EMPTY,
  faultsOf,
  fieldOf,
  type MessageForm,
} from '../new-use/draft-form.ts';
import { MessageFields } from '../new-use/message-fields.tsx';
import form from '../new-use/new-use.module.css';
import { QuestionFields } from '../new-use/question-fields.tsx';
import { formatOf } from '../new-use/read-dropped.ts';
import { useEdits } from '../new-use/use-edits.ts';
import { useKept } from '../new-use/use-kept.ts';
import { useVerdict } from '../new-use/use-verdict.ts';
import { VerdictBar } from '../new-use/verdict-bar.tsx';
import { VerdictPanel } from '../new-use/verdict-panel.tsx';
import type { Card } from './card.ts';
import { isMadeHere } from './next-step.ts';
import { type Shown, useShown } from './use-shown.ts';

interface EditForm extends DraftForm {
  /** The version that the edit was begun from, as `If-Match`. */
  readonly since: number;
}

/** A repaired version of a use that was made here: its message and what is still unanswered. */
export function EditUse() {
  const shown = useShown();
  if (!isMadeHere(shown.version) || (shown.card.messages?.length ?? 0) > 1)
    return (
      <Empty title="It is edited where it was made">
        It came from a workspace of files. Repair it there and run <code>scruple push</code>; what is changed
        here would be undone by the next push.
      </Empty>
    );
  return <Edit key={shown.use.id} shown={shown} />;
}

function Edit({ shown: { use, version, card } }: { readonly shown: Shown }) {
  const given = givenIn(use.id, version.files, card);
  const kept = useKept<EditForm>(`edit.${use.id}`, { ...EMPTY, ...given, answers: {}, since: use.version });
  const { value, change, clear } = kept;
  const { apply, undo } = useEdits(value.text, (text) => change({ text }));
  const element = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const asked = useQuery({
    queryKey: ['new-use-questions'],
    queryFn: ({ signal }) => readNewUseQuestions({ signal }),
    staleTime: 300_000,
  });
  const { message, audience, answers } = broughtBy(value) ?? { answers: answersOf(value) };
  const faults = faultsOf(value);
  const body = {
    ...(message === undefined ? {} : { message }),
    ...(audience === undefined ? {} : { audience }),
    answers,
  };
  const base = value.since;
  const verdict = useVerdict(
    `edit ${use.id} ${base}`,
    body,
    async (brought, signal) =>
      (await addVersion(use.id, { ...brought, dryRun: true }, { version: base, signal })) as Draft,
  );
  const once = useOnce([use.id, base, body]);
  const keep = useMutation({
    mutationFn: () => addVersion(use.id, body, { version: base, once }),
    onSuccess: async () => {
      clear();
      await queries.invalidateQueries({ queryKey: ['uses'] });
      await navigate(`/uses/${use.id}`);
    },
  });
  if (asked.isError) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Loading what="the questions" />;
  const refused = keep.error ?? verdict.query.error;
  const field = refused === null ? null : fieldOf(refused);
  const says =
    refused === null ? '' : `${sentence(problemOf(refused).detail)} ${sentence(problemOf(refused).hint)}`;
  const shownFaults = { ...faults, ...(field === null ? {} : { [field]: says }) };
  const goTo = (name: string) => element.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first] = Object.keys(faults);
    if (first === undefined) keep.mutate();
    else goTo(first);
  };
  return (
    <form ref={element} onSubmit={submit} noValidate className={form.page}>
      <div className={form.columns}>
        <div className={form.form}>
          <fieldset className={form.part}>
            <legend>What do people get?</legend>
            <MessageFields form={value} change={change} faults={shownFaults} />
          </fieldset>
          <fieldset className={form.part}>
            <legend>Who gets it?</legend>
            <p className="small quiet">Left empty, it stays as it is.</p>
            <AudienceFields form={value} change={change} faults={shownFaults} />
          </fieldset>
          <fieldset className={form.part}>
            <legend>Six questions</legend>
            <p className="small quiet">What you leave out stays as it was said before.</p>
            <QuestionFields
              questions={asked.data.questions}
              answers={value.answers}
              change={(answers) => change({ answers })}
              faults={shownFaults}
            />
          </fieldset>
        </div>
        <section id="verdict" className={form.result} aria-label="Verdict" tabIndex={-1}>
          <h2>What we see</h2>
          {refused !== null && field === null ? (
            <div className={form.refused} role="alert">
              <strong>{says}</strong>
              <p>What you typed is kept.</p>
              {problemOf(refused).code === 'store.changed' ? (
                <Button variant="default" size="sm" onClick={() => change({ since: use.version })}>
                  Put it on top of what is there now
                </Button>
              ) : null}
            </div>
          ) : null}
          {verdict.query.data === undefined ? (
            <p className={form.waits}>Checking …</p>
          ) : (
            <VerdictPanel
              draft={verdict.query.data}
              text={value.text}
              apply={apply}
              undo={undo}
              questions={asked.data.questions}
              goTo={goTo}
            />
          )}
        </section>
      </div>
      <VerdictBar
        verdict={verdict}
        hasAny
        action={
          <div className={form.beside}>
            <Button component={Link} variant="subtle" to={`/uses/${use.id}`} onClick={clear}>
              Leave it as it was
            </Button>
            <Button type="submit" loading={keep.isPending}>
              Keep as a new version
            </Button>
          </div>
        }
      />
    </form>
  );
}

/** The message as it was kept last. */
function givenIn(
  use: string,
  files: Shown['version']['files'],
  { messages = [] }: Card,
): Partial<MessageForm> {
  const [first] = messages;
  if (first === undefined) return {};
  const { file, subject, from } = (typeof first === 'string' ? { file: first } : first) as {
    readonly file: string;
    readonly subject?: string;
    readonly from?: string;
  };
  return {
    text: files.find(({ path }) => path === `uses/${use}/${file}`)?.text ?? '',
    format: formatOf(file),
    subject: subject ?? '',
    from: from ?? '',
  };
}
