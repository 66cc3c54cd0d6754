import type { FormEvent, ReactNode } from 'react';
import { problemOf } from '../api/problem.ts';
import { sentence } from './error-state.tsx';
import styles from './fields.module.css';

/** A form whose fields stand under each other; what the server would not take is said in it, and what was typed stays. */
export function Form({
  submit,
  error,
  children,
}: {
  readonly submit: () => void;
  readonly error: unknown;
  readonly children: ReactNode;
}) {
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    submit();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      {children}
      <Refusal error={error} />
    </form>
  );
}

/** What the server would not do, and what to do about it. */
export function Refusal({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  const { detail, hint } = problemOf(error);
  return (
    <p className={styles.refusal} role="alert">
      {sentence(detail)} {sentence(hint)}
    </p>
  );
}
