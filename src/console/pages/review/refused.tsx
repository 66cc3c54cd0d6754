import { problemOf } from '../../api/problem.ts';
import { sentence } from '../../parts/error-state.tsx';
import styles from './review.module.css';

/** What the server would not take, beside the form that holds all that was typed. */
export function Refused({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  const { code, detail, hint } = problemOf(error);
  const isOvertaken = code === 'review.wrong-state' || code === 'store.changed';
  return (
    <p className={styles.refused} role="alert">
      {isOvertaken ? 'Somebody was faster. ' : ''}
      {sentence(detail)} {sentence(hint)} What you typed is kept.
    </p>
  );
}
