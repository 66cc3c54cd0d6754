import type { SourceText } from '../../../kernel/source-text.ts';
import { readYaml } from '../../../kernel/yaml-document.ts';
import { dataMapSchema } from './schema.ts';

/** By what a row can name the person it is about. */
export const PERSON_KEY_KINDS = ['customer', 'email', 'phone', 'device', 'email_sha256'] as const;
export type PersonKeyKind = (typeof PERSON_KEY_KINDS)[number];

/** A dataset of the data map as somebody asks it for the rows of one person. */
export interface PersonTable {
  readonly source: string;
  readonly system: string | null;
  /** As `crm.customers`. */
  readonly dataset: string;
  /** Whom a row describes, as the data map says. */
  readonly subjects: string | null;
  /** `null` where the source names none: then it cannot be asked from here. */
  readonly warehouse: string | null;
  /** The field for each kind by which a row names its person; none where the data map does not say. */
  readonly keys: Readonly<Partial<Record<PersonKeyKind, string>>>;
}

/**
 * The datasets of a data map, in the order of their names. By which field a person is found is what `person` of the
 * dataset says and nothing else: a guess from a name or a category would give somebody another person’s rows.
 * A file that cannot be read adds none; `readDataMap` says why.
 */
export function personTables(sources: readonly SourceText[]): readonly PersonTable[] {
  const tables = new Map<string, PersonTable>();
  for (const source of [...sources].sort(byFile)) {
    const { value } = readYaml(source, dataMapSchema, 'config');
    for (const { dataset, subjects, person } of value?.datasets ?? []) {
      // The first entry of a dataset counts, as in the reading of its fields.
      if (tables.has(dataset.toLowerCase())) continue;
      tables.set(dataset.toLowerCase(), {
        source: value!.source,
        system: value!.system ?? null,
        dataset,
        subjects: subjects ?? null,
        warehouse: value!.warehouse ?? null,
        keys: person ?? {},
      });
    }
  }
  return [...tables.values()].sort((a, b) => (a.dataset < b.dataset ? -1 : 1));
}

const byFile = (a: SourceText, b: SourceText): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
