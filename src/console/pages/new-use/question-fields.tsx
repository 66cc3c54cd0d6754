import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { Answers, Question } from '../../api/client.ts';
import type { Faults } from './draft-form.ts';
import styles from './new-use.module.css';

/** The questions as the server asks them; none must be answered. */
export const QuestionFields = ({
  questions,
  answers,
  change,
  faults,
}: {
  readonly questions: readonly Question[];
  readonly answers: Answers;
  readonly change: (answers: Answers) => void;
  readonly faults: Faults;
}) =>
  questions.map((question) => (
    <Field
      key={question.id}
      question={question}
      value={answers[question.id as keyof Answers]}
      fault={faults[question.id]}
      change={(value) => {
        const { [question.id as keyof Answers]: _before, ...others } = answers;
        change(value === undefined ? others : ({ ...others, [question.id]: value } as Answers));
      }}
    />
  ));

function Field({
  question: { id, asks, why, form, options },
  value,
  fault,
  change,
}: {
  readonly question: Question;
  readonly value: string | readonly string[] | undefined;
  readonly fault: string | undefined;
  readonly change: (value: string | readonly string[] | undefined) => void;
}) {
  const said = (text: string) => change(text === '' ? undefined : text);
  const common = { name: id, label: asks, description: why, error: fault };
  if (form === 'some-of')
    return (
      <Checkbox.Group
        {...common}
        value={[...((value as readonly string[] | undefined) ?? [])]}
        onChange={(values) => change(values.length === 0 ? undefined : values)}
      >
        <div className={styles.checks}>
          {options.map((option) => (
            <Checkbox key={option.value} value={option.value} label={option.says} />
          ))}
        </div>
      </Checkbox.Group>
    );
  if (form === 'one-of')
    return (
      <NativeSelect
        {...common}
        data={[
          { value: '', label: 'not said' },
          ...options.map((option) => ({ value: option.value, label: option.says })),
        ]}
        value={(value as string | undefined) ?? ''}
        onChange={({ currentTarget }) => said(currentTarget.value)}
      />
    );
  return (
    <TextInput
      {...common}
      type={form === 'address' ? 'email' : form === 'day' ? 'date' : 'text'}
      {...(form === 'address' ? { autoComplete: 'email' } : {})}
      value={(value as string | undefined) ?? ''}
      onChange={({ currentTarget }) => said(currentTarget.value)}
    />
  );
}
