import { useSearchParams } from 'react-router';
import { Page, Section } from '../../parts/page.tsx';
import { Days } from './days.tsx';
import { Decisions } from './decisions.tsx';
import styles from './gate.module.css';
import { GatePages } from './gate-pages.tsx';
import { HeldBackByGroup } from './held-back.tsx';
import { PeriodField } from './period.tsx';

/** What the gate decided, how often and why, and what would have to change. */
export default function Gate() {
  const [params] = useSearchParams();
  return (
    <Page
      title="Gate"
      says="Nothing is sent without its permission, and every refusal has a reason. Nothing here tells whom a decision was about."
    >
      <GatePages />
      <HeldBackByGroup use={params.get('use')} />
      <div className={styles.bar}>
        <PeriodField />
      </div>
      <Days use={params.get('use')} />
      <Section title="Single decisions">
        <Decisions />
      </Section>
    </Page>
  );
}
