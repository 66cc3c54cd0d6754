import { useMe } from '../../shell/session.tsx';
import { isApproval, missingFrom } from './decision-draft.ts';
import styles from './review.module.css';
import { useOpenReview } from './use-review.ts';

const STEPS: Readonly<Record<string, string>> = {
  participation: 'part',
  conflict: 'people',
  training: 'people',
  authority: 'people',
  'first-judgement': 'first',
  'verdict-shown': 'verdict',
  answer: 'findings',
  harm: 'harms',
  alternative: 'alternatives',
  'second-approver': 'people',
  'outside-approver': 'people',
};
const SHOWN = 3;

/** What is still missing before a decision counts, always in sight; each leads to the step that gives it. */
export function MissingBar() {
  const { review, own, mayJudge, decision } = useOpenReview();
  const me = useMe();
  if (!mayJudge || own?.decision != null) return null;
  const mine =
    own === null
      ? [{ field: 'participation', says: 'your part: declare any conflict of interest' }]
      : review.missing.filter(({ by }) => by === me.key);
  const isNo = decision.decision !== '' && !isApproval(decision.decision);
  const drafted = own === null || own.verdictShownAt === null ? [] : missingFrom(decision);
  // A no needs its reason alone.
  const all = isNo ? drafted : [...mine, ...drafted];
  const groups = [
    ...Map.groupBy(all, ({ field }) => STEPS[field] ?? (field === 'material' ? 'material' : 'decision')),
  ];
  return (
    <aside className={styles.bar} aria-label="What is missing">
      <p role="status">
        {all.length === 0 ? (
          <strong>Nothing is missing: your decision counts.</strong>
        ) : (
          <>
            <strong>
              {all.length} {all.length === 1 ? 'thing is' : 'things are'} missing
            </strong>{' '}
            <span className="quiet">before {isNo ? 'it' : 'an approval'} counts</span>
          </>
        )}
      </p>
      <ul>
        {groups.slice(0, SHOWN).map(([step, missing]) => (
          <li key={step}>
            <a
              href={`#${step}`}
              onClick={() => document.getElementById(step)?.focus({ preventScroll: true })}
            >
              {inWords(step, missing)}
            </a>
          </li>
        ))}
        {groups.length > SHOWN ? <li className="quiet">and {groups.length - SHOWN} more steps</li> : null}
      </ul>
    </aside>
  );
}

/** Looks and answers by what the page calls them, all else as the server says it. */
function inWords(step: string, missing: ReadonlyArray<{ readonly says: string }>): string {
  const [{ says } = { says: '' }, ...more] = missing;
  if (step === 'findings')
    return more.length === 0 ? 'an answer to one finding' : `answers to ${missing.length} findings`;
  const first = says.replace(/^a look at (card|difference)\b.*$/, (_, name: string) => LOOKS[name]!);
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}

const LOOKS: Readonly<Record<string, string>> = {
  card: 'a look at the plan',
  difference: 'a look at what changed',
};
