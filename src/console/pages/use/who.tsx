import { useQuery } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.ts';
import { type AudienceDefinition, readAudience } from '../../api/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Loading } from '../../parts/loading.tsx';
import { InWords } from '../review/audience.tsx';
import { FieldsUsed } from './fields-used.tsx';
import { MarkedLines } from './marked-lines.tsx';
import styles from './use.module.css';
import { useShown } from './use-shown.ts';

const PARTS: Readonly<Record<string, string>> = {
  segment: 'Who is reached',
  exclude: 'Who is left out',
  'defined-by': 'Where the list comes from',
  rule: 'A rule that decides',
};

/** Who is reached and who is left out: in words, with the way of each field, and as it is written. */
export function Who() {
  const { use, version } = useShown();
  const audience = useQuery({
    queryKey: ['uses', use.id, 'audience', version.id],
    queryFn: ({ signal }) => allPages((page) => readAudience(use.id, version.id, page, { signal })),
  });
  if (audience.isError) return <ErrorState error={audience.error} retry={() => void audience.refetch()} />;
  if (audience.data === undefined) return <Loading what="the audience" />;
  const { items } = audience.data;
  return (
    <>
      {items.length === 0 ? (
        <Empty title="Nobody said who is reached">
          The card names no definition of an audience: a query, an export of a tool, a list or words.
        </Empty>
      ) : (
        items.map((definition) => <Definition key={definition.file} definition={definition} />)
      )}
      <FieldsUsed />
    </>
  );
}

function Definition({ definition }: { readonly definition: AudienceDefinition }) {
  const { version } = useShown();
  return (
    <section className={styles.surface} aria-label={PARTS[definition.part] ?? definition.part}>
      <h2>{PARTS[definition.part] ?? definition.part}</h2>
      {definition.isAssessed ? (
        <InWords fields={definition.fields} />
      ) : (
        <p className={styles.unread}>
          <Gravity of="none" /> <span>{definition.problem ?? 'It could not be read.'}</span>
        </p>
      )}
      {definition.unresolved.length === 0 ? null : (
        <p className="small quiet">Refers to what is not at hand: {definition.unresolved.join(', ')}</p>
      )}
      <MarkedLines
        path={definition.file}
        text={version.files.find(({ path }) => path === definition.file)?.text ?? ''}
        marks={marksOf(definition)}
      />
    </section>
  );
}

/** Lines that decide who is in, who is out, or who comes first. */
function marksOf({ fields, file }: AudienceDefinition): ReadonlyMap<number, string> {
  const marks = new Map<number, string>();
  for (const { at, field, role, sensitive } of fields) {
    if (role === 'output' || role === 'join' || at.file !== file) continue;
    const says = [field, ...sensitive.map((category) => category.replaceAll('_', ' '))].join(', ');
    for (let line = at.line; line <= at.endLine; line += 1)
      marks.set(line, marks.has(line) && marks.get(line) !== says ? `${marks.get(line)}; ${says}` : says);
  }
  return marks;
}
