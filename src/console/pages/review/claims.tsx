import { Gravity } from '../../parts/gravity.tsx';
import type { Claim } from './card.tsx';
import styles from './review.module.css';
import { useOpenReview } from './use-review.ts';

/** What the messages claim, the fact that each rests on, and what was found about it. */
export function Claims({ claims }: { readonly claims: readonly Claim[] }) {
  const { findings, version } = useOpenReview();
  const missing = new Set((version.notAssessed ?? []).flatMap(({ missing }) => missing));
  return (
    <ul className={styles.claims}>
      {claims.map((claim) => {
        const about = findings.filter(
          ({ what, quote }) => mentions(claim, what) || mentions(claim, quote ?? ''),
        );
        return (
          <li key={`${claim.says} ${claim.fact}`} className={styles.surface}>
            <q>{claim.says}</q>
            <span className="small quiet">
              {claim.fact === undefined ? (
                'rests on no fact'
              ) : (
                <>
                  rests on the fact <code>{claim.fact}</code>
                  {claim.expect === undefined ? null : <>, expecting {expectation(claim.expect)}</>}
                  {missing.has(claim.fact) ? '; nobody could ask it' : null}
                </>
              )}
            </span>
            {about.map(({ id, gravity, what }) => (
              <span key={id} className={styles.about}>
                <Gravity of={gravity} /> <span>{what}</span>
              </span>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

const mentions = ({ says, fact }: Claim, text: string): boolean =>
  text.includes(says) || (fact !== undefined && text.includes(fact));

const expectation = (expect: Readonly<Record<string, unknown>>): string =>
  Object.entries(expect)
    .map(([what, value]) => `${what.replaceAll('_', ' ')} ${String(value)}`)
    .join(' and ');
