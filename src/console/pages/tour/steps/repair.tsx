import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { allPages } from '../../../api/all-pages.ts';
import { type Story, searchFindings } from '../../../api/client.ts';
import { ErrorState } from '../../../parts/error-state.tsx';
import { PlainGravity } from '../../../parts/gravity.tsx';
import { checkInWords } from '../../../parts/in-words.ts';
import { Loading } from '../../../parts/loading.tsx';
import { Section } from '../../../parts/page.tsx';
import { Said } from '../../../parts/said.tsx';
import { Terms } from '../parts.tsx';
import { inWorld, shareInWords } from '../story-words.ts';
import styles from '../tour.module.css';

/** Uses of the example workspace with the same pattern as the countdown, and its repair. */
const PAIR = ['winback-spring', 'winback-spring-repaired'] as const;

/** What the checks say of such a message before it is sent, and of the repaired one. */
export function Repair({ story }: { readonly story: Story }) {
  const repaired = inWorld(story.watched, 'winback-repaired');
  const alarms = story.alarms.filter(({ use }) => use === repaired.use).length;
  const found = useQuery({
    queryKey: ['tour', 'findings'],
    queryFn: ({ signal }) => allPages((page) => searchFindings({ ...page, query: PAIR[0] }, { signal })),
  });
  return (
    <>
      <p className={styles.lead}>
        A pause asks people. The workspace of this server holds the same pattern as uses that can be reviewed:
        one as the team wrote it, and one repaired. They are real to the checks; open them.
      </p>
      {found.isError ? (
        <ErrorState error={found.error} retry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <Loading what="the findings" />
      ) : (
        PAIR.map((use) => {
          const findings = found.data.items.filter((one) => one.use === use);
          return (
            <Section key={use} title={use} aside={<Link to={`/uses/${use}`}>Open {use}</Link>}>
              {findings.length === 0 ? (
                <p>Nothing stands against it that you may see.</p>
              ) : (
                <ul className={styles.findings}>
                  {findings.map(({ finding }) => (
                    <li key={`${finding.check} ${finding.what} ${finding.quote ?? ''}`}>
                      <PlainGravity of={finding.gravity as 'block'} />
                      <strong>{checkInWords(finding.check)}</strong>
                      <p>
                        <Said words={finding.what} />
                      </p>
                    </li>
                  ))}
                </ul>
              )}
            </Section>
          );
        })
      )}
      <Section title="In the year of the story">
        <p>
          From June on {story.campaigns.find(({ use }) => use === repaired.use)!.says}.{' '}
          {repaired.sends.toLocaleString('en')} messages went out; complaints:{' '}
          {shareInWords(repaired.complaints)}; opt-outs: {shareInWords(repaired.optOuts)}; orders:{' '}
          {shareInWords(repaired.ordered)}. The monitors watched it as they watched the countdown, and{' '}
          {alarms === 0 ? 'none alarmed' : `alarmed ${alarms} times`}.
        </p>
      </Section>
      <Terms
        lead="The offer, the boots and the people stay. The clock that is none, and the scarcity that is none, go."
        officer="The findings quote their place, name the norm and say what to do instead. A reviewer other than the owner decides, and what is cleared is signed over its exact content."
        statistician="The checks judge text and lists before sending; they are no part of the simulation. What the repaired message does to people is an assumption of it (step 7)."
      />
    </>
  );
}
