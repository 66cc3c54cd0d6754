import type { CustomerRequest, TableChange } from '../../api/client.ts';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { ACKNOWLEDGEMENTS, ANSWERS, inWords, PROOFS, REFUSALS, REQUEST_STEPS } from './request-words.ts';
import styles from './requests.module.css';
import { changesInWords } from './table-words.ts';

type Step = CustomerRequest['events'][number];

/** Every step, latest first, with the words that were said to the person. */
export const Steps = ({ events }: { readonly events: CustomerRequest['events'] }) => (
  <ol className={styles.steps} reversed>
    {[...events].reverse().map((step) => (
      <li key={step.number}>
        <p>
          <TimeAgo at={step.at} />: {inWords(REQUEST_STEPS, step.type)}
          {saidIn(step)}
          {step.by === null ? null : (
            <>
              , by <code>{step.by}</code>
            </>
          )}
        </p>
        {step.words === null ? null : <blockquote className={styles.words}>{step.words}</blockquote>}
      </li>
    ))}
  </ol>
);

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What a step says beside what it is. */
function saidIn({ type, says }: Step): string {
  switch (type) {
    case 'proven':
      return `: ${inWords(PROOFS, text(says.proof))}`;
    case 'effected':
      return `: ${says.effect === 'erased' ? `${says.choices} choices were erased` : `${says.choices} choices were recorded`}`;
    case 'destinations-asked':
      return Array.isArray(says.destinations) ? `: ${says.destinations.join(', ')}` : '';
    case 'acknowledged':
      return `: ${text(says.destination)}, ${inWords(ACKNOWLEDGEMENTS, text(says.outcome))}`;
    case 'change-begun':
      return `: ${text(says.destination)}`;
    case 'changed':
      return `: ${text(says.destination)}; ${changesInWords((says.tables ?? []) as readonly TableChange[])}`;
    case 'change-failed':
      return `: ${text(says.destination)} (${text(says.problem)})`;
    case 'answered':
      return `: ${inWords(ANSWERS, text(says.outcome))}`;
    case 'refused':
      return `: ${inWords(REFUSALS, text(says.reason))}`;
    default:
      return '';
  }
}
