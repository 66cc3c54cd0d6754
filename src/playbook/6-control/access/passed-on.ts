import type { DescribedField, OriginPart, RecipientPart } from './access-document.ts';

/** Where data of a person lies, or may lie, with what is said of each field. */
export interface DescribedDataset {
  readonly dataset: string;
  readonly fields: readonly DescribedField[];
}

/** A use with the companies that its card names. */
export interface DescribedUse {
  readonly use: string;
  readonly suppliers: ReadonlyArray<{
    readonly name: string;
    readonly fields: readonly string[];
    readonly acquiredAt: string | null;
  }>;
}

/** Who gets data of the person: every system that the data map lets act on a field of theirs. */
export function recipientsOf(datasets: readonly DescribedDataset[]): readonly RecipientPart[] {
  const entries = datasets.flatMap(({ dataset, fields }) =>
    fields.flatMap(({ category, recipients }) => recipients.map((name) => ({ name, category, dataset }))),
  );
  return [...Map.groupBy(entries, ({ name }) => name)]
    .map(([name, all]) => ({
      name,
      categories: distinct(all.flatMap(({ category }) => category ?? [])),
      through: distinct(all.map(({ dataset }) => dataset)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where data of the person is from: for each origin and source the categories, suppliers of cards among them. */
export function originsOf(
  datasets: readonly DescribedDataset[],
  uses: readonly DescribedUse[],
): readonly OriginPart[] {
  const categoryOf = new Map(
    datasets.flatMap(({ dataset, fields }) =>
      fields.map(({ field, category }) => [`${dataset}.${field}`.toLowerCase(), category] as const),
    ),
  );
  const entries = [
    ...datasets.flatMap(({ fields }) =>
      fields.map(({ origin, supplier, category, acquiredAt }) => ({
        origin,
        from: supplier,
        category,
        acquiredAt,
      })),
    ),
    ...uses.flatMap(({ suppliers }) =>
      suppliers.flatMap(({ name, fields, acquiredAt }) =>
        fields.map((field) => ({
          origin: 'third-party' as const,
          from: name,
          category: categoryOf.get(field.toLowerCase()) ?? null,
          acquiredAt,
        })),
      ),
    ),
  ];
  return [
    ...Map.groupBy(entries, ({ origin, from, acquiredAt }) =>
      JSON.stringify([origin, from, acquiredAt]),
    ).values(),
  ]
    .map((all) => ({
      origin: all[0]!.origin,
      from: all[0]!.from,
      categories: distinct(all.flatMap(({ category }) => category ?? [])),
      acquiredAt: all[0]!.acquiredAt,
    }))
    .sort((a, b) => (`${a.origin} ${a.from}` < `${b.origin} ${b.from}` ? -1 : 1));
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();
