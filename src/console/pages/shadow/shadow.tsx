import { useQuery } from '@tanstack/react-query';
import { readGatePolicy } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { GatePages } from '../gate/gate-pages.tsx';
import { Comparison } from './comparison.tsx';
import { RulesOnTrial } from './rules-on-trial.tsx';
import styles from './shadow.module.css';

/** What rules that are tried out would have held, in words that somebody who sends can use, and which rules bind. */
export default function Shadow() {
  const policy = useQuery({
    queryKey: ['settings', 'gate'],
    queryFn: ({ signal }) => readGatePolicy({ signal }),
  });
  return (
    <Page
      title="Rules on trial"
      says="A rule can be tried out before it binds, by somebody who answers for it and until a day. Nothing is tried out silently."
    >
      <GatePages />
      <Comparison />
      {policy.isError ? (
        <ErrorState error={policy.error} retry={() => void policy.refetch()} />
      ) : policy.data === undefined ? (
        <Loading what="the rules" />
      ) : (
        <Section title="The rules">
          <p className={styles.says}>
            Take them into use one by one: see what a rule would have held, mend what is wrong with the uses,
            then let it bind.
          </p>
          <RulesOnTrial policy={policy.data} />
        </Section>
      )}
    </Page>
  );
}
