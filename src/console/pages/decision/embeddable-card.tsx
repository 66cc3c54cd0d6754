import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readExplanationCard } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Section } from '../../parts/page.tsx';
import { styleNonce } from '../../shell/theme.ts';
import styles from './decision.module.css';

type Reader = 'employee' | 'customer';

/** The same explanation as the small page that another system shows. */
export function EmbeddableCard({ decision }: { readonly decision: string }) {
  const [reader, setReader] = useState<Reader>('employee');
  const card = useQuery({
    queryKey: ['decisions', decision, 'card', reader],
    queryFn: async ({ signal }) => {
      // A page comes as a file.
      const page = await readExplanationCard(decision, { for: reader }, { signal });
      const text = await new Response(page).text();
      return text.replace('<style>', `<style nonce="${styleNonce()}">`);
    },
  });
  return (
    <Section
      title="The card for another system"
      aside={
        <SegmentedControl
          aria-label="For whom"
          value={reader}
          onChange={(value) => setReader(value as Reader)}
          data={[
            { value: 'employee', label: 'For colleagues' },
            { value: 'customer', label: 'For the person' },
          ]}
        />
      }
    >
      <p className={styles.how}>
        A CRM or a call desk fetches it from{' '}
        <code>
          /v1/explanations/{decision}/card?for={reader}
        </code>{' '}
        with a key of its own and shows it as it is. It runs no script.
      </p>
      {card.isError ? (
        <ErrorState error={card.error} retry={() => void card.refetch()} />
      ) : card.data === undefined ? (
        <Loading what="the card" />
      ) : (
        <iframe
          className={styles.frame}
          title={`The card ${reader === 'employee' ? 'for colleagues' : 'for the person'}`}
          sandbox=""
          srcDoc={card.data}
        />
      )}
    </Section>
  );
}
