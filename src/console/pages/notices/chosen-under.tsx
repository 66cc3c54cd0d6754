import { useQuery } from '@tanstack/react-query';
import { readNoticeUse } from '../../api/client.ts';
import { CHOICE_KINDS } from '../../parts/choice-words.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';

const numbers = new Intl.NumberFormat('en');

/** How many chose what under a notice, as counts alone; which notice one person saw, the ledger of that person tells. */
export function ChosenUnder({ hash }: { readonly hash: string }) {
  const chosen = useQuery({
    queryKey: ['notices', 'chosen under', hash],
    queryFn: ({ signal }) => readNoticeUse(hash, { signal }),
  });
  if (chosen.isError) return <ErrorState error={chosen.error} retry={() => void chosen.refetch()} />;
  if (chosen.data === undefined) return <Loading what="the counts" />;
  if (chosen.data.kinds.length === 0)
    return <p className="quiet">Nobody has chosen under it yet, or those who did were erased.</p>;
  return (
    <PlainTable
      label="People by what they did under this notice"
      rows={chosen.data.kinds}
      rowKey={({ kind }) => kind}
      columns={[
        { header: 'What they did', cell: ({ kind }) => CHOICE_KINDS[kind] },
        {
          header: 'People',
          isNumber: true,
          cell: ({ people }) =>
            people === null ? <span className="quiet">fewer than 5</span> : numbers.format(people),
        },
      ]}
    />
  );
}
