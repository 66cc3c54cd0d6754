import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { readShadow, type ShadowReport } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Card, Section } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { seenAndChange, told } from '../gate/days-words.ts';
import styles from '../gate/gate.module.css';
import { PeriodField, usePeriod } from '../gate/period.tsx';

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** What the rules on trial would have held back, beside what was asked, and what would have to change. */
export function Comparison() {
  const [params, setParams] = useSearchParams();
  const use = params.get('use') ?? '';
  const { from, to, inWords } = usePeriod();
  const later = useDebouncedCallback((value: string) => {
    const next = new URLSearchParams(params);
    if (value === '') next.delete('use');
    else next.set('use', value);
    setParams(next, { replace: true });
  }, 250);
  const report = useQuery({
    queryKey: ['gate', 'shadow', from, to, use],
    queryFn: ({ signal }) => readShadow({ from, to, ...(use === '' ? {} : { use }) }, { signal }),
  });
  return (
    <Section title="What they would have held">
      <div className={styles.bar}>
        <PeriodField />
        <TextInput
          type="search"
          label="Use, in full"
          defaultValue={use}
          onChange={(event) => later(event.currentTarget.value.trim())}
        />
      </div>
      {report.isError ? (
        <ErrorState error={report.error} retry={() => void report.refetch()} />
      ) : report.data === undefined ? (
        <Loading what="the comparison" />
      ) : (
        <Card>
          <p className={styles.total} role="status">
            {inSentence(report.data, inWords)}
          </p>
        </Card>
      )}
      {report.data === undefined || report.data.reasons.length === 0 ? null : (
        <Reasons reasons={report.data.reasons} />
      )}
    </Section>
  );
}

const Reasons = ({ reasons }: { readonly reasons: ShadowReport['reasons'] }) => (
  <div className={styles.reasonsBelow}>
    <PlainTable
      label="Why rules on trial would have held"
      rows={reasons}
      rowKey={({ code }) => code}
      columns={[
        { header: 'What was seen', cell: ({ detail }) => seenAndChange(detail).seen },
        { header: 'What would have to change', cell: ({ detail }) => seenAndChange(detail).change },
        { header: 'Decisions', isNumber: true, cell: ({ decisions }) => told(decisions) },
        {
          header: 'Of all asked',
          isNumber: true,
          cell: ({ share }) => (share === null ? null : percent.format(share)),
        },
      ]}
    />
  </div>
);

function inSentence({ asked, permitted, wouldHold, tried }: ShadowReport, period: string): string {
  if (asked === 0) return `Nothing was asked in ${period}.`;
  const would =
    tried.length === 0
      ? 'Rules that were on trial then would have held'
      : tried.length === 1
        ? 'The rule on trial would have held'
        : `The ${tried.length} rules on trial would have held`;
  const more = wouldHold === 0 ? 'none' : told(wouldHold);
  return `${would} ${more} of ${told(asked)} that were asked in ${period}. ${told(permitted)} were permitted.`;
}
