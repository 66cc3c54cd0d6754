import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { readAutomation } from '../../api/client.ts';
import { DecisionClass } from '../../parts/decision-class.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Finding } from '../../parts/finding.tsx';
import { purposeInWords } from '../../parts/in-words.ts';
import { Loading } from '../../parts/loading.tsx';
import { Card, Page, Section } from '../../parts/page.tsx';
import { Assistant } from './assistant.tsx';
import styles from './automation.module.css';
import { Drills } from './drills.tsx';
import { FindDecision } from './find-decision.tsx';
import { Rules } from './rules.tsx';
import { Score } from './score.tsx';

/** One automation: what it decides and looks at, who answers for it, how it is stopped, and what is wrong with it. */
export default function Automation() {
  const id = useParams().automation!;
  const automation = useQuery({
    queryKey: ['automations', 'one', id],
    queryFn: ({ signal }) => readAutomation(id, { signal }),
  });
  if (automation.isError)
    return (
      <Page title={id}>
        <ErrorState error={automation.error} retry={() => void automation.refetch()} />
      </Page>
    );
  if (automation.data === undefined)
    return (
      <Page title={id}>
        <Loading what="the automation" />
      </Page>
    );
  const { data } = automation;
  return (
    <Page
      title={id}
      says={
        <>
          {data.kind.replaceAll('-', ' ')} of {data.owner}. <Link to={`/uses/${id}`}>The use as a whole</Link>
        </>
      }
    >
      <Card>
        <Facts
          of={[
            ['Decides', <DecisionClass key="class" of={data.decision} />],
            ['Logic', data.logic],
            ['Purpose', data.purpose === null ? null : purposeInWords(data.purpose)],
            ['Who stops it', data.stopOwner],
            ['A person looks again', data.review],
            ['What people are told', data.notice],
            ['How people contest', data.contest],
            ['Where decisions are logged', data.log],
            ['Decisions', outcomeOf(data.outcomes)],
          ]}
        />
      </Card>
      {data.scores.map((score) => (
        <Score key={score.name} score={score} />
      ))}
      {data.unseenFields.length === 0 ? null : (
        <Section title="Declared, and seen nowhere">
          <p className={styles.says}>
            The card declares these fields, and no model and no tool is seen to look at them. What is not
            needed is better not asked for: take them off the card, or push the file that uses them.
          </p>
          <ul className={styles.names}>
            {data.unseenFields.map((name) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Rules rules={data.rules} />
      {data.assistant === null ? null : (
        <Assistant assistant={data.assistant} findings={data.findings} use={id} />
      )}
      <Section title="Findings">
        {data.findings.length === 0 ? (
          <p className="quiet">
            No finding on how it decides, or none that you may see before you have judged its review.
          </p>
        ) : (
          <div className={styles.findings}>
            {data.findings.map((finding) => (
              <Finding
                key={`${finding.check} ${finding.at.file} ${finding.at.line} ${finding.at.column}`}
                finding={finding}
              />
            ))}
          </div>
        )}
      </Section>
      <Drills automation={data} />
      <FindDecision />
    </Page>
  );
}

const numbers = new Intl.NumberFormat('en');

/** Of the use, never of a person. */
const outcomeOf = ({
  days,
  decisions,
  overridden,
}: {
  days: number;
  decisions: number;
  overridden: number;
}) =>
  decisions === 0
    ? `none was recorded here within ${days} days`
    : `${numbers.format(decisions)} within ${days} days, of which people overrode ${numbers.format(overridden)}`;
