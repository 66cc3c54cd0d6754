import type { ExplanationReasonsItem } from '../../api/client.ts';
import styles from './decision.module.css';

const LENGTHS = { 'decides most': 100, strongly: 65, noticeably: 35, slightly: 15 } as const;

/** Reasons, strongest first: each sentence with a bar to the side it leads to, as long as it is strong. */
export const Reasons = ({ reasons }: { readonly reasons: readonly ExplanationReasonsItem[] }) => (
  <figure className={styles.reasons}>
    <ol className={styles.bars}>
      {reasons.map(({ code, says, direction, strength }) => (
        <li key={code} className={styles.reason}>
          <span>{says}</span>
          {direction === null || strength === null ? null : (
            <span className={styles.track} aria-hidden="true">
              <span className={styles.lowers}>
                {direction === 'lowers' ? (
                  <span className={styles.bar} style={{ width: `${LENGTHS[strength]}%` }} />
                ) : null}
              </span>
              <span className={styles.raises}>
                {direction === 'raises' ? (
                  <span className={styles.bar} style={{ width: `${LENGTHS[strength]}%` }} />
                ) : null}
              </span>
            </span>
          )}
        </li>
      ))}
    </ol>
    {reasons.some(({ direction }) => direction !== null) ? (
      <figcaption className={styles.axis}>
        <span>← lowers the score</span>
        <span>raises the score →</span>
      </figcaption>
    ) : null}
  </figure>
);
