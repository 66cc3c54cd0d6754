import { useQuery } from '@tanstack/react-query';
import { type ReviewBudget, readReviewBudget } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { checkInWords, missingInWords } from '../../parts/in-words.ts';
import { Loading } from '../../parts/loading.tsx';
import { Section } from '../../parts/page.tsx';
import styles from './reviews.module.css';

const MOST = 6;
const one = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
/** At most so many uses should need more than a minute of human time (oversight: the goal is ours). */
const GOAL = 0.15;

/** What reviewing costs against the hours there are, and what causes most of it. */
export function Budget() {
  const budget = useQuery({
    queryKey: ['statistics', 'budget'],
    queryFn: ({ signal }) => readReviewBudget({ signal }),
  });
  return (
    <Section title="The review budget">
      {budget.isError ? (
        <ErrorState error={budget.error} retry={() => void budget.refetch()} />
      ) : budget.data === undefined ? (
        <Loading what="the budget" />
      ) : (
        <Figures budget={budget.data} />
      )}
    </Section>
  );
}

const Figures = ({ budget }: { readonly budget: ReviewBudget }) => {
  const { weeks, openedPerWeek, hoursNeededPerWeek, hoursAvailablePerWeek, load, overOneMinute, causes } =
    budget;
  return (
    <div className={styles.budget}>
      <div className={styles.figures}>
        <p>
          <strong>{one.format(openedPerWeek)}</strong> reviews a week, over the last {weeks} weeks
        </p>
        <p>
          <strong>{one.format(hoursNeededPerWeek)} h</strong> needed of{' '}
          {hoursAvailablePerWeek === 0
            ? 'hours that nobody has set yet'
            : `${one.format(hoursAvailablePerWeek)} h`}
        </p>
        {load === null ? null : (
          <>
            <meter
              min={0}
              max={Math.max(1, load)}
              high={1}
              value={load}
              aria-label={`${percent.format(load)} of the hours there are`}
            />
            <p className="small quiet">
              {percent.format(load)} of the hours there are
              {load > 1 ? ': the queue grows' : ''}
            </p>
          </>
        )}
        {overOneMinute === null ? null : (
          <p className="small quiet">
            {percent.format(overOneMinute.share)} of {overOneMinute.uses} uses took a person more than a
            minute; the goal is {percent.format(GOAL)} at most.
          </p>
        )}
      </div>
      <div>
        <h3>What causes most of it</h3>
        {causes.length === 0 ? (
          <p className="quiet">No review in these weeks had a cause that a repair could spare.</p>
        ) : (
          <ol className={styles.causes}>
            {causes.slice(0, MOST).map(({ type, name, reviews, alone, minutes }) => (
              <li key={`${type} ${name}`}>
                <span title={name}>{type === 'check' ? checkInWords(name) : missingInWords(name)}</span>{' '}
                <span className="small quiet">
                  {type === 'check' ? 'not so' : 'not known'} in {reviews}{' '}
                  {reviews === 1 ? 'review' : 'reviews'}
                  {alone === 0 ? '' : `, the only cause of ${alone}`}, {one.format(minutes)} minutes
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
};
