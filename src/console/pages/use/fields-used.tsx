import { useQuery } from '@tanstack/react-query';
import { type DataMapEdge, type DataMapField, readDataMap } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { type PlainColumn, PlainTable } from '../../parts/plain-table.tsx';
import styles from './use.module.css';
import { useShown } from './use-shown.ts';

interface Row {
  readonly edge: DataMapEdge;
  readonly field: DataMapField | undefined;
}

const unknown = <span className="quiet">not in the data map</span>;

const columns: ReadonlyArray<PlainColumn<Row>> = [
  { header: 'Field', cell: ({ edge }) => <code>{edge.field}</code> },
  { header: 'Category', cell: ({ field }) => field?.category ?? unknown },
  { header: 'Where it comes from', cell: ({ field }) => field?.origin ?? unknown },
  { header: 'Basis', cell: ({ edge }) => edge.basis?.replaceAll('-', ' ') ?? unknown },
  {
    header: 'Used',
    cell: ({ edge }) => `${edge.decides ? 'decides who is reached; ' : ''}${edge.where.join(', ')}`,
  },
];

/** The data that the use touches, as the data map knows it. */
export function FieldsUsed() {
  const { use } = useShown();
  const map = useQuery({
    queryKey: ['datamap', use.workspace],
    queryFn: ({ signal }) => readDataMap({ workspace: use.workspace }, { signal }),
  });
  if (map.isError) return <ErrorState error={map.error} retry={() => void map.refetch()} />;
  if (map.data === undefined) return <Loading what="the data it uses" />;
  const { fields, edges, uses, isCut } = map.data;
  const known = new Map(fields.map((field) => [field.name, field]));
  const rows = edges
    .filter((edge) => edge.use === use.id)
    .map((edge) => ({ edge, field: known.get(edge.field) }));
  if (isCut && !uses.some(({ id }) => id === use.id))
    return <p className="quiet">The data map shows 500 uses at most, and this one is not among them.</p>;
  return (
    <section aria-label="The data it uses">
      <h2 className={styles.fileName}>The data it uses</h2>
      {rows.length === 0 ? (
        <p className="quiet">It names no field, and none was found in its definitions.</p>
      ) : (
        <PlainTable label="Fields" rows={rows} columns={columns} rowKey={({ edge }) => edge.field} />
      )}
    </section>
  );
}
