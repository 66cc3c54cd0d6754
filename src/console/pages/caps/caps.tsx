import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readGatePolicy } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Card, Page, Section } from '../../parts/page.tsx';
import { GatePages } from '../gate/gate-pages.tsx';
import { PolicyForm } from './policy-form.tsx';
import { QuietHours } from './quiet-hours.tsx';

export const POLICY = ['settings', 'gate'] as const;

/** How often people may be reached at most, by all uses together, and when nobody is disturbed. */
export default function Caps() {
  const policy = useQuery({ queryKey: POLICY, queryFn: ({ signal }) => readGatePolicy({ signal }) });
  const [isKept, setKept] = useState(false);
  return (
    <Page
      title="Caps and quiet hours"
      says="They hold for all uses and teams together, whoever asks the gate first. What a person chose on their own page may be less, and never more."
    >
      <GatePages />
      {policy.isError ? (
        <ErrorState error={policy.error} retry={() => void policy.refetch()} />
      ) : policy.data === undefined ? (
        <Loading what="the caps" />
      ) : (
        <Card>
          <PolicyForm key={policy.data.version} kept={policy.data} done={() => setKept(true)} />
          <p role="status" className="small quiet">
            {isKept ? 'Kept. It counts for the next decision.' : ''}
          </p>
        </Card>
      )}
      <Section title="Quiet hours">
        <QuietHours />
      </Section>
    </Page>
  );
}
