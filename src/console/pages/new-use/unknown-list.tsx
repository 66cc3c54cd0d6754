import type { Question, Unknown } from '../../api/client.ts';
import { sentence } from '../../parts/error-state.tsx';
import { Shape } from '../../parts/gravity.tsx';
import styles from './new-use.module.css';

/** What nobody said: why it matters, and what answers it. */
export const UnknownList = ({
  unknowns,
  questions,
  goTo,
}: {
  readonly unknowns: readonly Unknown[];
  readonly questions: readonly Question[];
  /** Leads to a field of the form; without it nothing here can be answered on the page. */
  readonly goTo?: (field: string) => void;
}) => (
  <ul className={styles.unknowns}>
    {unknowns.map(({ key, says, why, question }) => {
      const field = fieldFor(key, question);
      const asks = questions.find(({ id }) => id === question)?.asks;
      return (
        <li key={key}>
          <Shape of="none" />
          <div>
            <strong>{sentence(says).replace(/\.$/, '')}</strong>
            <p className="quiet">{sentence(why)}</p>
            {field === null || goTo === undefined ? (
              <p className="small quiet">{ANSWERED_BY[key] ?? ELSEWHERE}</p>
            ) : (
              <button type="button" className={styles.link} onClick={() => goTo(field)}>
                {asks === undefined ? 'Fill it in' : `Answer “${asks}”`}
              </button>
            )}
          </div>
        </li>
      );
    })}
  </ul>
);

const ELSEWHERE = 'It has no field here: whoever looks after your workspace writes it into the card.';
const ANSWERED_BY: Readonly<Record<string, string>> = {
  approver: 'A review answers it: reviewers are never the owner.',
  basis: 'The contract with who gave the data answers it, and what people were told then.',
};

/** The field of the page that answers it. */
function fieldFor(key: string, question: Unknown['question']): string | null {
  if (question !== null) return question;
  if (key === 'messages') return 'text';
  if (key === 'audience') return 'audienceName';
  if (key === 'audience.segment') return 'way';
  if (key === 'audience.dialect') return 'dialect';
  if (key === 'audience.origin') return 'origin';
  if (key.endsWith('.subject')) return 'subject';
  return key.endsWith('.from') ? 'from' : null;
}
