import { useQuery } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.ts';
import { type AudienceDefinition, readAudience } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Loading } from '../../parts/loading.tsx';
import { MarkedFile } from './marked-file.tsx';
import styles from './review.module.css';
import { useOpenReview } from './use-review.ts';

type Field = AudienceDefinition['fields'][number];

const PARTS: Readonly<Record<string, string>> = {
  segment: 'Who is reached',
  exclude: 'Who is left out',
  'defined-by': 'Where the list comes from',
  rule: 'A rule that decides',
};
/** In the order in which people ask. */
const ROLES: ReadonlyArray<{
  readonly role: Field['role'];
  readonly says: string;
  readonly isPlain?: boolean;
}> = [
  { role: 'include', says: 'People are in by' },
  { role: 'exclude', says: 'People are left out by' },
  { role: 'rank', says: 'Who comes first is decided by' },
  { role: 'join', says: 'Rows are brought together by', isPlain: true },
  { role: 'output', says: 'Handed over are', isPlain: true },
];

/** Who is reached: in words with the way each field takes, and as written with the lines marked. */
export function Audience() {
  const { review, version } = useOpenReview();
  const { use } = review.subject;
  const audience = useQuery({
    queryKey: ['uses', use, 'audience', version.id, review.isVerdictHidden],
    queryFn: ({ signal }) => allPages((page) => readAudience(use, version.id, page, { signal })),
  });
  if (audience.isError) return <ErrorState error={audience.error} retry={() => void audience.refetch()} />;
  if (audience.data === undefined) return <Loading what="the audience" />;
  if (audience.data.items.length === 0)
    return <p className="quiet">The card names no definition of an audience that was pushed with it.</p>;
  return audience.data.items.map((definition) => (
    <section key={definition.file} className={styles.surface}>
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
      <MarkedFile path={definition.file} />
    </section>
  ));
}

export const InWords = ({ fields }: { readonly fields: readonly Field[] }) => (
  <dl className={styles.words}>
    {ROLES.map(({ role, says, isPlain }) => {
      const own = distinct(fields.filter((field) => field.role === role));
      return own.length === 0 ? null : (
        <div key={role}>
          <dt>{says}</dt>
          {isPlain ? (
            <dd>{[...new Set(own.map(({ field }) => field))].join(', ')}</dd>
          ) : (
            own.map((field) => (
              <dd key={`${field.field} ${field.comparison} ${field.values.join()}`}>
                <strong>{spoken(field.field)}</strong>
                <Condition field={field} />
                {field.sensitive.map((category) => (
                  <span key={category} className={styles.sensitive}>
                    {category.replaceAll('_', ' ')}
                  </span>
                ))}
                <span className={styles.lineage}>
                  {[field.field, ...field.path.filter((hop) => hop !== field.field)].join(' → ')}
                </span>
              </dd>
            ))
          )}
        </div>
      );
    })}
  </dl>
);

const Condition = ({ field: { comparison, values } }: { readonly field: Field }) =>
  comparison === null && values.length === 0 ? null : (
    <>
      {' '}
      <code>{comparison ?? values.join(', ')}</code>
    </>
  );

/** A field's own name as words: `shop.orders.last_order_at` is "last order at". */
const spoken = (field: string): string => (field.split('.').at(-1) ?? field).replaceAll(/[_-]+/g, ' ');

const distinct = (fields: readonly Field[]): readonly Field[] => [
  ...new Map(
    fields.map((field) => [`${field.field} ${field.comparison} ${field.values.join()}`, field]),
  ).values(),
];
