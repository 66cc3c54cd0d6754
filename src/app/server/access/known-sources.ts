import type { DataMapField } from '../../../check/facts/data-map.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import { isUnder } from '../../../kernel/taxonomy/index.ts';
import { type PersonTable, personTables } from '../../../playbook/2-datamap/data-map/person-tables.ts';
import { readDataMap } from '../../../playbook/2-datamap/data-map/read-data-map.ts';
import type { DescribedDataset } from '../../../playbook/6-control/access/passed-on.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { sharedFiles, workspaceNames } from '../uses/workspace-files.ts';

/** A dataset about people, with where it can be asked and what is said of its fields. */
export interface KnownSource extends DescribedDataset {
  readonly table: PersonTable;
}

/** The datasets about people in every data map that was pushed, each once. */
export async function knownSources(db: Database): Promise<readonly KnownSource[]> {
  const known = new Map<string, KnownSource>();
  for (const workspace of [...(await workspaceNames(db))].sort()) {
    const files = (await sharedFiles(db, workspace)).filter(({ path }) => path.startsWith('datamap/'));
    const sources = files.map(({ path, text }) => new SourceText(path, text));
    const fields = Map.groupBy(readDataMap(sources).value.fields, ({ dataset }) => dataset);
    for (const table of personTables(sources)) {
      const own = fields.get(table.dataset) ?? [];
      const name = `${table.warehouse} ${table.dataset.toLowerCase()}`;
      if (!known.has(name) && isAboutPeople(table, own))
        known.set(name, { table, dataset: table.dataset, fields: own.map(describe) });
    }
  }
  return [...known.values()];
}

/** What nobody described may be about people. */
const isAboutPeople = ({ keys, subjects }: PersonTable, fields: readonly DataMapField[]): boolean =>
  Object.keys(keys).length > 0 ||
  subjects !== null ||
  fields.some(({ category }) => category === null || isUnder(category, 'user') || !category.includes('.'));

const describe = (field: DataMapField): DescribedDataset['fields'][number] => ({
  field: field.name.slice(field.dataset.length + 1),
  category: field.category,
  origin: field.origin,
  supplier: field.supplier ?? null,
  purposes: field.collectedFor,
  basis: field.basis,
  retention: field.retention,
  recipients: field.systems,
  notice: field.notice,
  derivedFrom: field.derivedFrom,
  acquiredAt: field.acquiredAt ?? null,
});
