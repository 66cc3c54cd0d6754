import type { DataMap, DataMapEdge, DataMapField } from '../../api/client.ts';

/** A row on the left: a dataset, or a field of one that is open. */
export interface LeftNode {
  readonly id: string;
  readonly type: 'dataset' | 'field';
  readonly label: string;
  readonly says: string;
  readonly isOpen: boolean;
}

/** Touches of one use and one row, drawn as one line where they say the same. */
export interface Line {
  readonly id: string;
  readonly left: string;
  readonly use: string;
  readonly basis: string | null;
  readonly goesTooFar: boolean;
  readonly fields: readonly string[];
}

export interface Layout {
  readonly left: readonly LeftNode[];
  readonly uses: readonly string[];
  readonly lines: readonly Line[];
}

export const UNKNOWN = 'not in the data map';
export const datasetOf = ({ dataset }: Pick<DataMapField, 'dataset'>): string => dataset ?? UNKNOWN;

/**
 * Lays the map out in two columns: datasets on the left, open ones with their fields below them, uses on the right, each
 * near the middle of what it touches, so that lines cross little. Closed datasets keep hundreds of fields readable.
 */
export function layOut(
  map: Pick<DataMap, 'fields' | 'uses' | 'edges'>,
  open: ReadonlySet<string>,
  query: string,
): Layout {
  const { fields, edges } = matching(map, query);
  const byDataset = [...Map.groupBy(fields, datasetOf)].sort(
    ([a], [b]) => order(a) - order(b) || byName(a, b),
  );
  const left: LeftNode[] = [];
  const rowOf = new Map<string, string>();
  for (const [dataset, own] of byDataset) {
    const isOpen = open.has(dataset);
    left.push({
      id: `dataset ${dataset}`,
      type: 'dataset',
      label: dataset,
      says: `${own.length} ${own.length === 1 ? 'field' : 'fields'}${own[0]!.source === null ? '' : ` of ${own[0]!.source}`}`,
      isOpen,
    });
    for (const field of own) {
      rowOf.set(field.name, isOpen ? `field ${field.name}` : `dataset ${dataset}`);
      if (isOpen)
        left.push({
          id: `field ${field.name}`,
          type: 'field',
          label: field.dataset === null ? field.name : field.name.slice(field.dataset.length + 1),
          says: field.category ?? '',
          isOpen: false,
        });
    }
  }
  const lines = linesOf(edges, rowOf);
  const place = new Map(left.map(({ id }, index) => [id, index]));
  const middle = new Map(
    [...Map.groupBy(lines, ({ use }) => use)].map(([use, own]) => [
      use,
      own.reduce((sum, one) => sum + place.get(one.left)!, 0) / own.length,
    ]),
  );
  const uses = [...middle].sort(([a, x], [b, y]) => x - y || byName(a, b)).map(([use]) => use);
  return { left, uses, lines };
}

const byName = new Intl.Collator('en', { numeric: true }).compare;
const order = (dataset: string): number => (dataset === UNKNOWN ? 1 : 0);

/** The fields whose name, or one of whose uses, has the words in it; all where nothing is typed. */
export function matching(
  { fields, edges }: Pick<DataMap, 'fields' | 'edges'>,
  query: string,
): { readonly fields: readonly DataMapField[]; readonly edges: readonly DataMapEdge[] } {
  const words = query.trim().toLowerCase();
  if (words === '') return { fields, edges };
  const has = (text: string): boolean => text.toLowerCase().includes(words);
  const found = new Set([
    ...fields.filter(({ name, category }) => has(name) || has(category ?? '')).map(({ name }) => name),
    ...edges.filter(({ use }) => has(use)).map(({ field }) => field),
  ]);
  return {
    fields: fields.filter(({ name }) => found.has(name)),
    edges: edges.filter(({ field }) => found.has(field)),
  };
}

function linesOf(edges: readonly DataMapEdge[], rowOf: ReadonlyMap<string, string>): Line[] {
  const lines = new Map<string, Line>();
  for (const { field, use, basis, overreach } of edges) {
    const left = rowOf.get(field);
    if (left === undefined) continue;
    const goesTooFar = overreach.length > 0;
    const id = [left, use, basis ?? '', goesTooFar].join('\n');
    const line = lines.get(id);
    lines.set(id, { id, left, use, basis, goesTooFar, fields: [...(line?.fields ?? []), field] });
  }
  return [...lines.values()];
}

/** What is touched by what has the focus: its lines, and the rows at their ends. */
export function lit(layout: Layout, focus: string | null): ReadonlySet<string> | null {
  if (focus === null) return null;
  const near = new Set([focus]);
  for (const { id, left, use } of layout.lines) {
    if (left !== focus && `use ${use}` !== focus) continue;
    near.add(id);
    near.add(left);
    near.add(`use ${use}`);
  }
  return near;
}
